"""A text that knows where in its file each of its characters is.

In: pieces of text in reading order, each with its place in the source. Out: the text, and for
characters of it a position that a person can find in the file.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters, and the characters [start, end) of the source that they come from.

    Where the two are of one length they belong together one by one, otherwise as a whole.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Position:
    """A place: characters [start, end) of the file, or of a paragraph of it.

    `line` and `column` count from 1, as do paragraphs; a Word document has paragraphs and no lines.
    """

    start: int
    end: int
    line: int | None = None
    column: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True)
class Traced:
    """A text made of pieces of `source`; `paragraphs` says where each begins, if it has no lines."""

    pieces: Sequence[Piece]
    source: str
    paragraphs: Sequence[int] = ()

    @classmethod
    def whole(cls, text: str) -> "Traced":
        """Return a text that is its own source."""
        return cls((Piece(text, 0, len(text)),), text)

    @cached_property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def position(self, start: int, end: int) -> Position:
        """Return the place in the file of the characters [start, end) of the text; end is not below start."""
        first = self._source(start)[0]
        last = self._source(end - 1)[1] if end > start else first
        if self.paragraphs:
            number = bisect_right(self.paragraphs, first)
            begin = self.paragraphs[number - 1]
            return Position(first - begin, max(last, first) - begin, paragraph=number)
        line = bisect_right(self._lines, first)
        return Position(first, max(last, first), line, first - self._lines[line - 1] + 1)

    def _source(self, place: int) -> tuple[int, int]:
        """Return the characters of the source that the character at `place` comes from."""
        if not self.pieces:
            return 0, 0
        number = max(0, bisect_right(self._starts, place) - 1)
        piece, inside = self.pieces[number], place - self._starts[number]
        if len(piece.text) != piece.end - piece.start:
            return piece.start, piece.end
        return piece.start + inside, min(piece.start + inside + 1, piece.end)

    @cached_property
    def _starts(self) -> list[int]:
        starts, here = [], 0
        for piece in self.pieces:
            starts.append(here)
            here += len(piece.text)
        return starts

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(place + 1 for place, character in enumerate(self.source) if character == "\n")]


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put neighbours together whose characters belong to the source one by one."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not (piece.end - piece.start == len(piece.text) == 1 and piece.start == run[-1].end):
            yield _one(run)
            run = []
        run.append(piece)
        if piece.end - piece.start != len(piece.text):
            yield _one(run)
            run = []
    if run:
        yield _one(run)


def _one(run: Sequence[Piece]) -> Piece:
    return Piece("".join(piece.text for piece in run), run[0].start, run[-1].end)


def through(outer: Traced, inner: Iterable[Piece], source: str) -> list[Piece]:
    """Return pieces of `outer`'s text as pieces of `source`, from which that text was decoded by `inner`."""
    decoded = Traced(tuple(inner), source)
    found: list[Piece] = []
    for piece in outer.pieces:
        if len(piece.text) == piece.end - piece.start:
            found += joined(
                Piece(character, *decoded._source(piece.start + place))
                for place, character in enumerate(piece.text)
            )
        else:
            last = max(piece.start, piece.end - 1)
            found.append(Piece(piece.text, decoded._source(piece.start)[0], decoded._source(last)[1]))
    return found
