"""What was seen, as points to say: at most 15 words each, in the letter's own words.

In: what one interviewer wrote on one criterion, as the letter has it. Out: points. A note is cut where its
sentences end, then where a clause does, never inside a quotation, brackets or a number. Nothing is
reworded: only an "and" or a "but" at the start of a point is dropped (R5).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recruiter_kit.call.spoken import BREATH, FEWEST_WORDS, MOST_WORDS, Line, inside, words
from recruiter_kit.feedback import Direction, Statement
from recruiter_kit.language.direction import direction
from recruiter_kit.language.sentences import split
from recruiter_kit.model import Scale

FEWEST_IN_A_CLAUSE = 2
NOTHING_FITS = "…"
"""What stands for a point where no word fits: the caller reads the letter's own words beside it."""

_MARK = re.compile(
    r"(?:\s*[,;]\s+|\s+[–—-]{1,2}\s+|(?<!all)(?<!thing)(?<!one)(?<!body)(?<!choice)\s+(?=(?:but|and then)\b))"
    r"(?P<rest>(?:(?:but|and then|and)\s+)?(?=\S))",
    re.IGNORECASE,
)
# "until told twice" belongs to what is before it; a note is cut there only where it can be cut nowhere else.
_BELONGS = re.compile(
    r"(?:unless|until|except|despite|if|only|even|though|although|because|which|who|whose|where|when|n?or)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Point:
    """One thing to say; `unit` is the statement it was cut from, `says` what its words are for."""

    text: str
    unit: Statement
    says: Direction

    @property
    def broken(self) -> bool:
        return self.text.endswith("…")


def points(unit: Statement) -> list[Point]:
    """Return everything in `unit` as points, in reading order."""
    found = [
        Point(text, unit, direction(piece, None, None, Scale()))
        for sentence in _sentences(unit.text)
        for piece in _pieces(sentence)
        if (text := _fitting(piece))
    ]
    return found or [Point(NOTHING_FITS, unit, Direction.NEUTRAL)]


def failures(units: Sequence[Statement], most: int) -> list[Line]:
    """Return up to `most` points that carry a gap, in reading order: plain failures first, and each
    interviewer's first before anybody's second."""
    weight = {Direction.GAP: 0, Direction.NEUTRAL: 1, Direction.STRENGTH: 2}
    found = [points(unit) for unit in units]
    ranked: list[tuple[int, int, Point]] = []
    for of_unit in found:
        plainest_first = sorted(of_unit, key=lambda point: weight[point.says])
        ranked += [(weight[point.says], turn, point) for turn, point in enumerate(plainest_first)]
    chosen = [point for *_, point in sorted(ranked, key=lambda each: each[:2])[:most]]
    return _lines(found, chosen)


def best(units: Sequence[Statement]) -> list[Line]:
    """Return the one point that shows a strength: words that praise, whole, the most detailed first
    (length is a measure of detail, evidence/language.md, section 0)."""

    def worth(point: Point) -> tuple[bool, bool, bool, int]:
        praises = point.says is Direction.STRENGTH
        return point.says is not Direction.GAP, not point.broken, praises, words(point.text)

    found = [points(unit) for unit in units]
    every = [point for of_unit in found for point in of_unit]
    return _lines(found, [max(every, key=worth)]) if every else []


def _lines(found: Sequence[Sequence[Point]], chosen: Sequence[Point]) -> list[Line]:
    """Return the chosen points in reading order; the last of each unit has the letter's words beside it."""
    lines: list[Line] = []
    for of_unit in found:
        texts = [point.text for point in of_unit if point in chosen]
        beside = _beside(of_unit[0].unit, texts)
        lines += [Line(kind="point", text=text) for text in texts[:-1]]
        lines += [Line(kind="point", text=text, beside=beside) for text in texts[-1:]]
    return lines


def _beside(unit: Statement, told: Sequence[str]) -> str | None:
    """Return the letter's words with the interview; not the words where all of them are said."""
    if " ".join(told) == unit.text:
        return unit.interview
    return f"{unit.interview}: {unit.text}" if unit.interview else unit.text


def _sentences(text: str) -> list[str]:
    """Return the sentences of a note; a semicolon ends none, only a clause."""
    found: list[tuple[int, int]] = []
    for sentence in split(text):
        if found and text[found[-1][1] : sentence.start].strip() == ";":
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
    return [text[start:end] for start, end in found]


def _pieces(sentence: str) -> Iterator[str]:
    """Yield the sentence in pieces that end where a clause does, each as near to 15 words as can be."""
    if words(sentence) <= MOST_WORDS:
        yield _capital(sentence)
        return
    marks = [mark for mark in _MARK.finditer(sentence) if _can_be_cut(sentence, mark)]
    marks = [mark for mark in marks if not _BELONGS.match(sentence, mark.end())] or marks
    if not marks:
        yield _capital(sentence)
        return
    mark = min(marks, key=lambda mark: max(words(sentence[: mark.start()]), words(sentence[mark.end() :])))
    yield from _pieces(f"{sentence[: mark.start()]}.")
    yield from _pieces(sentence[mark.end() :])


def _can_be_cut(sentence: str, mark: re.Match[str]) -> bool:
    sides = sentence[: mark.start()], sentence[mark.end() :]
    return min(map(words, sides)) >= FEWEST_IN_A_CLAUSE and not inside(sentence, mark.start())


def _fitting(piece: str) -> str:
    """Return the piece, or as much of it as fits, with "…"; nothing where not a word fits."""
    if words(piece) <= MOST_WORDS:
        return piece
    ends = [place.start() for place in re.finditer(r"\s+", piece) if not inside(piece, place.start())]
    ends = [end for end in ends if words(piece[:end]) <= MOST_WORDS]
    breaths = [place.start() for place in BREATH.finditer(piece)]
    good = [end for end in ends if end in breaths and words(piece[:end]) >= FEWEST_WORDS] or ends
    return f"{piece[: good[-1]].rstrip(' ,;:–—-')} …" if good else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
