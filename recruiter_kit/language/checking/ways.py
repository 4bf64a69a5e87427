"""What a text must hold for a pattern to have a chance, in pieces that an automaton finds at once.

In: a regular expression as a rule has it. Out: ways to hold it, each a set of small patterns all of which
stand somewhere in every text that the pattern finds in that way. Loops over any words, counts and what
stands around a place are left out, so a way may be met in vain, but never missed. Raises re.error for a
broken pattern.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

# The standard library's own parser: it has no public name, and a second one would differ from it.
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 64
"""More ways of one pattern cost more than they exclude."""
TELLING = 4
"""Signs of a piece that is worth looking for beside a rare one."""
RARE = 9
SHORT = 2
_LETTER, _OTHER = "e", "\x80"
_BETWEEN = None
_PLACES = {names.AT_BOUNDARY: r"\b", names.AT_BEGINNING: "^", names.AT_END: "$"}
_REPEATS = frozenset({names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT})

Ways = tuple[tuple[str, ...], ...]
ANY: Ways = ((),)
Node = tuple[Any, Any]
_Row = list[str | None]


class _Plain(dict[int, str]):
    """Signs beyond ASCII, one for one: letters and figures as one letter, all others as one mark."""

    def __missing__(self, sign: int) -> str:
        self[sign] = chr(sign) if sign < 128 else _LETTER if chr(sign).isalnum() else _OTHER
        return self[sign]


_PLAIN = _Plain()


def plain(text: str) -> bytes:
    """Return `text` with one byte for each character, as pieces are looked for."""
    return (text if text.isascii() else text.translate(_PLAIN)).encode("latin-1")


def parsed(pattern: str) -> list[Node]:
    """Return the parts of `pattern`; raises re.error."""
    return list(parser.parse(pattern, re.IGNORECASE))


def ways(nodes: Sequence[Node]) -> Ways:
    """Return the ways to hold a pattern; one without pieces says that any text may hold it."""
    start = r"\b" if begins_inside(nodes) else ""
    found = {_pieces([start, *row]) for row in _rows(nodes)}
    return ANY if () in found else tuple(sorted(found))


def begins_inside(nodes: Sequence[Node]) -> bool:
    """Whether all that is found begins with a letter or figure."""
    for kind, value in nodes:
        if kind is names.LITERAL:
            return chr(value).isalnum()
        if kind is names.SUBPATTERN:
            return begins_inside(list(value[-1]))
        if kind is names.BRANCH:
            return all(begins_inside(list(each)) for each in value[1])
        if kind in _REPEATS:
            if not begins_inside(list(value[2])):
                return False
            if value[0]:
                return True
        elif kind is names.IN:
            return all(_is_inside(*each) for each in value)
        elif kind not in (names.ASSERT, names.ASSERT_NOT):
            return False
    return False


def _is_inside(kind: Any, value: Any) -> bool:
    if kind is names.RANGE:
        return all(chr(each).isalnum() for each in value)
    return value in (names.CATEGORY_WORD, names.CATEGORY_DIGIT) or (
        kind is names.LITERAL and chr(value).isalnum()
    )


def _pieces(row: _Row) -> tuple[str, ...]:
    """Join what stands without a gap, and leave out what is too short to say much."""
    joined = [""]
    for each in row:
        if each is _BETWEEN:
            joined.append("")
        else:
            joined[-1] += each
    by_length = sorted({each for each in joined if _shortest(each)}, key=lambda each: (_shortest(each), each))
    least = TELLING if by_length and _shortest(by_length[-1]) >= RARE else SHORT
    return tuple(each for each in by_length if _shortest(each) >= least) or tuple(by_length[-1:])


@cache
def _shortest(piece: str) -> int:
    """Return how many signs a text that holds `piece` has at least."""
    return int(parser.parse(piece).getwidth()[0])


def _rows(nodes: Iterable[Node]) -> list[_Row]:
    """Return each way to run through a sequence; a gap stands where anything may come."""
    rows: list[_Row] = [[]]
    for kind, value in nodes:
        each_way = _of_node(kind, value)
        if len(rows) * len(each_way) > MOST:
            each_way = [[_BETWEEN]]
        rows = [[*before, *after] for before in rows for after in each_way]
    return rows


def _of_node(kind: Any, value: Any) -> list[_Row]:
    if not _is_open(kind, value):
        return [[_text(kind, value)]]
    if kind is names.SUBPATTERN:
        return _rows(value[-1])
    if kind is names.BRANCH:
        closed = [each for each in value[1] if not _any_open(each)]
        rows: list[_Row] = [[_choice(closed)]] if closed else []
        return rows + [row for each in value[1] if _any_open(each) for row in _rows(each)]
    if kind in _REPEATS and value[0]:
        return [[*row, _BETWEEN] for row in _rows(value[2])]
    return [[_BETWEEN]]


def _any_open(nodes: Iterable[Node]) -> bool:
    return any(_is_open(*each) for each in nodes)


def _is_open(kind: Any, value: Any) -> bool:
    """Whether it takes in signs or words of any kind, or some that may come or not."""
    if kind is names.SUBPATTERN:
        return _any_open(value[-1])
    if kind is names.BRANCH:
        return any(map(_any_open, value[1]))
    if kind in _REPEATS:
        return value[:2] != (0, 1) or _any_open(value[2])
    if kind is names.IN:
        return any(each is not names.LITERAL for each, _ in value)
    return kind not in (names.LITERAL, names.AT, names.ASSERT, names.ASSERT_NOT)


def _choice(alternatives: Iterable[Iterable[Node]]) -> str:
    return "(?:" + "|".join(map(_joined, alternatives)) + ")"


def _joined(nodes: Iterable[Node]) -> str:
    return "".join(_text(*each) for each in nodes)


def _text(kind: Any, value: Any) -> str:
    """Write a part that is not open as RE2 reads it."""
    if kind is names.LITERAL:
        return _sign(value)
    if kind is names.IN:
        return f"[{''.join(_sign(sign) for _, sign in value)}]"
    if kind is names.BRANCH:
        return _choice(value[1])
    if kind is names.SUBPATTERN:
        return f"(?:{_joined(value[-1])})"
    if kind in _REPEATS:
        return f"(?:{_joined(value[2])})?"
    return _PLACES.get(value, "") if kind is names.AT else ""


def _sign(code: int) -> str:
    sign = _PLAIN[code]
    return sign if sign.isalnum() else f"\\x{ord(sign):02x}"
