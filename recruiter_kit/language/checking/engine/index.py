"""Index from literal to the patterns that could match.

In: for each pattern the ways a text may hold it (literals.py). Out: for a sentence the numbers of the
patterns that it may hold. All literals of all pieces are looked for at once, in time that grows with the
text and no faster (docs/decisions/08-automaton.md).
"""

from collections import defaultdict
from collections.abc import Sequence

import ahocorasick

from recruiter_kit.language.checking.engine.literals import Piece, Ways


class Index:
    """The patterns by their pieces."""

    def __init__(self, patterns: Sequence[Ways]) -> None:
        pieces: dict[Piece, int] = {}
        # A way is asked for where its last piece, the longest and so the rarest, was found.
        self._by_rarest: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        self._anywhere: list[int] = []
        for number, ways in enumerate(patterns):
            for way in ways:
                if way:
                    *others, rarest = (pieces.setdefault(piece, len(pieces)) for piece in way)
                    self._by_rarest[rarest].append((number, frozenset(others)))
                else:
                    self._anywhere.append(number)
        self._rarest = frozenset(self._by_rarest)
        by_string: dict[str, list[int]] = defaultdict(list)
        for piece, number in pieces.items():
            for string in piece:
                by_string[string].append(number)
        self._strings = ahocorasick.Automaton()
        for string, numbers in by_string.items():
            self._strings.add_word(string, tuple(numbers))
        self._strings.make_automaton()

    def chances(self, text: str) -> list[int]:
        """Return the numbers of the patterns that `text` may hold, in their order."""
        present: set[int] = set()
        if self._rarest:
            for _, numbers in self._strings.iter(text.lower()):
                present.update(numbers)
        possible = {
            number
            for piece in self._rarest & present
            for number, others in self._by_rarest[piece]
            if others <= present
        }
        return sorted(possible.union(self._anywhere)) if possible or self._anywhere else []
