"""Words that turn a failure into praise, or praise into a failure.

In: a Case. Out: faults. A word of the text whose opposite the note has in its place.
"""

from collections.abc import Iterator
from functools import cache

from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.meanings import bases
from recruiter_kit.language.proving.record import Fault

KIND = "direction"


class Opposites(Lexicon):
    """Pairs of words that say the opposite, each side apart with "/", and words of one side with spaces."""

    pairs: tuple[str, ...]


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in load("opposites", Opposites).pairs:
        one, _, other = pair.partition("/")
        for word in one.split():
            found.setdefault(word, set()).update(other.split())
        for word in other.split():
            found.setdefault(word, set()).update(one.split())
    return {word: frozenset(others) for word, others in found.items()}


def find(case: Case) -> Iterator[Fault]:
    """Yield the words of the text that no note holds and whose opposite the note has."""
    known = _opposites()
    for place, token in enumerate(case.tokens):
        if case.aligned.places[place] is not None or token.quote >= 0:
            continue
        against = frozenset().union(
            *(known.get(word, frozenset()) for word in (token.low, *bases(token.low)))
        )
        if not against:
            continue
        for other in case.aligned.near(token.sentence):
            if (other.low in against or bases(other.low) & against) and other.denied == token.denied:
                yield case.fault(KIND, place, place + 1, "proving_direction", note=other.low)
                break
