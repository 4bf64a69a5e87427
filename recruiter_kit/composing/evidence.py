"""Choose the observations that show how a criterion was met.

In: the observations on one criterion. Out: the few that go into the letter, each with every source
behind it. Keeps R2 and R4: direction must fit the band, and nothing is said that was not seen.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruiter_kit.feedback import Direction, Observation, Source
from recruiter_kit.language.direction import direction
from recruiter_kit.model import Scale

MOST_IN_A_GAP = 3
LONGEST_SENTENCE = 25
FEWEST_CONCRETE = 5
SAME_AS = 0.6

_SAYS_MORE = re.compile(r"[,;:\d]")
_DENIES = re.compile(r"\b(?:no|not|never|without|nobody|nothing|cannot)\b|n[\'’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


@dataclass(frozen=True)
class Evidence:
    """An observation as the candidate reads it, with the observations and sources behind it."""

    text: str
    observations: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def scorecard(self) -> str:
        return self.sources[0].scorecard

    @property
    def note(self) -> tuple[str, str]:
        """The note it was written in: its scorecard and its place there."""
        return self.scorecard, self.sources[0].place


def for_gap(observations: Sequence[Observation]) -> tuple[Evidence, ...]:
    """Return up to three pieces of evidence for a gap, in the order they were written.

    Failures come first. Room that is left takes what else the same note says ("Your joins were
    correct."), so that the facts stay together; a sentence that counts as a gap by its level only,
    though its words praise, is left to a person. Without a single failure nothing is returned.
    """
    merged = _merge([observation for observation in observations if not praise_for_a_gap(observation)])
    chosen = _best(
        [piece for piece in merged if _direction(piece, observations) is Direction.GAP], MOST_IN_A_GAP
    )
    notes = {piece.note for piece in chosen}
    context = [piece for piece in merged if piece not in chosen and piece.note in notes]
    chosen += _best(context, MOST_IN_A_GAP - len(chosen))
    return tuple(piece for piece in merged if piece in chosen)


def for_strength(observations: Sequence[Observation]) -> tuple[Evidence, ...]:
    """Return the one piece of evidence that shows a strength best, or nothing."""
    merged = _merge(observations)
    strengths = [piece for piece in merged if _direction(piece, observations) is Direction.STRENGTH]
    return tuple(_best(strengths, 1))


def praise_for_a_gap(observation: Observation) -> bool:
    """Return whether it counts as a gap by the level beside it, though its words alone praise.

    Words are trusted so far in one plain clause only: "you made it 5 ml, correct was 2.5 ml" is a failure.
    """
    return observation.direction is Direction.GAP and _plainly_praises(observation.text)


def is_failure(text: str) -> bool:
    """Return whether a sentence on a gap speaks of a failure by its words, not only by its place."""
    return _by_words(text) is not Direction.NEUTRAL and not _plainly_praises(text)


def _plainly_praises(text: str) -> bool:
    return _by_words(text) is Direction.STRENGTH and not _SAYS_MORE.search(text)


def _by_words(text: str) -> Direction:
    return direction(text, None, None, Scale())


def _best(evidence: Sequence[Evidence], most: int) -> list[Evidence]:
    """Rank concrete before general, then by number of interviewers, then by detail.

    A sentence too long to read comes last, and so does one too short to show anything. Length
    is the measure of detail: it alone correlates 0.44 to 0.70 with specificity as people rate it
    (evidence/language.md, section 0).
    """

    def worth(piece: Evidence) -> tuple[bool, bool, int, int]:
        words = len(piece.text.split())
        people = len({source.scorecard for source in piece.sources})
        return words <= LONGEST_SENTENCE, words >= FEWEST_CONCRETE, people, words

    return sorted(evidence, key=worth, reverse=True)[: max(0, most)]


def _merge(observations: Sequence[Observation]) -> list[Evidence]:
    """Join observations that say the same thing, keeping the longer wording and every source."""
    merged: list[Evidence] = []
    for observation in observations:
        twin = next((piece for piece in merged if _same(piece.text, observation.text)), None)
        new = Evidence(observation.text, (observation.id,), (observation.source,))
        if twin is None:
            merged.append(new)
            continue
        longer = max((twin, new), key=lambda piece: len(piece.text))
        merged[merged.index(twin)] = Evidence(
            longer.text, twin.observations + new.observations, twin.sources + new.sources
        )
    return merged


def _same(one: str, other: str) -> bool:
    """Return whether two sentences share most of their words, and deny or do not deny alike."""
    left, right = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    if len(_DENIES.findall(one)) != len(_DENIES.findall(other)):
        return False
    return bool(left and right) and len(left & right) / len(left | right) >= SAME_AS


def _direction(evidence: Evidence, observations: Sequence[Observation]) -> Direction:
    first = evidence.observations[0]
    return next(observation.direction for observation in observations if observation.id == first)
