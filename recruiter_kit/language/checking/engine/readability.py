"""How many years of schooling a text asks for.

In: sentences. Out: the grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975):
0.39 x words per sentence + 11.8 x syllables per word - 15.59. A smoke alarm, not a judge; on fewer than
a hundred words it says nothing.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

FEWEST_WORDS = 100
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœ]+")
_SILENT = re.compile(
    r"(?:[^laeiouy]e|[^aeiouyscgxz]es|[^aeiouydt]ed|[aeiouy]le)$|(?<=[^aeiouy]e)(?=ment|ful|less|ly)"
)
_TWO = re.compile(r"(?:ia(?!l\b|n\b)|io(?!n|us)|eo(?!ple)|ea(?=$)|iu|ua(?!l\b)|[aeiou]ing\b|[^aeiou]y[aeo])")


def grade(sentences: Sequence[str]) -> float:
    """Return the grade of `sentences` together, 0 when they are too short to say."""
    words = [word for sentence in sentences for word in _WORD.findall(sentence.lower())]
    if len(words) < FEWEST_WORDS:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(20_000)
def syllables(word: str) -> int:
    """Return how many syllables `word`, in lower case, has by its spelling; at least one."""
    bare = word.removesuffix("'s")
    count = len(_VOWELS.findall(bare)) + len(_TWO.findall(bare))
    return max(1, count - sum(1 for _ in _SILENT.finditer(bare)))
