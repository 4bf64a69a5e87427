"""Slips of spelling mended, where one everyday word is within one edit and the slip is of a usual kind.

In: a piece of a note that is neither quotation nor code. Out: the same with its slips mended. A word
that a dictionary, a lexicon or a trade's shorthand holds is never touched, and in doubt a word stays: the
word of a trade that is put "right" does more harm than a slip that stays.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from string import ascii_lowercase

from recruiter_kit.language.grammar.dictionary import kinds
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.rewriting.shapes import Shapes
from recruiter_kit.language.rewriting.shorthand import packs


class SpellingWords(Lexicon):
    """`known` are words that no dictionary has; `prefixes` and `suffixes` make a word of another; a
    word with a capital is mended only where it ends like no name does (`not_names`). A vowel tells terms
    apart that end like `ends_of_terms` ("phosphite" and "phosphate")."""

    known: WordSet
    prefixes: WordSet
    suffixes: WordSet
    not_names: WordSet
    ends_of_terms: WordSet


_WORD = re.compile(r"(?<![\w'&/.@#-])(?:[a-z]{4,}|^[A-Z][a-z]{6,})(?![\w'&/@#-]|\.\w)")
_EVERYDAY = 2_000_000
"""How often a word is in the list for one to call it everyday: the first 15,000 words."""
_RARER = 20
"""How many times rarer a second word has to be for the first to be the only one that is meant."""
_FORMS = 4_096
_DROPS_E = frozenset("aeioy")
_VOWELS = frozenset("aeiou")
_SHORT, _LONG = 5, 7


def mend(piece: str) -> str:
    """Return `piece` with its slips of spelling mended."""
    known = _known()
    for found in reversed([each for each in _WORD.finditer(piece) if each.group().lower() not in known]):
        word = found.group()
        right = mended(word.lower())
        if right is None or (word[0].isupper() and not word.endswith(_endings())):
            continue
        right = right.capitalize() if word[0].isupper() else right
        piece = piece[: found.start()] + right + piece[found.end() :]
    return piece


@lru_cache(_FORMS)
def mended(word: str) -> str | None:
    """Return the everyday word that `word`, in lower case, is a slip for, or None."""
    if word in _known() or kinds(word):
        return None
    counts = _counts()
    near = {each for each in _one_edit(word) if counts.get(each, 0) >= _EVERYDAY}
    stem = word.removesuffix("d")
    if {stem, stem + "ed"} <= near <= {stem, stem + "ed", stem + "s"}:
        return stem + "ed"
    right = max(near, key=lambda each: counts[each], default="")
    rivals = any(counts[each] * _RARER > counts[right] for each in near if each != right)
    if not right or rivals or not kinds(right) - {"PROPN"}:
        return None
    slip = _slip(word, right)
    return right if slip and (slip in {"undoubled", "doubled"} or not _is_made_of_others(word)) else None


def _one_edit(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            yield before + letter + after[1:]


def _slip(word: str, right: str) -> str | None:
    """Return the kind of slip that makes `word` of `right`, or None where it is not a usual one."""
    length = len(word)
    place = next(
        (at for at, (one, other) in enumerate(zip(word, right, strict=False)) if one != other), len(word)
    )
    if not place or length < _SHORT:
        return None
    if len(right) == length:
        if sorted(word) == sorted(right):
            return "swapped"
        if length < _LONG or not {word[place], right[place]} <= _VOWELS:
            return None
        return None if length - place < _SHORT and right.endswith(_endings_of_terms()) else "vowel"
    if len(right) < length:
        return "doubled" if length > _SHORT and word[place - 1 : place] == word[place : place + 1] else None
    if right[place - 1] == right[place]:
        return "undoubled"
    return "missing" if length >= _LONG and place < length else None


def _is_made_of_others(word: str) -> bool:
    """Whether a word is made of known ones ("preload", "uploader", "backend")."""
    counts, known = _counts(), load("spelling", SpellingWords)
    if any(
        word.startswith(each) and len(word) - len(each) > 3 and word[len(each) :] in counts
        for each in known.prefixes
    ):
        return True
    for suffix in known.suffixes:
        stem = word.removesuffix(suffix)
        if len(stem) < 3 or stem == word:
            continue
        if (
            stem in counts
            or (suffix[0] in _DROPS_E and stem + "e" in counts)
            or (stem[-1] == stem[-2] and stem[:-1] in counts)
        ):
            return True
        if stem.endswith("i") and stem[:-1] + "y" in counts:
            return True
    return any(
        counts.get(word[:at], 0) > _EVERYDAY and counts.get(word[at:], 0) > _EVERYDAY and word[at:] != "full"
        for at in range(3, len(word) - 2)
    )


@cache
def _counts() -> dict[str, int]:
    """Return how often each English word is in print; read once, by the first note."""
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    found = text.split()
    return dict(zip(found[::2], map(int, found[1::2]), strict=True))


@cache
def _known() -> frozenset[str]:
    shorthand = (short.lower() for pack in packs() for short in (*pack.expand, *pack.unclear))
    shaped = (sign for shape in load("shapes", Shapes).shapes for sign in shape.when)
    return frozenset(_counts()).union(load("spelling", SpellingWords).known, shorthand, shaped)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("spelling", SpellingWords).not_names)


@cache
def _endings_of_terms() -> tuple[str, ...]:
    return tuple(load("spelling", SpellingWords).ends_of_terms)
