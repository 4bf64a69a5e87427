"""The scores of Breezy HR, and our words for them.

In: a literal. Out: our level and recommendation; UNKNOWN for a literal that is not on the list.
Source of the list: ats-formats, section 10.
"""

from typing import Any

from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.model import Recommendation

BREEZY_SCALE = {"lowest": 1, "highest": 5}
_LEVELS = {"very_poor": 1, "poor": 2, "neutral": 3, "good": 4, "very_good": 5}
_RECOMMENDATIONS = dict(zip(_LEVELS, Recommendation, strict=True))


def breezy_level(score: Any) -> int | Unknown | None:
    """Return the level of a criterion, None when it was not scored."""
    if score is None or score == "":
        return None
    return _LEVELS.get(score, UNKNOWN) if isinstance(score, str) else UNKNOWN


def breezy_recommendation(score: Any) -> Recommendation | Unknown | None:
    """Return the overall view, None when the interviewer gave none."""
    if score is None or score == "":
        return None
    return _RECOMMENDATIONS.get(score, UNKNOWN) if isinstance(score, str) else UNKNOWN
