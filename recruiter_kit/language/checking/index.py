"""Which patterns have a chance in a sentence, told by its words alone.

In: for each pattern the clauses of words that a text must meet, and the words it may begin with
(anchors.py). Out: for a sentence the numbers of the patterns whose every clause it meets, with the
places where each may begin. Each word has one long number with a bit for every clause that it meets, so that
a sentence costs one "or" a word.
"""

import re
from collections.abc import Iterator, Sequence

from recruiter_kit.language.checking.anchors import BEGINNING, CLAUSES, LENGTH, SHORTEST, Clauses, Heads

_KEPT = 20_000
_WORD = re.compile(r"[^\W_]+")
Chance = tuple[int, list[int] | None]


class Index:
    """The patterns by their words. A word seen before costs one look-up."""

    def __init__(self, patterns: Sequence[tuple[Clauses, Heads]]) -> None:
        self._size = len(patterns)
        self._all = (1 << self._size) - 1
        self._met_by: dict[str, int] = {}
        self._begun_by: dict[str, int] = {}
        self._open = 0
        self._with_beginning = 0
        for number, (clauses, beginnings) in enumerate(patterns):
            for place in range(CLAUSES):
                bit = 1 << (place * self._size + number)
                if place >= len(clauses):
                    self._open |= bit
                for head in clauses[place] if place < len(clauses) else ():
                    self._met_by[head] = self._met_by.get(head, 0) | bit
            if beginnings is not None:
                self._with_beginning |= 1 << number
                for head in beginnings:
                    self._begun_by[head] = self._begun_by.get(head, 0) | 1 << number
        self._known: dict[str, tuple[int, int]] = {}

    def chances(self, text: str) -> Iterator[Chance]:
        """Yield the numbers of the patterns that `text` may hold, in their order.

        Beside each stand the places where it may begin, or None when it may begin anywhere.
        """
        known = self._known
        low = text.lower()
        met = self._open
        begun: list[tuple[int, int]] = []
        for found in _WORD.finditer(low):
            word = found[0]
            bits, begins = known.get(word) or self._learn(word)
            met |= bits
            if begins:
                begun.append((found.start(), begins))
        for _ in range(CLAUSES - 1):
            met &= met >> self._size
        met &= self._all
        anywhere = ~self._with_beginning if len(low) == len(text) else -1
        while met:
            lowest = met & -met
            met ^= lowest
            if lowest & anywhere:
                yield lowest.bit_length() - 1, None
            elif places := [place for place, begins in begun if begins & lowest]:
                yield lowest.bit_length() - 1, places

    def _learn(self, word: str) -> tuple[int, int]:
        """Return the clauses that `word` meets and the patterns it may begin, and keep the answer."""
        bits = begins = 0
        for head in (word, *(word[:end] + BEGINNING for end in range(SHORTEST, min(len(word), LENGTH) + 1))):
            bits |= self._met_by.get(head, 0)
            begins |= self._begun_by.get(head, 0)
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[word] = bits, begins
        return bits, begins
