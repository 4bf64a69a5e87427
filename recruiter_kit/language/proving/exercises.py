"""Where a text names an exercise: "in the role play", "there you …".

In: a text as it was read, and the names of exercises. Out: the places of their words.
"""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.reading import numbers
from recruiter_kit.language.proving.reading.read import read
from recruiter_kit.language.proving.reading.reading import Reading, Token

_LONGEST = 5


class Exercises(Lexicon):
    """How a report names an exercise; the file explains each field."""

    kinds: WordSet
    loose: WordSet
    general: WordSet
    before: WordSet
    determiners: WordSet
    order: WordSet


@cache
def exercises() -> Exercises:
    """Return the words for exercises."""
    return load("exercises", Exercises)


@lru_cache(1_024)
def meanings_of_exercise(name: str) -> frozenset[str]:
    """Return the meanings of the words of an exercise's name."""
    return frozenset(
        key
        for token in read(name).tokens
        if token.content or token.number or token.low in exercises().order
        for key in (token.keys | {token.low})
    )


def names_any(text: Reading) -> bool:
    """Whether a text has a word that comes before the name of an exercise, or "there"."""
    return "there" in text.lows or not exercises().before.isdisjoint(text.lows)


def named_exercises(text: Reading, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the places [first, last) of words that name an exercise, and of "there" where it is one.

    They end with a word for an exercise, or are all in the names of the notes' exercises, whose meanings
    `known` holds.
    """
    lexicon = exercises()
    for place, low in enumerate(text.lows):
        if low == "there" and _points_back(text, place):
            yield place, place + 1
        if low in lexicon.before:
            first, last = _name_after(text, place, known)
            alike = sum(not one.keys.isdisjoint(known) for one in text.tokens[first:last])
            if first < last and (text.tokens[last - 1].low in lexicon.kinds or 1 < alike == last - first):
                yield first, last


def _points_back(text: Reading, there: int) -> bool:
    """Whether "there" means the exercise named before: "there you …", "you put them there"."""
    after = text.tokens[there + 1 : there + 2]
    ends = there + 1 == text.clauses[text.tokens[there].clause].last
    return (ends and there > text.clauses[text.tokens[there].clause].first + 1) or any(
        one.low == "you" for one in after
    )


def _name_after(text: Reading, place: int, known: Collection[str]) -> tuple[int, int]:
    """Return the places of the words after "in" and its like that may be the name of an exercise."""
    tokens, determiners = text.tokens, exercises().determiners
    first = place + 1
    while first < len(tokens) and tokens[first].low in determiners:
        first += 1
    last, end = first, min(first + _LONGEST, text.clauses[tokens[place].clause].last)
    while last < end and _may_name(tokens[last], known):
        last += 1
    return first, last


def _may_name(token: Token, known: Collection[str]) -> bool:
    if token.number is not None and numbers.key(token.number) in known:
        return True
    return token.content or token.low in exercises().order
