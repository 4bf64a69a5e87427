"""A word that can also be a name, first in its sentence: which of the two it is, by what follows.

In: the word and what comes after it. Out: name, word or doubt. Who asks decides what doubt means: screening
withholds (R7, R9), wording leaves the word alone.
"""

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import takewhile

from recruiter_kit.language.grammar.dictionary import is_adverb, is_plural, kinds, verb_forms
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.lexicons import Lexicon, WordSet, load

AHEAD = 5
"""How many of the words and marks that follow are looked at."""
_PIECE = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_PLURAL_VERBS = frozenset({"were", "are", "have", "do", "weren't", "aren't", "haven't", "don't"})
_SINGULAR_VERBS = frozenset({"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't", "'s"})
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
_SUPERLATIVE = re.compile(r"(?:most|least|best|worst|only|first|last|other|\w{3,}est)\b")


class NameWords(Lexicon):
    """Words that are names too, and what distinguishes the two; the file explains each list."""

    also_words: WordSet
    hardly_words: WordSet
    small_words: WordSet
    particles: WordSet
    titles: WordSet
    roles: WordSet
    beside_roles: WordSet
    capital_anyway: WordSet
    capital_after: WordSet


class Reading(Enum):
    """How a capitalised word at the start of a sentence is meant."""

    NAME = "name"
    WORD = "word"
    DOUBT = "doubt"


@cache
def name_words() -> NameWords:
    """Return the lists of lexicon/names.yaml."""
    return load("names", NameWords)


@lru_cache(8_192)
def is_word(low: str) -> bool:
    """Whether a name in lower case is an ordinary English word, too."""
    known = name_words()
    if low in known.hardly_words:
        return False
    return low in known.also_words or low in known.small_words or bool(kinds(low) - {"PROPN"})


def following(text: str, place: int) -> list[str]:
    """Return the words and marks of `text` that come after `place`, as many as a reading takes."""
    return _PIECE.findall(text[place : place + 120])[:AHEAD]


def reading(word: str, after: Sequence[str]) -> Reading:
    """Return how `word`, first in its sentence, is meant before the words and marks `after`."""
    low, _, ending = word.lower().replace("’", "'").partition("'")
    if low in name_words().small_words:
        return Reading.WORD
    if ending:
        return Reading.NAME if ending == "s" else Reading.WORD
    rest = [each.lower().replace("’", "'") for each in after]
    if not rest or not rest[0][0].isalnum():
        return Reading.DOUBT
    skipped = list(takewhile(_between, rest))
    verb, behind = (*rest[len(skipped) :], "", "")[:2]
    if low in words().modals and (found := _as_modal(rest[0], verb)):
        return found
    if rest[0][0].isdigit() or rest[0] in _NUMBERS or rest[0] in ("of", "to"):
        return Reading.WORD
    if rest[0] in words().determiners:
        return _before_determiner(low, rest)
    if found := _before_verb(low, verb, behind, adverb=bool(skipped)):
        return found
    return _before_other(low, rest[0], behind if not skipped else verb)


def _between(word: str) -> bool:
    return is_adverb(word) and not verb_forms(word)


def _as_modal(first: str, verb: str) -> Reading | None:
    """Read "Will need", "May not", "Can you" as words; "Will put" may be either."""
    if first == "not" or first in _SUBJECTS:
        return Reading.WORD
    forms = verb_forms(verb) | ({"VB"} if verb == "be" else set())
    if "VB" in forms:
        return Reading.DOUBT if "VBD" in forms else Reading.WORD
    return None


def _before_determiner(low: str, rest: Sequence[str]) -> Reading:
    """Read "Mark the date" and "Drew a diagram" as verbs; "Jordan the slowest of four" may be a person."""
    if len(rest) > 1 and _SUPERLATIVE.match(rest[1]):
        return Reading.DOUBT
    return Reading.WORD if verb_forms(low) & {"VB", "VBD"} else Reading.DOUBT


def _before_verb(low: str, verb: str, behind: str, *, adverb: bool) -> Reading | None:
    """Read what comes before a word that can be a verb, or return None before one that cannot."""
    if verb in _PLURAL_VERBS:
        return Reading.WORD if is_plural(low) else Reading.DOUBT
    if verb in words().modals or verb in _SINGULAR_VERBS:
        return Reading.NAME
    forms = verb_forms(verb)
    if not forms & {"VBD", "VBZ"}:
        return None
    if "NOUN" in kinds(verb):
        return _before_noun_or_verb(low, forms, behind)
    spoken_to = behind in words().determiners
    if "VBN" in forms and not adverb and not spoken_to and low not in name_words().also_words:
        return Reading.DOUBT
    return Reading.NAME


def _before_noun_or_verb(low: str, forms: frozenset[str], behind: str) -> Reading:
    """Tell "Case notes were short" from "Grace notes the gap"."""
    if behind in words().determiners or behind in words().wh_words or behind == "that":
        return Reading.NAME
    if is_quality(low) or behind in words().agreement or behind in _PLURAL_VERBS:
        return Reading.WORD
    return Reading.DOUBT if "VBD" in forms or low in name_words().also_words else Reading.WORD


def _before_other(low: str, first: str, behind: str) -> Reading:
    """Read "Test coverage" and "Grace period missed" as words; "Grace calm throughout" may be a person."""
    found = kinds(first)
    if "NOUN" not in found or first in words().prepositions:
        return Reading.DOUBT
    said_of_it = behind in words().agreement or bool(verb_forms(behind) & {"VBD", "VBN", "VBZ"})
    return Reading.WORD if is_quality(low) or said_of_it or not found & {"ADJ", "ADV"} else Reading.DOUBT


def is_quality(low: str) -> bool:
    """Whether a word can say how something is ("Good", "Strong"), as notes often begin."""
    return "ADJ" in kinds(low)
