"""Which sentences of a proposal stand or fall together.

In: a proof, and the notes that each statement rests on. Out: groups of sentences and the statements that each
group would replace. A sentence that rests on two notes ties the statements of both together; one that leans
on the sentence before it goes with it. So no note is told twice, once noted and once addressed.
"""

from collections.abc import Sequence
from typing import NamedTuple

from recruiter_kit.language.leaning import begins_alone
from recruiter_kit.language.proving import Proof


class Group(NamedTuple):
    """Sentences by their places in a proof, and statements by theirs, both in order."""

    sentences: tuple[int, ...]
    statements: tuple[int, ...]


def groups(proof: Proof, notes_of: Sequence[frozenset[int]]) -> list[Group]:
    """Return the groups of a proof that have sentences; `notes_of` holds the notes of each statement."""
    tied = _Ties()
    for place, notes in enumerate(notes_of):
        for note in notes:
            tied.tie(("statement", place), ("note", note))
    for place, sentence in enumerate(proof.sentences):
        for note in sentence.notes:
            tied.tie(("sentence", place), ("note", note))
        leans = not sentence.notes or not begins_alone(proof.text[sentence.start : sentence.end])
        if place and (leans or goes_on(proof, place)):
            tied.tie(("sentence", place), ("sentence", place - 1))
    roots = dict.fromkeys(tied.root(("sentence", place)) for place in range(len(proof.sentences)))
    return [
        Group(
            tuple(n for n in range(len(proof.sentences)) if tied.root(("sentence", n)) == root),
            tuple(n for n in range(len(notes_of)) if tied.root(("statement", n)) == root),
        )
        for root in roots
    ]


def goes_on(proof: Proof, place: int) -> bool:
    """Whether what is at `place` goes on with the sentence before it, after a semicolon."""
    before = proof.sentences[place - 1].end if place else 0
    return ";" in proof.text[max(0, before - 1) : proof.sentences[place].start]


def text_of(proof: Proof, places: Sequence[int]) -> str:
    """Return the sentences at these places as one text, with the marks between neighbours."""
    told = ""
    for number, place in enumerate(places):
        sentence = proof.sentences[place]
        neighbours = number > 0 and places[number - 1] == place - 1
        between = proof.text[proof.sentences[place - 1].end : sentence.start] if neighbours else " "
        told += (between if number else "") + proof.text[sentence.start : sentence.end]
    return told


class _Ties:
    """What is tied together, as a forest of which each tree is one group."""

    def __init__(self) -> None:
        self._above: dict[tuple[str, int], tuple[str, int]] = {}

    def root(self, one: tuple[str, int]) -> tuple[str, int]:
        while (above := self._above.get(one, one)) != one:
            one = above
        return one

    def tie(self, one: tuple[str, int], other: tuple[str, int]) -> None:
        self._above[self.root(one)] = self.root(other)
