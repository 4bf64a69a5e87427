"""The words that sources use for levels and recommendations, and ours for them.

In: a source's literal. Out: our level or recommendation; UNKNOWN for a literal that is not on the
list, because what is not understood is never guessed. Source of the lists: ats-formats, sections 1 to 3.
"""

import re
from enum import Enum
from typing import Final, Literal

from recruiter_kit.model import Recommendation


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN: Final = _Unknown.UNKNOWN
Unknown = Literal[_Unknown.UNKNOWN]

GREENHOUSE_SCALE = {"lowest": 1, "highest": 5}
LEVER_SCALE = {"lowest": 1, "highest": 4}

# Greenhouse spells its lowest grade in two ways.
_GREENHOUSE_LEVELS = {"definitely_not": 1, "strong_no": 1, "no": 2, "mixed": 3, "yes": 4, "strong_yes": 5}
_NOT_ASSESSED = "no_decision"
_LEVER = {
    "4": Recommendation.STRONG_YES,
    "3": Recommendation.YES,
    "2": Recommendation.NO,
    "1": Recommendation.STRONG_NO,
}
_LEVER_LABEL = re.compile(r"\s*([1-4])\b\s*[-–—:.]?\s*(.*)", re.DOTALL)
_SAYS_NO = re.compile(r"\b(?:no|not|reject)\b", re.IGNORECASE)
_SAYS_YES = re.compile(r"\b(?:yes|hire|advance)\b", re.IGNORECASE)


def greenhouse_level(literal: str | None) -> int | Unknown | None:
    """Return the level of an attribute's rating: 1 to 5, or None when it was not assessed."""
    if literal is None or literal == _NOT_ASSESSED:
        return None
    return _GREENHOUSE_LEVELS.get(literal, UNKNOWN)


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


def lever_recommendation(literal: str | None) -> Recommendation | Unknown | None:
    """Return the recommendation of a label such as "3 - Hire", by its leading digit.

    Labels are set by each customer. One whose words contradict its digit is not understood.
    """
    if literal is None or not literal.strip():
        return None
    match = _LEVER_LABEL.match(literal)
    if match is None:
        return UNKNOWN
    digit, words = match.groups()
    says_no = bool(_SAYS_NO.search(words))
    if (says_no and digit in "34") or (not says_no and _SAYS_YES.search(words) and digit in "12"):
        return UNKNOWN
    return _LEVER[digit]


def criterion_id(name: str) -> str:
    """Return the id of what a source gives only by name: "Data modelling" is data-modelling."""
    from hashlib import sha256

    made = "-".join(name.casefold().split())
    return made if len(made) <= 200 else f"{made[:180]}-{sha256(made.encode()).hexdigest()[:16]}"
