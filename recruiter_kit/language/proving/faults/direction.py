"""Words that turn a failure into praise, or praise into a failure.

In: a Case. Out: faults. A word of the text whose opposite the note has in its place.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.meanings import bases
from recruiter_kit.language.proving.record import Fault

KIND = "direction"


class Opposites(Lexicon):
    """Pairs of words that say the opposite, each side apart with "/", and words of one side with spaces."""

    pairs: tuple[str, ...]


def find(case: Case) -> Iterator[Fault]:
    """Yield the words of the text that no note holds and whose opposite the note has."""
    for place, token in enumerate(case.tokens):
        if case.aligned.places[place] is not None or token.quote >= 0:
            continue
        if token.low in case.aligned.near_lows(token.sentence):
            continue
        against = _against(token.low)
        if not against:
            continue
        for other in case.aligned.near(token.sentence):
            opposite = other.low in against or not against.isdisjoint(bases(other.low))
            if opposite and other.denied == token.denied:
                yield case.fault(KIND, place, place + 1, "proving_direction", note=other.low)
                break


@lru_cache(8_192)
def _against(low: str) -> frozenset[str]:
    """Return the words that say the opposite of a word, in any of its forms."""
    known = _opposites()
    return frozenset(other for word in (low, *bases(low)) for other in known.get(word, ()))


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in load("opposites", Opposites).pairs:
        one, other = (side.split() for side in pair.split("/"))
        for words, against in ((one, other), (other, one)):
            for word in words:
                found.setdefault(word, set()).update(against)
    return {word: frozenset(others) for word, others in found.items()}
