"""Which patterns have a chance in a sentence.

In: for each pattern the ways a text may hold it (ways.py). Out: for a sentence the numbers of the patterns
that it may hold. All pieces of all patterns are looked for at once, in time that grows with the text and no
faster (docs/decisions/08-automaton.md).
"""

from collections import defaultdict
from collections.abc import Sequence

import re2

from recruiter_kit.language.checking.ways import Ways, plain

_MEMORY = 256 << 20


class Index:
    """The patterns by their pieces."""

    def __init__(self, patterns: Sequence[Ways]) -> None:
        pieces: dict[str, int] = {}
        # A way is asked for where its last piece, the longest and so the rarest, was found.
        self._by_rarest: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        self._anywhere: list[int] = []
        for number, ways in enumerate(patterns):
            for way in ways:
                if way:
                    *others, rarest = (pieces.setdefault(each, len(pieces)) for each in way)
                    self._by_rarest[rarest].append((number, frozenset(others)))
                else:
                    self._anywhere.append(number)
        self._pieces = re2.Set.SearchSet(_options())
        for each in pieces:
            self._pieces.Add(each)
        if pieces:
            self._pieces.Compile()
        self._rarest = frozenset(self._by_rarest)

    def chances(self, text: str) -> list[int]:
        """Return the numbers of the patterns that `text` may hold, in their order."""
        found = self._pieces.Match(plain(text)) if self._rarest else None
        there = frozenset(found or ())
        numbers = {
            number
            for piece in self._rarest & there
            for number, others in self._by_rarest[piece]
            if others <= there
        }
        return sorted(numbers.union(self._anywhere)) if numbers or self._anywhere else []


def _options() -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.case_sensitive = False
    options.never_capture = True
    options.max_mem = _MEMORY
    options.log_errors = False
    return options
