"""What every fault is looked for in: a text beside its notes, and what else is known.

In: what the prover was asked. Out: a Case.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recruiter_kit.language.proving.aligning import Alignment
from recruiter_kit.language.proving.reading import Reading, Token
from recruiter_kit.language.proving.record import Fault, Note, Person
from recruiter_kit.messages import say


@dataclass(frozen=True)
class Case:
    """A text, its notes, who is around, and the sentences that must not be told.

    `framed` are the places of words of the text that name an exercise or a criterion.
    """

    text: Reading
    notes: Sequence[Note]
    aligned: Alignment
    people: Sequence[Person] = ()
    withheld: Sequence[Reading] = ()
    framed: frozenset[int] = frozenset()

    @property
    def tokens(self) -> Sequence[Token]:
        return self.text.tokens

    def words(self, first: int, last: int) -> str:
        """Return the characters of the text from one token up to another."""
        tokens = self.text.tokens
        return self.text.text[tokens[first].start : tokens[last - 1].end]

    def fault(self, kind: str, first: int, last: int, why: str, **fields: str) -> Fault:
        """Return the fault of the tokens [first, last); `why` is the key of its message."""
        tokens = self.text.tokens
        first, last = min(first, last - 1), max(first + 1, last)
        return Fault(
            kind,
            tokens[first].start,
            max(token.end for token in tokens[first:last]),
            say(why, words=self.words(first, last), **fields),
        )


def lows(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the words in lower case."""
    return (token.low for token in tokens)
