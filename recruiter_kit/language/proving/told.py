"""How much of a note a text tells.

In: a note as it was read, and the places of it that the text uses. Out: shares and yes or no.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.reading.reading import Reading

Told = Mapping[int, Sequence[int]]
"""The places of a note that a text uses, each with the places of the text that use it."""

MAINLY = 0.5
"""The share from which on a clause counts as told."""


class Omissions(Lexicon):
    """Words without which a note says something else; the file explains each field."""

    turning: WordSet
    adding: WordSet
    qualifying: WordSet
    helped: WordSet
    conditions: WordSet
    wholes: WordSet


@cache
def omissions() -> Omissions:
    """Return the words that a text must not leave out."""
    return load("omissions", Omissions)


def share(note: Reading, clause: int, told: Told) -> float | None:
    """Return which share of a clause's words that say something is told, None where it has none."""
    places = note.telling[clause]
    return sum(place in told for place in places) / len(places) if places else None


def share_of_content(note: Reading, clause: int, told: Told) -> float | None:
    """Return which share of all words of content of a clause is told, those of the frame of a report, too."""
    here = note.clauses[clause]
    places = [place for place in range(here.first, here.last) if note.tokens[place].content]
    return sum(place in told for place in places) / len(places) if places else None


def goes_on_told(note: Reading, clause: int, told: Told) -> bool:
    """Whether what a clause leads to is told: "no word on | when they would hear"."""
    after = clause + 1
    if after >= len(note.clauses) or note.clauses[after].mark:
        return False
    return note.clauses[after].sentence == note.clauses[clause].sentence and is_mainly_told(note, after, told)


def is_mainly_told(note: Reading, clause: int, told: Told) -> bool:
    """Whether half of the words that say something of a clause, or more, are told."""
    return (share(note, clause, told) or 0.0) >= MAINLY
