"""Phrases of the lexicons, found among the words of a text in one pass.

In: words. Out: where the phrases of each list are, the longest first.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator

from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.reading.words import contracted

Spans = Sequence[tuple[int, int]]
"""Places [first, last) of words."""


def _split(value: object) -> object:
    return tuple(each.strip() for each in value.split(",")) if isinstance(value, str) else value


Phrases = Annotated[tuple[str, ...], BeforeValidator(_split)]
"""Phrases written one after the other with commas."""


class Degrees(Lexicon):
    """What makes milder, stronger, or a habit of what was seen once; the file explains each field."""

    softeners: Phrases
    boosters: Phrases
    habits: Phrases
    fillers: Phrases
    several: WordSet
    lasting: WordSet
    before_you: WordSet
    after_only: WordSet


class Additions(Lexicon):
    """What a text may not add; the file explains each field."""

    praise: Phrases
    blame: Phrases
    verdicts: Phrases
    comparisons: Phrases
    promises: Phrases
    causes: Phrases
    states: Phrases
    neutral: Phrases
    licences: WordSet
    reasons: WordSet
    of_things: WordSet
    facts: WordSet
    people: WordSet
    pointing: WordSet


@cache
def degrees() -> Degrees:
    """Return the words of degree."""
    return load("degrees", Degrees)


@cache
def additions() -> Additions:
    """Return the words of what may not be added."""
    return load("additions", Additions)


@cache
def _phrases() -> Mapping[tuple[str, ...], Sequence[tuple[str, tuple[str, ...]]]]:
    """Return the phrases by their first two words, each with the name of its list, the longest first."""
    milder, more = degrees(), additions()
    lists = {
        "softeners": milder.softeners,
        "boosters": milder.boosters,
        "habits": milder.habits,
        "praise": more.praise,
        "blame": more.blame,
        "verdicts": more.verdicts,
        "comparisons": more.comparisons,
        "promises": more.promises,
        "causes": more.causes,
        "states": more.states,
        "neutral": more.neutral,
    }
    found: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = {}
    for name, phrases in lists.items():
        for phrase in phrases:
            words = tuple(word for typed in phrase.replace("-", " ").split() for word in contracted(typed))
            found.setdefault(words[:2], []).append((name, words))
    return {start: sorted(each, key=lambda one: -len(one[1])) for start, each in found.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(start[0] for start in _phrases())


def find_phrases(lows: tuple[str, ...]) -> Mapping[str, Spans]:
    """Return the places of the phrases of each list among words in lower case, without overlaps in a list."""
    known, firsts = _phrases(), _first_words()
    spans: dict[str, list[tuple[int, int]]] = {}
    after: dict[str, int] = {}
    for place, low in enumerate(lows):
        if low not in firsts:
            continue
        for start in (lows[place : place + 2], lows[place : place + 1]):
            for name, words in known.get(start, ()):
                end = place + len(words)
                if place >= after.get(name, 0) and lows[place:end] == words:
                    spans.setdefault(name, []).append((place, end))
                    after[name] = end
    return spans
