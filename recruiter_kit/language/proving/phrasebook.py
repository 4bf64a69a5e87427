"""Phrases of the lexicons, found among the words of a text in one pass.

In: phrases by the name of their list. Out: where they are in a reading, the longest first, by the places of
their words.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.proving.reading import Reading, contracted

Spans = Sequence[tuple[int, int]]
_KEPT = 4_096


class Degrees(Lexicon):
    """Phrases, apart with commas: what makes milder, what makes stronger, what makes a habit of one time."""

    softeners: str
    boosters: str
    habits: str


class Additions(Lexicon):
    """Phrases, apart with commas, that a text may not add.

    `states` are states of mind that nobody sees; `neutral` only looks like praise or blame; `licences` are
    the words of a note that bear out a cause in the text, apart with spaces.
    """

    praise: str
    blame: str
    verdicts: str
    comparisons: str
    promises: str
    causes: str
    states: str
    neutral: str
    licences: str


@cache
def _phrases() -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """Return the phrases by their first word, each with the name of its list, the longest first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for lexicon in (load("degrees", Degrees), load("additions", Additions)):
        for name, phrases in lexicon.model_dump(exclude={"source", "licences"}).items():
            for phrase in phrases.split(","):
                words = tuple(
                    word for typed in phrase.replace("-", " ").split() for word in contracted(typed)
                )
                if words:
                    found.setdefault(words[0], []).append((name, words))
    return {first: sorted(each, key=lambda one: -len(one[1])) for first, each in found.items()}


@lru_cache(_KEPT)
def _found(lows: tuple[str, ...]) -> Mapping[str, Spans]:
    known = _phrases()
    spans: dict[str, list[tuple[int, int]]] = {}
    after: dict[str, int] = {}
    for place, low in enumerate(lows):
        for name, words in known.get(low, ()):
            end = place + len(words)
            if place >= after.get(name, 0) and lows[place:end] == words:
                spans.setdefault(name, []).append((place, end))
                after[name] = end
    return spans


def found(reading: Reading, name: str) -> Spans:
    """Return the places [first, last) of the phrases of one list; what somebody is quoted with is left out."""
    return _found(reading.lows).get(name, ())
