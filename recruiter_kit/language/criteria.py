"""Which published criterion a sentence of an overall note speaks of.

In: a sentence and the role. Out: the criterion's id, or None when no criterion or more than one
is meant. Keeps R3: nothing is tied to a criterion by guess.
"""

import re
from collections import Counter
from functools import lru_cache

from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.model import Criterion, Role

_WORD = re.compile(r"[^\W\d_][\w+#]*(?:['’-]\w+)*")
_SHORTEST = 3
_LEAST_OF_LEVELS = 2


class CommonWords(Lexicon):
    """Words that tell no criterion from another."""

    common: WordSet


def criterion_of(sentence: str, role: Role) -> str | None:
    """Return the id of the one criterion that `sentence` speaks of, or None."""
    low = f" {' '.join(_WORD.findall(sentence.lower()))} "
    named = [
        criterion.id
        for criterion in role.criteria
        if f" {' '.join(_WORD.findall(criterion.name.lower()))} " in low
    ]
    if named:
        return named[0] if len(named) == 1 else None
    said = {_stem(word) for word in low.split()}
    by_name = _best({key: len(found & said) for key, found in _distinct(role, names=True).items()}, 1)
    if by_name:
        return by_name
    return _best(
        {key: len(found & said) for key, found in _distinct(role, names=False).items()}, _LEAST_OF_LEVELS
    )


def _best(hits: dict[str, int], least: int) -> str | None:
    """Return the key with the most hits when it has enough and no other has as many."""
    ranked = sorted(hits.items(), key=lambda hit: -hit[1])
    if not ranked or ranked[0][1] < least:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[1][1] < ranked[0][1] else None


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=128)
def _texts(role: Role, names: bool) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((criterion.id, _words(criterion, names=names)) for criterion in role.criteria)


def _words(criterion: Criterion, *, names: bool) -> frozenset[str]:
    text = criterion.name if names else " ".join([criterion.name, *criterion.levels.values()])
    common = load("common", CommonWords).common
    return frozenset(
        _stem(word) for word in _WORD.findall(text.lower()) if word not in common and len(word) >= _SHORTEST
    )


def _distinct(role: Role, *, names: bool) -> dict[str, frozenset[str]]:
    """Return for each criterion the words that no other criterion has."""
    texts = dict(_cached(role, names))
    shared = Counter(word for found in texts.values() for word in found)
    return {key: frozenset(word for word in found if shared[word] == 1) for key, found in texts.items()}


def _cached(role: Role, names: bool) -> tuple[tuple[str, frozenset[str]], ...]:
    try:
        return _texts(role, names)
    except TypeError:
        # A role whose levels are a plain mapping has no hash.
        return tuple((criterion.id, _words(criterion, names=names)) for criterion in role.criteria)
