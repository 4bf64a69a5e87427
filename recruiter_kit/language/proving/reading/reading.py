"""What the reader makes of a text: tokens, clauses, sentences, and where each meaning is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from recruiter_kit.language.grammar.dictionary import lemmas
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.phrasebook import Spans, find_phrases


@dataclass(slots=True)
class Token:
    """One word: its characters [start, end), its meanings, and where it is.

    `content` says that it is not of the closed classes and not a number; `number` is its value. `denied` says
    whether a denial before it covers it; `quote` numbers the quotation that it is in, -1 outside; `capital`
    that it has one capital, as a name has; `capitals` that it is all capitals, as a short form is; `phrased`
    that it belongs to a phrase which has a meaning of its own.
    """

    start: int
    end: int
    low: str
    keys: frozenset[str]
    content: bool
    number: str | None = None
    capital: bool = False
    capitals: bool = False
    clause: int = 0
    sentence: int = 0
    quote: int = -1
    denied: bool = False
    phrased: bool = False


@dataclass(slots=True)
class Clause:
    """The tokens [first, last) of a clause; `denies` says whether a denial is in it, `opener` how it begins.

    `mark` is the sign before it: a comma, an arrow, an opening bracket.
    """

    first: int
    last: int
    sentence: int
    denies: bool = False
    opener: str = ""
    mark: str = ""


class Sentence(NamedTuple):
    """The characters [start, end) of a sentence, its tokens [first, last), its clauses by their numbers."""

    start: int
    end: int
    first: int
    last: int
    clauses: range


@dataclass(eq=False)
class Reading:
    """A text as it was read. `lows` are the words in lower case, with "" for those in a quotation."""

    text: str
    tokens: list[Token] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    lows: tuple[str, ...] = ()

    def words(self, clause: Clause) -> Sequence[Token]:
        """Return the tokens of a clause."""
        return self.tokens[clause.first : clause.last]

    def tokens_of(self, sentence: int) -> Sequence[Token]:
        """Return the tokens of a sentence."""
        here = self.sentences[sentence]
        return self.tokens[here.first : here.last]

    def clauses_of(self, sentence: int) -> Sequence[Clause]:
        """Return the clauses of a sentence."""
        numbers = self.sentences[sentence].clauses
        return self.clauses[numbers.start : numbers.stop]

    def phrases(self, book: str) -> Spans:
        """Return the places [first, last) of the phrases of a list, outside quotations."""
        return self._phrases.get(book, ())

    @cached_property
    def _phrases(self) -> Mapping[str, Spans]:
        return {
            book: [(first, last) for first, last in spans if self._in_one_sentence(first, last)]
            for book, spans in find_phrases(self.lows).items()
        }

    def _in_one_sentence(self, first: int, last: int) -> bool:
        return self.tokens[first].sentence == self.tokens[last - 1].sentence

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        """The places of the tokens that have a meaning, by its key."""
        found: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            if token.content or token.number or token.phrased:
                for key in token.keys:
                    found.setdefault(key, []).append(place)
        return found

    @cached_property
    def pairs(self) -> Mapping[str, int]:
        """The places of two neighbours outside quotations, by what they are when written together."""
        both = pairwise(self.lows)
        return {first + second: place for place, (first, second) in enumerate(both) if first and second}

    @cached_property
    def initials(self) -> str:
        """The first letters of the words."""
        return "".join(token.low[0] for token in self.tokens)

    @cached_property
    def shorts(self) -> tuple[tuple[int, str], ...]:
        """The words in capitals ("HCA"), with their places; an "s" at their end is left out."""
        return tuple(
            (place, token.low.removesuffix("s")) for place, token in enumerate(self.tokens) if token.capitals
        )

    @cached_property
    def unknown(self) -> list[tuple[int, str]]:
        """The places of words that no dictionary has, with the words."""
        return [
            (place, token.low)
            for place, token in enumerate(self.tokens)
            if token.content and not lemmas(token.low)
        ]

    @cached_property
    def counts(self) -> list[int]:
        """The places of numbers, without those that somebody is quoted with."""
        return [place for place, token in enumerate(self.tokens) if token.number and token.quote < 0]

    @cached_property
    def telling(self) -> list[list[int]]:
        """For each clause the places of its numbers, and of its words of content outside the frame."""
        frame = grammar().frame
        return [
            [
                place
                for place, token in enumerate(self.words(clause), clause.first)
                if token.number or (token.content and token.low not in frame)
            ]
            for clause in self.clauses
        ]
