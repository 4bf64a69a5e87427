"""Which words a text must hold for a pattern to have a chance.

In: a regular expression as a rule has it, with words of words.yaml behind signs of their own. Out:
beginnings of words, one of which stands in every text that the pattern finds; none when that cannot
be said. A sentence without any of them is never searched. Raises re.error for a broken pattern.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

# The standard library's own parser: it has no public name, and a second one would differ from it.
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 4
MANY = 12
_COMMON_WORDS = """
a an the and or but of to in on at for with from by as is are was were be been have has had do did not no
you your we our us i it its that this they them he she his her who what whic when so if will woul coul can
don didn does s t d m re ve ll
"""
COMMON = frozenset(_COMMON_WORDS.split())
_DEAR = 40
_END = " "
_UNKNOWN: Any = object()
_WORD = re.compile(r"[^\W_]+")

Heads = frozenset[str] | None
Node = tuple[Any, Any]


def keys(text: str) -> frozenset[str]:
    """Return how the words of `text` begin, in small letters."""
    return frozenset(each[:LENGTH] for each in _WORD.findall(text.lower()))


def anchors(pattern: str, signs: Mapping[str, Heads]) -> Heads:
    """Return beginnings of words of which a text must hold one, or None.

    `signs` says for single characters that stand for a list of words how these begin.
    """
    return _Reader(signs).best(list(parser.parse(pattern, re.IGNORECASE)), at_start=True, closed=True)


def heads(alternatives: Iterable[str], signs: Mapping[str, Heads]) -> Heads:
    """Return how the words of a list begin, or None when one may begin anyhow."""
    reader = _Reader(signs)
    found = [reader.heads(list(parser.parse(each, re.IGNORECASE)), closed=True) for each in alternatives]
    return _union(found)


class _Reader:
    """Reads parsed patterns; `signs` stand for lists of words.

    `at_start` says that a word begins with the first part, `closed` that one ends with the last.
    """

    def __init__(self, signs: Mapping[str, Heads]) -> None:
        self.signs = signs

    def best(self, nodes: Sequence[Node], *, at_start: bool, closed: bool) -> Heads:
        """Return the rarest words of which every text found by `nodes` holds one."""
        found: list[frozenset[str]] = []
        for place, (kind, value) in enumerate(nodes):
            last = closed and all(each in _EMPTY for each, _ in nodes[place + 1 :])
            some = self.heads(nodes[place:], closed=closed) if at_start else None
            inside = self._inside(kind, value, at_start, last)
            found += [each for each in (some, inside) if each]
            at_start = self._ends(kind, value, at_start)
        return min(found, key=_cost, default=None)

    def _inside(self, kind: Any, value: Any, at_start: bool, closed: bool) -> Heads:
        """Return what a part that must be there holds in itself."""
        if kind is names.SUBPATTERN:
            return self.best(list(value[-1]), at_start=at_start, closed=closed)
        if kind is names.BRANCH:
            return _union(self.best(list(each), at_start=at_start, closed=closed) for each in value[1])
        if kind in _REPEATS and value[0]:
            return self.best(list(value[2]), at_start=at_start, closed=False)
        return None

    def _ends(self, kind: Any, value: Any, at_start: bool) -> bool:
        """Whether a new word begins after this part."""
        if kind in _EMPTY:
            return at_start
        if kind is names.LITERAL:
            return chr(value) not in self.signs and not chr(value).isalnum()
        if kind is names.SUBPATTERN:
            return self._all_end(list(value[-1]), at_start)
        if kind is names.BRANCH:
            return all(self._all_end(list(each), at_start) for each in value[1])
        if kind in _REPEATS:
            return (at_start or value[0] > 0) and self._all_end(list(value[2]), at_start)
        return False

    def _all_end(self, nodes: Sequence[Node], at_start: bool) -> bool:
        for kind, value in nodes:
            at_start = self._ends(kind, value, at_start)
        return at_start

    def heads(self, nodes: Sequence[Node], *, closed: bool, so_far: str = "") -> Heads:
        """Return how a word that begins with `nodes` may begin, or None when that is anyhow."""
        if len(so_far) >= LENGTH or so_far.endswith(_END):
            return frozenset({so_far[:LENGTH].rstrip()})
        if not nodes:
            return frozenset({so_far}) if so_far and closed else None
        (kind, value), rest = nodes[0], nodes[1:]
        if kind in _EMPTY:
            return self.heads(rest, closed=closed, so_far=so_far)
        if kind is names.LITERAL and chr(value) in self.signs:
            return None if so_far else self.signs[chr(value)]
        choices = _choices(kind, value)
        if choices is None:
            return None
        return _union(self._go_on(choice, rest, closed, so_far) for choice in choices)

    def _go_on(self, choice: str | list[Node], rest: Sequence[Node], closed: bool, so_far: str) -> Heads:
        if not isinstance(choice, str):
            return self.heads([*choice, *rest], closed=closed, so_far=so_far)
        letter = choice.lower() if choice.isalnum() else _END
        return self.heads(rest, closed=closed, so_far=(so_far + letter).lstrip())


_EMPTY = frozenset({names.AT, names.ASSERT, names.ASSERT_NOT})
_REPEATS = frozenset({names.MAX_REPEAT, names.MIN_REPEAT})


def _choices(kind: Any, value: Any) -> Sequence[str | list[Node]] | None:
    """Return what may stand first: characters, or parts in a row."""
    if kind is names.LITERAL:
        return [chr(value)]
    if kind is names.IN and all(each is names.LITERAL for each, _ in value) and len(value) <= MANY:
        return [chr(each) for _, each in value]
    if kind is names.SUBPATTERN:
        return [list(value[-1])]
    if kind is names.BRANCH:
        return [list(each) for each in value[1]]
    if kind in _REPEATS:
        again: list[Node] = [(_UNKNOWN, None)] if value[1] != 1 else []
        return [[*value[2], *again]] if value[0] else [[*value[2], *again], []]
    return None


def _cost(words: frozenset[str]) -> tuple[int, list[str]]:
    return sum(_DEAR if each in COMMON else 1 for each in words), sorted(words)


def _union(found: Iterable[Heads]) -> Heads:
    """Return all of `found` together, or None when one of them is not known."""
    together: set[str] = set()
    for each in found:
        if each is None:
            return None
        together |= each
    return frozenset(together)
