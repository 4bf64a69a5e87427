"""The level that a reader would infer from a text, as against the level that the panel gave.

In: the heading and the sentences on a criterion. Out: a guess in levels from the required one, from
-3 to +2. A model of a reader, not a reader: its error on passages it was not fitted to stands in
benchmarks/README.md. Source: FEEDBACK, "Candour, measured on every draft".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from recruiter_kit.composing.phrasing import wording_file
from recruiter_kit.feedback import Direction
from recruiter_kit.files.data_file import read_record
from recruiter_kit.language.direction import direction
from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, compiled
from recruiter_kit.language.sentences import split
from recruiter_kit.model import Record, Scale

LOWEST, HIGHEST = -3.0, 2.0
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Heading(Record):
    """Words that name a band, and the level that a reader takes them for."""

    words: Pattern
    level: float


class Degree(Record):
    """By how much words of degree change what a sentence counts."""

    softened: float
    boosted: float
    outstanding: float
    grave: float


class Weights(Record):
    """What a guess is made of: a constant, the heading's level, and mean praise and blame a sentence."""

    constant: float
    heading: float
    praise: float
    blame: float


class Reader(Lexicon):
    """What a reader makes of words (wording/reader.yaml)."""

    headings: tuple[Heading, ...]
    boosters: WordSet
    softeners: WordSet
    outstanding: WordSet
    grave: WordSet
    degree: Degree
    with_heading: Weights
    alone: Weights


@dataclass(frozen=True)
class Read:
    """What a reader takes from a passage: the heading's level (None without one), praise and blame.

    Praise is zero or above, blame zero or below: means over the sentences of the passage.
    """

    heading: float | None
    praise: float
    blame: float


def inferred(heading: str, texts: Sequence[str]) -> float:
    """Return the level that a reader infers, in levels from the required one, from -3 to +2."""
    found = read(heading, texts)
    weights = reader().alone if found.heading is None else reader().with_heading
    guess = (
        weights.constant
        + weights.heading * (found.heading or 0.0)
        + weights.praise * found.praise
        + weights.blame * found.blame
    )
    return min(HIGHEST, max(LOWEST, guess))


def read(heading: str, texts: Sequence[str]) -> Read:
    """Return what a reader takes from the `heading` (may be empty) and the `texts` below it.

    A band named in the texts counts before that of the heading. Under a heading a sentence that says
    neither good nor bad is read as the heading is.
    """
    named = _level(" ".join(texts))
    level = _level(heading) if named is None else named
    values = [_value(sentence.text, level) for text in texts for sentence in split(text)] or [0.0]
    return Read(
        heading=level,
        praise=fmean(max(0.0, value) for value in values),
        blame=fmean(min(0.0, value) for value in values),
    )


@cache
def reader() -> Reader:
    """Return the lexicon; raise DataFileError when it does not fit."""
    return read_record(wording_file("reader.yaml"), Reader)


def _level(heading: str) -> float | None:
    return next(
        (entry.level for entry in reader().headings if compiled((entry.words,)).search(heading)), None
    )


def _value(sentence: str, level: float | None) -> float:
    known = reader()
    said = direction(sentence, None, None, Scale())
    sign = {Direction.STRENGTH: 1.0, Direction.GAP: -1.0, Direction.NEUTRAL: 0.0}[said]
    words = {word.lower().replace("’", "'") for word in _WORD.findall(sentence)}
    if words & known.grave:
        return -known.degree.grave
    if not sign:
        sign = 1.0 if words & known.outstanding else 0.0 if not level else 1.0 if level > 0 else -1.0
    if words & known.softeners:
        return sign * known.degree.softened
    if sign > 0 and words & known.outstanding:
        return sign * known.degree.outstanding
    return sign * (known.degree.boosted if words & known.boosters else 1.0)
