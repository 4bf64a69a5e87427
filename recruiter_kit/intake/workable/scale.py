"""The ratings of Workable, and our words for them.

In: a rating or the score of a trait. Out: a recommendation or a level, and the literal that is kept beside
it; UNKNOWN for what is not on the documented scales or contradicts itself. Source: ats-formats, section 5.
"""

from typing import Any

from recruiter_kit.files.text import shorten
from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.model import Recommendation

# Traits have no other scale than the three scores.
WORKABLE_SCALE = {"lowest": 1, "highest": 3}
_LEVELS = {"negative": 1, "positive": 2, "definite": 3}
# The only score against a candidate is not taken for the strongest.
_RECOMMENDATIONS = {
    "negative": Recommendation.NO,
    "positive": Recommendation.YES,
    "definite": Recommendation.STRONG_YES,
}
# Grades begin with zero, which is the lowest rating and not a missing one.
_HIGHEST = {"thumbs": 2, "stars": 4, "numbers": 9}
_THUMBS = ("negative", "positive", "definite")


def workable_level(score: Any) -> int | Unknown | None:
    """Return the level of a trait, None when it was not rated."""
    if score is None or score == "":
        return None
    return _LEVELS.get(score, UNKNOWN) if isinstance(score, str) else UNKNOWN


def workable_recommendation(rating: dict[str, Any]) -> Recommendation | Unknown | None:
    """Return the overall view of a rating {"score", "scale", "grade"}, of which any may be missing.

    Only thumbs are documented to be the score; how stars and numbers come to be one is left to Workable.
    """
    score, scale, grade = (rating.get(key) for key in ("score", "scale", "grade"))
    if score is None and grade is None:
        return None
    if grade is not None and (scale not in list(_HIGHEST) or not _on_scale(grade, _HIGHEST[scale])):
        return UNKNOWN
    if grade is not None and scale == "thumbs":
        if score not in (None, _THUMBS[grade]):
            return UNKNOWN
        score = _THUMBS[grade]
    return _RECOMMENDATIONS.get(score, UNKNOWN) if isinstance(score, str) else UNKNOWN


def workable_literal(rating: dict[str, Any]) -> str | None:
    """Return a rating as Workable has it, such as "positive, stars, grade 3"."""
    parts = [shorten(rating[key]) for key in ("score", "scale") if rating.get(key) is not None]
    if rating.get("grade") is not None:
        parts.append(f"grade {shorten(rating['grade'])}")
    return ", ".join(parts) or None


def _on_scale(grade: Any, highest: int) -> bool:
    return type(grade) is int and 0 <= grade <= highest
