"""What a word can mean, so that two words that mean the same can be told.

In: a word, or the words of a phrase. Out: keys; two words may mean the same when they share one. Keys are the
base forms that the dictionary knows, the stem, what shorthand is short for, and the groups of variants.yaml.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pydantic import model_validator

from recruiter_kit.language.grammar.dictionary import lemmas
from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.rewriting.shorthand import packs
from recruiter_kit.messages import say

_KEPT = 16_384
_SHORTEST_STEM = 4
_ENDINGS = re.compile(
    r"(?:ational|ations?|ating|ated|ates?|itions?|ions?|ments?|ness|ings?|edly|ingly|ally|fully|ly|ed|es|s|al"
    r"|er|ers|e|y|ity|able|ible|ise[sd]?|ize[sd]?|ising|izing)$"
)
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=[a-z]{2})our(?=s|ed|ing|ful|ite|$)", "or"),
        (r"(?<=[a-z]{2}t)red$", "ered"),
        (r"(?<=[a-z]{2}t)re(?=s?$)", "er"),
        (r"(?<=[aeiou])ll(?=ed$|ing$|er$)", "l"),
        (r"ence$", "ense"),
        (r"ogue$", "og"),
    )
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Variants(Lexicon):
    """Words and phrases that mean the same in a report of what was seen.

    `same` holds groups, their members apart with commas; `short` what a short form is short for, readings
    apart with "|"; `denials` the verbs that say the denial of another ("forgot": "remember").
    """

    same: tuple[str, ...]
    short: Mapping[str, str]
    denials: Mapping[str, str]

    @model_validator(mode="after")
    def _each_has_two(self) -> "Variants":
        alone = [group for group in self.same if len(_members(group)) < 2]
        if alone:
            raise ValueError(say("variants_alone", group=alone[0]))
        return self


class Phrase(NamedTuple):
    """Several words that have one meaning, as their keys must hold them, and the keys of the meaning."""

    words: tuple[str, ...]
    means: frozenset[str]


def _members(group: str) -> list[str]:
    return [member.strip() for member in group.split(",") if member.strip()]


@lru_cache(_KEPT)
def keys(word: str) -> frozenset[str]:
    """Return the keys of a word in lower case."""
    found = {word, *bases(word), *adjectives(word)}
    for short in _short().get(word, ()):
        found |= {short, *bases(short), _stem(short)}
    for each in tuple(found):
        found |= _groups().get(each, frozenset())
    found |= {_stem(word), _stem(_american(word))}
    found.update(_stem(each) for each in bases(word))
    return frozenset(found)


def _of_group(number: int) -> str:
    return f"#{number}"


def is_of_group(key: str) -> bool:
    """Whether a key is that of a group of variants, not of a word."""
    return key[0] == "#"


@lru_cache(_KEPT)
def bases(word: str) -> frozenset[str]:
    """Return the base forms of a word, whatever its part of speech."""
    return frozenset(lemma for found in lemmas(word).values() for lemma in found) or frozenset({word})


@lru_cache(_KEPT)
def denied(word: str) -> frozenset[str]:
    """Return the keys of what the word denies: of "remember" for "forgot", none for most words."""
    found: set[str] = set()
    for base in bases(word):
        for denial in load("variants", Variants).denials.get(base, "").split(","):
            if denial.strip():
                found |= keys(denial.strip())
    if word.startswith("un") and lemmas(word[2:]).keys() & {"VERB", "ADJ"}:
        found |= keys(word[2:])
    return frozenset(found)


def adjectives(word: str) -> frozenset[str]:
    """Return the adjectives that an adverb is from: "simple" for "simply"."""
    if not word.endswith("ly"):
        return frozenset()
    made = (word[:-2], f"{word[:-1]}e", f"{word[:-3]}y" if word.endswith("ily") else "")
    return frozenset(each for each in made if "ADJ" in lemmas(each))


def _american(word: str) -> str:
    """Return a word in American spelling: "centered" for "centred", "color" for "colour"."""
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return word


def _stem(word: str) -> str:
    cut = _ENDINGS.sub("", word)
    return f"~{cut}" if len(cut) >= _SHORTEST_STEM else f"~{word}"


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """Return the groups of each word that is one by itself."""
    found: dict[str, set[str]] = {}
    for number, group in enumerate(load("variants", Variants).same):
        for member in _members(group):
            if " " not in member:
                found.setdefault(member, set()).add(_of_group(number))
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _short() -> Mapping[str, tuple[str, ...]]:
    """Return what each short form of one word may be short for, in every trade: here any reading will do."""
    found: dict[str, set[str]] = {}
    for pack in packs():
        for short, long in pack.expand.items():
            found.setdefault(short.lower().rstrip("."), set()).update(long.lower().split("|"))
    for short, long in load("variants", Variants).short.items():
        found.setdefault(short.lower(), set()).update(each.strip() for each in long.lower().split("|"))
    return {short: tuple(long for long in longs if " " not in long) for short, longs in found.items()}


@lru_cache(_KEPT)
def written_out(low: str) -> str:
    """Return the closed word that a short form always means ("without" for "w/out"), else the word itself."""
    longs = _short().get(low.rstrip("."), ())
    return longs[0] if len(longs) == 1 else low


@lru_cache(_KEPT)
def starting(low: str) -> Mapping[str, Mapping[str, Sequence[Phrase]]]:
    """Return the phrases that a word may begin, in any of its forms.

    They are by their second word and then by their third; those of two words have "" for a third.
    """
    known = _phrases()
    found: dict[str, dict[str, list[Phrase]]] = {}
    for word in sorted({low, *bases(low)}):
        for phrase in known.get(word, ()):
            second, third = (*phrase.words[1:3], "")[:2]
            found.setdefault(second, {}).setdefault(third, []).append(phrase)
    return found


@cache
def _phrases() -> Mapping[str, Sequence[Phrase]]:
    """Return the phrases of several words by their first word."""
    found: dict[str, list[Phrase]] = {}
    for number, group in enumerate(load("variants", Variants).same):
        for member in _members(group):
            _add(found, member, frozenset({_of_group(number)}))
    written = [(short, long) for pack in packs() for short, long in pack.expand.items()]
    for short, long in (*written, *load("variants", Variants).short.items()):
        for reading in long.lower().split("|"):
            _add(found, reading, keys(short.lower()))
    return found


def _add(found: dict[str, list[Phrase]], phrase: str, means: frozenset[str]) -> None:
    words: Sequence[str] = _WORD.findall(phrase)
    if len(words) > 1:
        found.setdefault(words[0], []).append(Phrase(tuple(words), means))
