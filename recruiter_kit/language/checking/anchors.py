"""Which words a text must hold for a pattern to have a chance.

In: a regular expression as a rule has it, with words of words.yaml behind signs of their own. Out:
clauses. A clause is a set of words ("price") and beginnings of words ("pric*"), one of which stands in
every text that the pattern finds; of several clauses each must be met. Where none can be named, every
text may hold the pattern. Raises re.error for a broken pattern.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

# The standard library's own parser: it has no public name, and a second one would differ from it.
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 12
"""A longer word is told by its beginning."""
SHORTEST = 2
"""A beginning shorter than this says too little."""
CLAUSES = 4
"""More clauses cost more than they exclude."""
BEGINNING = "*"
MANY = 12
_COMMON_WORDS = """
a an the and or but of to in on at for with from by as is are was were be been have has had do did does not no
you your we our us i it its that this they them he she his her what which who when so if would will could can
don didn doesn s t d m re ve ll
"""
COMMON = frozenset(_COMMON_WORDS.split())
_DEAR = 40
_END = " "
_UNKNOWN: Any = object()

Heads = frozenset[str] | None
Clauses = tuple[frozenset[str], ...]
Node = tuple[Any, Any]


def anchors(pattern: str, signs: Mapping[str, Heads]) -> Clauses:
    """Return the clauses that every text found by `pattern` meets, rarest first.

    `signs` says for single characters that stand for a list of words how these begin.
    """
    reader = _Reader(signs)
    found = reader.clauses(list(parser.parse(pattern, re.IGNORECASE)), at_start=True, closed=True)
    kept: list[frozenset[str]] = []
    for each in sorted(dict.fromkeys(found), key=_cost):
        if len(kept) < CLAUSES and not any(other <= each for other in kept):
            kept.append(each)
    return tuple(kept)


def beginnings(pattern: str, signs: Mapping[str, Heads]) -> tuple[bool, Heads]:
    """Return whether all that `pattern` finds begins with a letter or figure, and the words it begins with.

    The lists of words behind `signs` are taken to do so.
    """
    nodes = list(parser.parse(pattern, re.IGNORECASE))
    reader = _Reader(signs)
    inside = reader.begins_inside(nodes)
    return inside, reader.heads(nodes, closed=True) if inside else None


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

    def clauses(self, nodes: Sequence[Node], *, at_start: bool, closed: bool) -> list[frozenset[str]]:
        """Return a clause for each word that every text found by `nodes` holds."""
        found: list[frozenset[str]] = []
        for place, (kind, value) in enumerate(nodes):
            last = closed and all(each in _EMPTY for each, _ in nodes[place + 1 :])
            if at_start:
                some = self.heads(nodes[place:], closed=closed)
                found += [some] if some else []
            found += self._inside(kind, value, at_start, last)
            at_start = self._ends(kind, value, at_start)
        return found

    def _inside(self, kind: Any, value: Any, at_start: bool, closed: bool) -> list[frozenset[str]]:
        """Return what a part that must be there holds in itself."""
        if kind is names.SUBPATTERN:
            return self.clauses(list(value[-1]), at_start=at_start, closed=closed)
        if kind is names.BRANCH:
            each_way = [self.clauses(list(each), at_start=at_start, closed=closed) for each in value[1]]
            together = _union(min(each, key=_cost, default=None) for each in each_way)
            return [together] if together else []
        if kind in _REPEATS and value[0]:
            return self.clauses(list(value[2]), at_start=at_start, closed=False)
        return []

    def _ends(self, kind: Any, value: Any, at_start: bool) -> bool:
        """Whether a new word begins after this part."""
        if kind in _EMPTY:
            return at_start
        if kind is names.LITERAL:
            return chr(value) not in self.signs and not chr(value).isalnum()
        if kind is names.IN:
            return all(each is names.LITERAL and not chr(sign).isalnum() for each, sign in value)
        if kind is names.SUBPATTERN:
            return self._all_end(list(value[-1]), at_start)
        if kind is names.BRANCH:
            return all(self._all_end(list(each), at_start) for each in value[1])
        if kind in _REPEATS:
            return (at_start or value[0] > 0) and self._all_end(list(value[2]), at_start)
        return False

    def begins_inside(self, nodes: Sequence[Node]) -> bool:
        """Whether all that `nodes` find begins with a letter or a figure."""
        if not nodes or nodes[0][0] is names.AT:
            return False
        (kind, value), rest = nodes[0], nodes[1:]
        if kind in _EMPTY:
            return self.begins_inside(rest)
        if kind is names.LITERAL:
            return chr(value).isalnum() or chr(value) in self.signs
        if kind is names.IN:
            return all(_inside_word(*each) for each in value)
        if kind in _REPEATS:
            return self.begins_inside(list(value[2])) and (value[0] > 0 or self.begins_inside(rest))
        if kind is names.SUBPATTERN:
            return self.begins_inside([*value[-1], *rest])
        return kind is names.BRANCH and all(self.begins_inside([*each, *rest]) for each in value[1])

    def _all_end(self, nodes: Sequence[Node], at_start: bool) -> bool:
        for kind, value in nodes:
            at_start = self._ends(kind, value, at_start)
        return at_start

    def heads(self, nodes: Sequence[Node], *, closed: bool, so_far: str = "") -> Heads:
        """Return how a word that begins with `nodes` may begin, or None when that is anyhow."""
        if so_far.endswith(_END):
            return frozenset({so_far.rstrip()})
        if len(so_far) >= LENGTH:
            return _beginning(so_far)
        if not nodes:
            return frozenset({so_far}) if so_far and closed else _beginning(so_far)
        (kind, value), rest = nodes[0], nodes[1:]
        if kind in _EMPTY:
            return self.heads(rest, closed=closed, so_far=so_far)
        if kind is names.LITERAL and chr(value) in self.signs:
            return _beginning(so_far) if so_far else self._of_list(chr(value), rest, closed)
        choices = _choices(kind, value)
        if choices is None:
            return _beginning(so_far)
        return _union(self._go_on(choice, rest, closed, so_far) for choice in choices)

    def _of_list(self, sign: str, rest: Sequence[Node], closed: bool) -> Heads:
        """Return how the words of a list begin; where letters may follow at once, only that."""
        known = self.signs[sign]
        following = [each for each in rest if each[0] not in _EMPTY]
        ends = closed if not following else self._ends(*following[0], False)
        if known is None or ends:
            return known
        found = [_beginning(each.removesuffix(BEGINNING)) for each in known]
        return _union(found)

    def _go_on(self, choice: str | list[Node], rest: Sequence[Node], closed: bool, so_far: str) -> Heads:
        if not isinstance(choice, str):
            return self.heads([*choice, *rest], closed=closed, so_far=so_far)
        letter = choice.lower() if choice.isalnum() else _END
        return self.heads(rest, closed=closed, so_far=(so_far + letter).lstrip())


_EMPTY = frozenset({names.AT, names.ASSERT, names.ASSERT_NOT})
_REPEATS = frozenset({names.MAX_REPEAT, names.MIN_REPEAT})


def _inside_word(kind: Any, value: Any) -> bool:
    if kind is names.LITERAL:
        return chr(value).isalnum()
    if kind is names.RANGE:
        return all(chr(each).isalnum() for each in value)
    return kind is names.CATEGORY and value in (names.CATEGORY_WORD, names.CATEGORY_DIGIT)


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


def _beginning(so_far: str) -> Heads:
    return frozenset({so_far[:LENGTH] + BEGINNING}) if len(so_far) >= SHORTEST else None


def _cost(words: frozenset[str]) -> tuple[int, list[str]]:
    dear = sum(each in COMMON or len(each.rstrip(BEGINNING)) <= SHORTEST for each in words)
    return len(words) + _DEAR * dear, sorted(words)


def _union(found: Iterable[Heads]) -> Heads:
    """Return all of `found` together, or None when one of them is not known."""
    together: set[str] = set()
    for each in found:
        if each is None:
            return None
        together |= each
    return frozenset(together)
