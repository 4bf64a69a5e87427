"""Words that rules share, and patterns that use them.

In: lists of words, and patterns with <name> in them. Out: patterns with the words filled in, and
the ways a text may hold each. Raises ValueError for an unknown name, a broken pattern or one that may
never end.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recruiter_kit.language.checking.engine.literals import Ways, begins_inside, parsed, ways
from recruiter_kit.language.checking.packs.rule import AT_WORD, numbered
from recruiter_kit.language.patterns import factored
from recruiter_kit.messages import say

_REFERENCE = re.compile(r"(?<!\(\?)(?<!\(\?P)<([a-z_]+)>")
# A repeated group that repeats something without a limit may take exponential time.
_NESTED = re.compile(r"\((?:[^()\\]|\\.)*(?<!\\)[*+](?:[^()\\]|\\.)*\)(?:[*+]|\{\d*,\})")


class Read(NamedTuple):
    """A pattern ready to be compiled, and the ways a text may hold it."""

    text: str
    ways: Ways


class Words:
    """The words that rules share, by name."""

    def __init__(self) -> None:
        self._lists: dict[str, str] = {}

    def add(self, name: str, alternatives: Sequence[str]) -> None:
        """Add a list; it may use those before it. Raises re.error for a broken pattern."""
        for alternative in alternatives:
            re.compile(self._expanded(alternative))
        self._lists[name] = "(?:" + "|".join(map(self._expanded, alternatives)) + ")"

    def read(self, pattern: str) -> Read:
        """Return `pattern` with each <name> replaced by its words, and the ways to hold it.

        Raises ValueError for an unknown name, a broken pattern or one that may never end.
        """
        nested = _NESTED.search(pattern)
        if nested:
            raise ValueError(say("rule_nested", pattern=nested.group()))
        text = self._expanded(pattern)
        try:
            parsed(numbered(text))
        except re.error as error:
            near = pattern[max(0, (error.pos or 0) - 20) : (error.pos or 0) + 20]
            raise ValueError(say("rule_pattern", pattern=near, reason=error.msg)) from error
        text = factored(text)
        nodes = parsed(numbered(text))
        return Read((AT_WORD if begins_inside(nodes) else "") + text, ways(nodes))

    def _expanded(self, pattern: str) -> str:
        return _REFERENCE.sub(lambda reference: self._words(reference[1]), pattern)

    def _words(self, name: str) -> str:
        if name not in self._lists:
            raise ValueError(say("rule_word", word=name))
        return self._lists[name]
