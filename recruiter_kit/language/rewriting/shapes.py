"""Short forms whose meaning depends on what is beside them, written out.

In: a piece of a note that is neither quotation nor code. Out: the same with "35 mins" as "35 minutes" and
"an eg" as "an example". The shapes are data: lexicon/shapes.yaml.
"""

import re
from functools import cache

from recruiter_kit.language.grammar.dictionary import kinds
from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, load
from recruiter_kit.model import Record


class Shape(Record):
    """A short form in its surroundings; `examples` are what goes in and what comes out, `not_in` the trades
    where it means something else (Q3 is a quarter in sales)."""

    when: WordSet
    pattern: Pattern
    written: str
    unless: Pattern | None = None
    alongside: Pattern | None = None
    not_in: WordSet = frozenset()
    examples: dict[str, str]


class Shapes(Lexicon):
    """Every shape, in the order in which they apply; `full` are the full forms that "@1" asks for, and
    `very` words that a "v" before them makes stronger."""

    full: dict[str, str]
    very: WordSet
    shapes: tuple[Shape, ...]


_V = re.compile(r"(?:(?<= )|(?<=^))[vV]\b\.? (?=(?P<next>[a-z][\w'-]*))")
_LAST = re.compile(r"([a-z]+) $")
_STRESSED = re.compile(
    r"(?:^|[,;:–-]|\b(?:and|but|was|were|is|are|an?|not|also|both|still|or|been))\s*$", re.IGNORECASE
)
_SIGN = re.compile(r"[a-z]+|[&+~@]")
_FULL = re.compile(r"@(\d)")


class _Compiled:
    """A shape, ready to run."""

    def __init__(self, shape: Shape, full: dict[str, str], american: bool) -> None:
        self.pattern = re.compile(shape.pattern)
        self.unless = re.compile(shape.unless) if shape.unless else None
        self.alongside = re.compile(shape.alongside) if shape.alongside else None
        self.written = shape.written.split("|")[-1 if american else 0]
        self.full = full if "@" in shape.written else None

    def apply(self, text: str) -> str:
        if self.unless and self.unless.search(text):
            return text
        if self.alongside and not self.alongside.search(text):
            return text
        return self.pattern.sub(self._replaced, text)

    def _replaced(self, found: re.Match[str]) -> str:
        written = self.written
        if self.full:
            full = self.full
            written = _FULL.sub(lambda group: full[found[int(group[1])]], written)
        written = found.expand(written)
        opens = found.start() == 0 and found.group()[:1].isupper()
        return written[0].upper() + written[1:] if opens else written


@cache
def _by_sign(american: bool, trades: tuple[str, ...]) -> dict[str, tuple[tuple[int, _Compiled], ...]]:
    known = load("shapes", Shapes)
    table: dict[str, list[tuple[int, _Compiled]]] = {}
    for place, shape in enumerate(known.shapes):
        if not shape.not_in.isdisjoint(trades):
            continue
        compiled = _Compiled(shape, known.full, american)
        for sign in shape.when:
            table.setdefault(sign, []).append((place, compiled))
    return {sign: tuple(shapes) for sign, shapes in table.items()}


def write_out(text: str, trades: tuple[str, ...] = (), *, american: bool = False) -> str:
    """Return `text` with the short forms written out that its own words settle."""
    table = _by_sign(american, trades)
    if " v" in text or text[:1] in "vV":
        text = _V.sub(_very_or_against, text)
    signs = set(_SIGN.findall(text.lower()))
    called = signs & table.keys()
    if not called:
        return text
    for _, shape in sorted({each for sign in called for each in table[sign]}, key=lambda each: each[0]):
        text = shape.apply(text)
    return text


def _very_or_against(found: re.Match[str]) -> str:
    """Read "v" as "very" before what has degrees, as "against" between two things; in doubt it stays."""
    after, earlier = found["next"], found.string[: found.start()]
    before = _LAST.search(earlier)
    parts, parts_before = kinds(after), kinds(before[1]) if before else frozenset()
    graded = after in load("shapes", Shapes).very or ("NOUN" not in parts and bool(parts & {"ADJ", "ADV"}))
    if not graded and ("ADJ" in parts or after.endswith(("ed", "ing"))):
        graded = bool(_STRESSED.search(earlier)) or (before is not None and "NOUN" not in parts_before)
    if graded:
        return "Very " if found.group()[0] == "V" and not earlier.strip() else "very "
    if "NOUN" in parts and "ADJ" not in parts and "NOUN" in parts_before and found.group()[0] == "v":
        return "against "
    return found.group()
