"""The labels that Lever uses for recommendations, and our words for them.

In: a literal. Out: our recommendation; UNKNOWN for a literal that is not understood. Source of the lists:
ats-formats, section 3.
"""

import re

from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.model import Recommendation

LEVER_SCALE = {"lowest": 1, "highest": 4}
_RECOMMENDATIONS = {
    "4": Recommendation.STRONG_YES,
    "3": Recommendation.YES,
    "2": Recommendation.NO,
    "1": Recommendation.STRONG_NO,
}
_LABEL = re.compile(r"\s*([1-4])\b\s*[-–—:.]?\s*(.*)", re.DOTALL)
_SAYS_NO = re.compile(r"\b(?:no|not|reject)\b", re.IGNORECASE)
_SAYS_YES = re.compile(r"\b(?:yes|hire|advance)\b", re.IGNORECASE)


def lever_recommendation(literal: str | None) -> Recommendation | Unknown | None:
    """Return the recommendation of a label such as "3 - Hire", by its leading digit.

    Labels are set by each customer. One whose words contradict its digit is not understood.
    """
    if literal is None or not literal.strip():
        return None
    match = _LABEL.match(literal)
    if match is None:
        return UNKNOWN
    digit, words = match.groups()
    says_no = bool(_SAYS_NO.search(words))
    if (says_no and digit in "34") or (not says_no and _SAYS_YES.search(words) and digit in "12"):
        return UNKNOWN
    return _RECOMMENDATIONS[digit]
