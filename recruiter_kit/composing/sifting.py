"""Which observations can stand as evidence at all.

In: observations as they are worded for the candidate. Out: those that can be told, and those that a
person must look at. A verdict with nothing seen is no evidence, however it is worded (LANGUAGE,
"From a note to a sentence", 5); what the checker calls an error never goes into a draft (R6, R7, R9).
"""

from collections.abc import Sequence

from recruiter_kit.feedback import Finding, LeftToRecruiter, Observation
from recruiter_kit.language.checking import check
from recruiter_kit.messages import say

NO_EVIDENCE = frozenset({"unsupported", "vague", "personality", "gendered", "proxy"})


def sift(observations: Sequence[Observation]) -> tuple[list[Observation], list[LeftToRecruiter]]:
    """Return the observations that can be told, and the others with what speaks against them."""
    kept: list[Observation] = []
    left: list[LeftToRecruiter] = []
    for each in observations:
        against = next((finding for finding in check(each.text) if _speaks_against(finding)), None)
        if each.criterion is None:
            left.append(_left(each, say("off_list")))
        elif against is not None:
            left.append(_left(each, say("no_evidence", label=against.label)))
        else:
            kept.append(each)
    return kept, left


def _speaks_against(finding: Finding) -> bool:
    return finding.severity == "error" or finding.label in NO_EVIDENCE


def _left(observation: Observation, reason: str) -> LeftToRecruiter:
    return LeftToRecruiter(
        source=observation.source,
        criterion=observation.criterion,
        direction=observation.direction,
        reason=reason,
    )
