"""Literals that any match of a pattern must contain.

In: a regular expression as a rule has it. Out: ways to hold it, each some pieces; every text that the
pattern finds in that way holds one of the strings of each piece. Loops over any words, counts and lookarounds
are left out, so a way may be met in vain, but is never missed. Raises re.error for a broken
pattern.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import product
from math import inf, prod

# The standard library's own parser: it has no public name, and a second one would differ from it.
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 64
"""More ways of one pattern cost more than they exclude."""
FIGURES = 10
"""A choice of more characters than there are digits counts as any character."""
STRINGS = 400
"""A piece with more strings is split in two."""
TELLING = 4
"""Characters of a string that is worth looking for beside a rare one."""
RARE = 9
SHORT = 2
_REPEATS = frozenset({names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT})

Piece = tuple[str, ...]
Ways = tuple[tuple[Piece, ...], ...]
ANY: Ways = ((),)
Node = tuple[Any, Any]
_GAP = None
_Row = list[Piece | None]


def parsed(pattern: str) -> list[Node]:
    """Return the parts of `pattern`; raises re.error."""
    return list(parser.parse(pattern, re.IGNORECASE))


def ways(nodes: Iterable[Node]) -> Ways:
    """Return the ways to hold a pattern; one without pieces says that any text may hold it."""
    every_way = {_pieces(row) for row in _rows(nodes)}
    return ANY if () in every_way else tuple(sorted(every_way))


def begins_inside(nodes: Sequence[Node]) -> bool:
    """Whether every match begins with a letter or digit."""
    for kind, value in nodes:
        if kind is names.LITERAL:
            return chr(value).isalnum()
        if kind is names.SUBPATTERN:
            return begins_inside(list(value[-1]))
        if kind is names.BRANCH:
            return all(begins_inside(list(branch)) for branch in value[1])
        if kind in _REPEATS:
            if not begins_inside(list(value[2])):
                return False
            if value[0]:
                return True
        elif kind is names.IN:
            return all(_is_inside(*part) for part in value)
        elif kind not in (names.ASSERT, names.ASSERT_NOT):
            return False
    return False


def _is_inside(kind: Any, value: Any) -> bool:
    if kind is names.RANGE:
        return all(chr(end).isalnum() for end in value)
    return value in (names.CATEGORY_WORD, names.CATEGORY_DIGIT) or (
        kind is names.LITERAL and (chr(value).isalnum() or chr(value) == "_")
    )


def _pieces(row: _Row) -> tuple[Piece, ...]:
    """Join what has no gap between, and leave out what is too short to say much; the rarest comes last."""
    joined: list[Piece] = [("",)]
    for piece in row:
        if piece is _GAP:
            joined.append(("",))
        elif len(joined[-1]) * len(piece) > STRINGS:
            joined.append(piece)
        else:
            joined[-1] = tuple(sorted({first + last for first, last in product(joined[-1], piece)}))
    by_length = sorted(filter(_shortest, set(joined)), key=lambda piece: (_shortest(piece), piece))
    least = TELLING if by_length and _shortest(by_length[-1]) >= RARE else SHORT
    return tuple(piece for piece in by_length if _shortest(piece) >= least) or tuple(by_length[-1:])


def _shortest(piece: Piece) -> int:
    return min(map(len, piece))


def _rows(nodes: Iterable[Node]) -> list[_Row]:
    """Return each way to run through a sequence; a gap marks where anything may come."""
    rows: list[_Row] = [[]]
    for kind, value in nodes:
        each_way = _of_node(kind, value)
        if len(rows) * len(each_way) > MOST:
            each_way = [[_GAP]]
        rows = [[*before, *after] for before in rows for after in each_way]
    return rows


def _of_node(kind: Any, value: Any) -> list[_Row]:
    if _how_many(kind, value) <= STRINGS:
        return [[_strings(kind, value)]]
    if kind is names.SUBPATTERN:
        return _rows(value[-1])
    if kind is names.BRANCH:
        short = [way for way in value[1] if _how_many_in_all(way) <= STRINGS]
        strings = tuple(sorted({text for way in short for text in _all(way)}))
        rows: list[_Row] = [[strings]] if strings else []
        return rows + [row for way in value[1] if way not in short for row in _rows(way)]
    if kind in _REPEATS and value[0]:
        return [[*row, _GAP] for row in _rows(value[2])]
    return [[_GAP]]


def _how_many(kind: Any, value: Any) -> float:
    """Return how many strings a part can match; infinity where any character or word may come."""
    if kind in (names.LITERAL, names.AT, names.ASSERT, names.ASSERT_NOT):
        return 1
    if kind is names.SUBPATTERN:
        return _how_many_in_all(value[-1])
    if kind is names.BRANCH:
        return sum(map(_how_many_in_all, value[1]))
    if kind in _REPEATS and value[:2] == (0, 1):
        return 1 + _how_many_in_all(value[2])
    if kind is names.IN and all(of in (names.LITERAL, names.RANGE) for of, _ in value):
        characters = sum(1 if of is names.LITERAL else part[1] - part[0] + 1 for of, part in value)
        return characters if characters <= FIGURES else inf
    return inf


def _how_many_in_all(nodes: Iterable[Node]) -> float:
    return prod(_how_many(*node) for node in nodes)


def _all(nodes: Iterable[Node]) -> Piece:
    """Return all strings that a sequence can match."""
    strings: set[str] = {""}
    for kind, value in nodes:
        strings = {first + last for first, last in product(strings, _strings(kind, value))}
    return tuple(strings)


def _strings(kind: Any, value: Any) -> Piece:
    """Return the literal text of a parsed part, in lower case."""
    if kind is names.LITERAL:
        return (chr(value).lower(),)
    if kind is names.IN:
        ends = [(part, part) if of is names.LITERAL else part for of, part in value]
        return tuple({chr(code).lower() for first, last in ends for code in range(first, last + 1)})
    if kind is names.SUBPATTERN:
        return _all(value[-1])
    if kind is names.BRANCH:
        return tuple({text for way in value[1] for text in _all(way)})
    if kind in _REPEATS:
        return ("", *_all(value[2]))
    return ("",)
