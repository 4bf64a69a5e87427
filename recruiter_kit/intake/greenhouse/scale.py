"""The words that Greenhouse uses for levels and recommendations, and ours for them.

In: a literal. Out: our level or recommendation; UNKNOWN for a literal that is not on the list. Source of the
lists: ats-formats, section 1.
"""

from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.model import Recommendation

GREENHOUSE_SCALE = {"lowest": 1, "highest": 5}
# Greenhouse spells its lowest grade in two ways.
_LEVELS = {"definitely_not": 1, "strong_no": 1, "no": 2, "mixed": 3, "yes": 4, "strong_yes": 5}
_NOT_ASSESSED = "no_decision"


def greenhouse_level(literal: str | None) -> int | Unknown | None:
    """Return the level of an attribute's rating: 1 to 5, or None when it was not assessed."""
    if literal is None or literal == _NOT_ASSESSED:
        return None
    return _LEVELS.get(literal, UNKNOWN)


def greenhouse_recommendation(literal: str | None) -> Recommendation | Unknown | None:
    """Return the recommendation, or None when the interviewer gave none."""
    if literal is None or literal == _NOT_ASSESSED:
        return None
    if literal == "definitely_not":
        return Recommendation.STRONG_NO
    try:
        return Recommendation(literal)
    except ValueError:
        return UNKNOWN
