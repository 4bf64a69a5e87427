"""What a learned judgement looks at in a text.

In: a text. Out: its words as they are compared, and the names of its features: words, pairs of them, parts
of words, and kinds of words. Learning and judging read a text through this file alone.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from recruiter_kit.language.lexicons import Lexicon, WordSet, load

START, END = "^", "$"
SHORTEST_PART, LONGEST_PART = 3, 5
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[£$€%?!:;\"&]")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_KEPT = 16_384


class WordKinds(Lexicon):
    """Shorthand written out, and words of one kind: what is learned of one of them holds for the others."""

    shorthand: dict[str, str]
    kinds: dict[str, WordSet]


class Word(NamedTuple):
    """A word as it is compared, and where it is in the text."""

    plain: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of `text` and the marks that count, in lower case, shorthand written out."""
    shorthand = _shorthand()
    return [
        Word(shorthand.get(match[0], match[0]), match.start(), match.end())
        for match in _WORD.finditer(text.translate(_SAME).lower())
    ]


def plain_words(text: str) -> list[str]:
    """Return the words of words_of() alone."""
    shorthand = _shorthand()
    return [shorthand.get(word, word) for word in _WORD.findall(text.translate(_SAME).lower())]


def pairs_of(words: Sequence[str]) -> list[str]:
    """Return each word with the one before it, in order; the edges of the text count as words."""
    return [f"{first} {second}" for first, second in zip([START, *words], [*words, END], strict=True)]


@lru_cache(maxsize=_KEPT)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the parts of a word with its edges, from three characters to five."""
    edged = f" {word} "
    return tuple(
        f"-{edged[start : start + length]}"
        for length in range(SHORTEST_PART, min(LONGEST_PART, len(edged)) + 1)
        for start in range(len(edged) - length + 1)
    )


@lru_cache(maxsize=_KEPT)
def kinds_of(word: str) -> tuple[str, ...]:
    """Return the kinds of words to which `word` belongs; a plural belongs where its singular does."""
    known = _kinds()
    if word.isdigit():
        return ("#number",)
    return known.get(word) or (known.get(word[:-1], ()) if word.endswith("s") else ())


@cache
def _shorthand() -> dict[str, str]:
    return load("word_kinds", WordKinds).shorthand


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    kinds = load("word_kinds", WordKinds).kinds
    words = sorted({word for members in kinds.values() for word in members})
    return {word: tuple(f"#{kind}" for kind in sorted(kinds) if word in kinds[kind]) for word in words}
