"""Set aside the observations that are not evidence.

In: observations as they are worded for the candidate. Out: those that may go into a letter, and those
that a person must look at. A verdict with nothing seen is not evidence, however it is worded (LANGUAGE,
"From a note to what is told", 4); what the checker calls an error never goes into a draft (R6, R7, R9).
"""

import re
from collections.abc import Sequence

from recruiter_kit.feedback import Finding, LeftToRecruiter, Observation
from recruiter_kit.language.checking import check
from recruiter_kit.language.rewriting.record import MAY_LEAVE
from recruiter_kit.messages import say

NO_EVIDENCE = frozenset({"personality", "gendered", "proxy"})
BARE = frozenset({"unsupported", "vague"})
FEWEST_WORDS_BESIDE = 4


def sift(observations: Sequence[Observation]) -> tuple[list[Observation], list[LeftToRecruiter]]:
    """Return the observations that can be used, and the others with what speaks against them."""
    usable: list[Observation] = []
    left: list[LeftToRecruiter] = []
    for index, observation in enumerate(observations):
        after = [
            other.text for other in observations[index + 1 : index + 2] if _same_note(observation, other)
        ]
        against = _against(observation.text, " ".join(after))
        if observation.criterion is None:
            left.append(_left(observation, say("off_list")))
        elif against is not None:
            # A claim with nothing seen is an opinion, and nobody waits for it to be worded.
            observed = against.severity == "error" or against.label not in NO_EVIDENCE | BARE
            left.append(_left(observation, _reason(against), observed=observed))
        else:
            usable.append(observation)
    return usable, left


def sift_asked(left: Sequence[LeftToRecruiter]) -> tuple[LeftToRecruiter, ...]:
    """Return what is left, without asking whether a claim may leave that would not be used anyway."""
    return tuple(map(_without_vain_question, left))


def _without_vain_question(left: LeftToRecruiter) -> LeftToRecruiter:
    if left.question is None or left.question.choices[0].answer != MAY_LEAVE:
        return left
    against = _against(left.source.text, "")
    if against is None or against.severity == "error":
        return left
    return left.model_copy(update={"question": None, "observed": False, "reason": _reason(against)})


def doubt(text: str, following: str) -> str | None:
    """Return why a sentence as worded would not be used, or None; what follows it may support it."""
    against = _against(text, following)
    return _reason(against) if against else None


def _reason(against: Finding) -> str:
    return say("no_evidence", label=against.label)


def _against(text: str, following: str) -> Finding | None:
    """Return what speaks against using `text`; what the note says next may support it."""
    findings = (finding for finding in check(f"{text} {following}".strip()) if finding.end <= len(text))
    return next((finding for finding in findings if _speaks_against(finding, text)), None)


# Other people in what was seen ("the Saturday lad") are no word about the candidate.
OTHERS = re.compile(
    r"(?:boy|girl|lad|lass|man|woman|lady|ladies|gentleman|gentlemen|guy|bloke|he|she|him|his|her|mum|dad|kid)s?",
    re.IGNORECASE,
)


def _speaks_against(finding: Finding, text: str) -> bool:
    # What was learned of letters says nothing of notes, for which screening has a second opinion of its own.
    if finding.is_guess:
        return False
    if finding.label == "gendered" and OTHERS.fullmatch(text[finding.start : finding.end]):
        return False
    if finding.label in BARE:
        beside = text[: finding.start] + text[finding.end :]
        return len(beside.split()) < FEWEST_WORDS_BESIDE
    return finding.severity == "error" or finding.label in NO_EVIDENCE


def _same_note(one: Observation, other: Observation) -> bool:
    return (one.source.scorecard, one.source.place) == (other.source.scorecard, other.source.place)


def _left(observation: Observation, reason: str, *, observed: bool = True) -> LeftToRecruiter:
    return LeftToRecruiter(
        source=observation.source,
        criterion=observation.criterion,
        direction=observation.direction,
        reason=reason,
        observed=observed,
    )
