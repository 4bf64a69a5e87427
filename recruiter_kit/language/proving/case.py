"""What every fault is looked for in: a text beside its notes, and what else is known.

In: what the prover was asked. Out: a Case.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from recruiter_kit.language.proving.added import added
from recruiter_kit.language.proving.aligning.align import align
from recruiter_kit.language.proving.aligning.alignment import Alignment
from recruiter_kit.language.proving.aligning.notes import Notes, read_notes
from recruiter_kit.language.proving.reading.read import read, read_again
from recruiter_kit.language.proving.reading.reading import Reading, Token
from recruiter_kit.language.proving.record import Fault, Note, Person
from recruiter_kit.messages import say


@dataclass(slots=True)
class Case:
    """A text, its notes, who is around, and the sentences that must not be told.

    `units` are the notes as they were given, `notes` as they were read. `framed` are the places of words of
    the text that name an exercise or a criterion, `added` those of words that no note holds. `tokens` are
    those of the text.
    """

    text: Reading
    units: Sequence[Note]
    notes: Notes
    aligned: Alignment
    people: tuple[Person, ...]
    withheld: tuple[Reading, ...]
    framed: frozenset[int]
    added: frozenset[int]
    tokens: Sequence[Token] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.text.tokens

    def fault(self, kind: str, first: int, last: int, why: str, **fields: str) -> Fault:
        """Return the fault of the tokens between two places, whichever comes first.

        `why` is the key of its message, `fields` what the message names beside the words.
        """
        first, last = min(first, last - 1), max(first + 1, last)
        start = self.tokens[first].start
        words = self.text.text[start : self.tokens[last - 1].end]
        end = max(token.end for token in self.tokens[first:last])
        return Fault(kind, start, end, say(why, words=words, **fields))


def case_of(
    text: str, units: Sequence[Note | str], people: Sequence[Person | str], withheld: Sequence[str]
) -> Case:
    """Return what the prover was asked, read and aligned."""
    given = [unit if isinstance(unit, Note) else Note(unit) for unit in units]
    around = tuple(person if isinstance(person, Person) else Person(person) for person in people)
    reading = read(text)
    notes = read_notes(tuple(note.text for note in given))
    aligned = align(reading, notes)
    hidden = tuple(read_again(sentence) for sentence in withheld)
    framed = _framed(reading, given)
    return Case(reading, given, notes, aligned, around, hidden, framed, added(aligned, framed))


def _framed(reading: Reading, notes: Sequence[Note]) -> frozenset[int]:
    """Return the places of words that name the exercise or the criterion of a note."""
    names = _meanings(frozenset(name for note in notes for name in (note.exercise, note.criterion) if name))
    return frozenset(
        place
        for place, token in enumerate(reading.tokens)
        if (token.content or token.number) and not names.isdisjoint(token.keys)
    )


@lru_cache(1_024)
def _meanings(names: frozenset[str]) -> frozenset[str]:
    return frozenset(key for name in names for key in read_again(name).by_key)
