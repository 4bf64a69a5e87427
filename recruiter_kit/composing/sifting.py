"""Which observations can stand as evidence at all.

In: observations as they are worded for the candidate. Out: those that can be told, and those that a
person must look at. A verdict with nothing seen is no evidence, however it is worded (LANGUAGE,
"From a note to a sentence", 5); what the checker calls an error never goes into a draft (R6, R7, R9).
"""

from collections.abc import Sequence

from recruiter_kit.feedback import Finding, LeftToRecruiter, Observation
from recruiter_kit.language.checking import check
from recruiter_kit.messages import say

NO_EVIDENCE = frozenset({"vague", "personality", "gendered", "proxy"})
BARE = "unsupported"
FEWEST_WORDS_BESIDE = 4


def sift(observations: Sequence[Observation]) -> tuple[list[Observation], list[LeftToRecruiter]]:
    """Return the observations that can be told, and the others with what speaks against them."""
    kept: list[Observation] = []
    left: list[LeftToRecruiter] = []
    for place, each in enumerate(observations):
        after = [other.text for other in observations[place + 1 : place + 2] if _same_note(each, other)]
        against = doubt(each.text, " ".join(after))
        if each.criterion is None:
            left.append(_left(each, say("off_list")))
        elif against is not None:
            left.append(_left(each, against))
        else:
            kept.append(each)
    return kept, left


def doubt(text: str, following: str) -> str | None:
    """Return why a sentence as worded would not be told, or None; what follows it may support it."""
    against = _against(text, following)
    return say("no_evidence", label=against.label) if against else None


def _against(text: str, following: str) -> Finding | None:
    """Return what speaks against telling `text`; what the note says next may support it."""
    findings = (each for each in check(f"{text} {following}".strip()) if each.end <= len(text))
    return next((each for each in findings if _speaks_against(each, text)), None)


def _speaks_against(finding: Finding, text: str) -> bool:
    if finding.label == BARE:
        beside = text[: finding.start] + text[finding.end :]
        return len(beside.split()) < FEWEST_WORDS_BESIDE
    return finding.severity == "error" or finding.label in NO_EVIDENCE


def _same_note(one: Observation, other: Observation) -> bool:
    return (one.source.scorecard, one.source.place) == (other.source.scorecard, other.source.place)


def _left(observation: Observation, reason: str) -> LeftToRecruiter:
    return LeftToRecruiter(
        source=observation.source,
        criterion=observation.criterion,
        direction=observation.direction,
        reason=reason,
    )
