"""Words that rules share, and patterns that use them.

In: lists of words, and patterns with <name> in them. Out: patterns with the words in their place, and
the anchors of each. Raises ValueError for an unknown name, a broken pattern or an endless one.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recruiter_kit.language.checking.anchors import Clauses, Heads, anchors, beginnings, heads
from recruiter_kit.language.checking.factoring import factored
from recruiter_kit.language.checking.rule import AT_WORD, numbered
from recruiter_kit.messages import say

_REFERENCE = re.compile(r"(?<!\(\?)(?<!\(\?P)<([a-z_]+)>")
# A repeated group that repeats something without end may take time beyond all measure.
_NESTED = re.compile(r"\((?:[^()\\]|\\.)*(?<!\\)[*+](?:[^()\\]|\\.)*\)(?:[*+]|\{\d*,\})")
_MARKS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]")
_FIRST_SIGN = 0xE000


def branches(pattern: str) -> list[str]:
    """Return the alternatives of `pattern` one by one, so that each is only tried where it may fit."""
    found, start, depth = [], 0, 0
    for mark in _MARKS.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        if mark.group() == "|" and not depth:
            found.append(pattern[start : mark.start()])
            start = mark.end()
    return [*found, pattern[start:]]


class Read(NamedTuple):
    """A pattern ready to be compiled, the clauses a text must meet to hold it, the words it begins with."""

    text: str
    anchors: Clauses
    beginnings: Heads


class Words:
    """The words that rules share, by name, and how each list begins.

    Inside a pattern a list is one sign while its anchors are looked for, so that no list is read
    twice.
    """

    def __init__(self) -> None:
        self._lists: dict[str, str] = {}
        self._signs: dict[str, str] = {}
        self._heads: dict[str, Heads] = {}
        self._inside: set[str] = set()  # the signs of lists with something that is not a word's beginning

    def add(self, name: str, alternatives: Sequence[str]) -> None:
        """Add a list; it may use those before it."""
        self._heads[chr(_FIRST_SIGN + len(self._lists))] = heads(map(self._signed, alternatives), self._heads)
        self._signs[name] = chr(_FIRST_SIGN + len(self._lists))
        if not all(beginnings(self._signed(each), self._heads)[0] for each in alternatives):
            self._inside.add(self._signs[name])
        self._lists[name] = "(?:" + "|".join(map(self._expanded, alternatives)) + ")"

    def read(self, pattern: str) -> Read:
        """Return `pattern` with each <name> replaced by its words, and its anchors.

        Raises ValueError for an unknown name, a broken pattern or one that may take endless time.
        """
        nested = _NESTED.search(pattern)
        if nested:
            raise ValueError(say("rule_nested", pattern=nested.group()))
        try:
            signed = self._signed(pattern)
            found = anchors(signed, self._heads)
            inside, begins = beginnings(signed, self._heads)
        except re.error as error:
            near = pattern[max(0, (error.pos or 0) - 20) : (error.pos or 0) + 20]
            raise ValueError(say("rule_pattern", pattern=near, reason=error.msg)) from error
        text = factored(self._expanded(pattern))
        if inside and self._inside.isdisjoint(signed):
            return Read(AT_WORD + text, found, begins)
        return Read(text, found, None)

    def _expanded(self, pattern: str) -> str:
        return _REFERENCE.sub(lambda found: self._known(found[1], self._lists), pattern)

    def _signed(self, pattern: str) -> str:
        signed = _REFERENCE.sub(lambda found: self._known(found[1], self._signs), pattern)
        return numbered(signed)

    def _known(self, name: str, lists: Mapping[str, str]) -> str:
        if name not in lists:
            raise ValueError(say("rule_word", word=name))
        return lists[name]
