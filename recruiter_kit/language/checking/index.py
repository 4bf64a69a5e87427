"""Which patterns have a chance in a sentence, told by its words alone.

In: for each pattern the clauses of words that a text must meet (anchors.py). Out: for the words of a
sentence the numbers of the patterns whose every clause they meet. Each word has one long number with
a bit for every clause that it meets, so that a sentence costs one "or" a word.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from recruiter_kit.language.checking.anchors import BEGINNING, CLAUSES, LENGTH, SHORTEST, Clauses, words_of

_KEPT = 20_000


class Index:
    """The patterns by their words. A word seen before costs one look-up."""

    def __init__(self, patterns: Sequence[Clauses]) -> None:
        self._size = len(patterns)
        self._all = (1 << self._size) - 1
        self._by_head: dict[str, int] = {}
        self._open = 0
        for number, clauses in enumerate(patterns):
            for place in range(CLAUSES):
                bit = 1 << (place * self._size + number)
                if place >= len(clauses):
                    self._open |= bit
                    continue
                for head in clauses[place]:
                    self._by_head[head] = self._by_head.get(head, 0) | bit
        self._by_word: dict[str, int] = {}

    def numbers(self, text: str) -> Iterator[int]:
        """Yield the numbers of the patterns that `text` may hold, in their order."""
        known = self._by_word
        met = self._open
        for word in words_of(text):
            bits = known.get(word)
            met |= self._met_by(word) if bits is None else bits
        for _ in range(CLAUSES - 1):
            met &= met >> self._size
        met &= self._all
        while met:
            lowest = met & -met
            yield lowest.bit_length() - 1
            met ^= lowest

    def _met_by(self, word: str) -> int:
        """Return the clauses that `word` meets, and keep the answer for the next time."""
        heads = [word, *(word[:end] + BEGINNING for end in range(SHORTEST, min(len(word), LENGTH) + 1))]
        bits = reduce(or_, (self._by_head.get(each, 0) for each in heads), 0)
        if len(self._by_word) >= _KEPT:
            self._by_word.clear()
        self._by_word[word] = bits
        return bits
