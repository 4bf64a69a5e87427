"""Words of a sentence that must not reach the candidate, and names of people who are not to be named.

In: a Case. Out: faults. Two rare words of a withheld sentence in one sentence are enough.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from recruiter_kit.language.proving.aligning.notes import Notes
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import bases
from recruiter_kit.language.proving.reading.reading import Reading
from recruiter_kit.language.proving.record import Fault, Person

KIND = "withheld"
_ENOUGH = 2
_KEPT = 2_048


def find(case: Case) -> Iterator[Fault]:
    """Yield names of people, and what two rare words of a withheld sentence give away."""
    yield from _named(case)
    rare = _rare(case.withheld, case.notes)
    given: dict[tuple[int, int], list[int]] = {}
    frame = grammar().frame
    for place, token in enumerate(case.tokens):
        if token.low in frame or place in case.framed:
            continue
        if token.content and not rare.keys().isdisjoint(token.keys):
            for withheld in {number for key in token.keys for number in rare.get(key, ())}:
                given.setdefault((withheld, token.sentence), []).append(place)
    for places in given.values():
        if len({min(bases(case.tokens[place].low)) for place in places}) >= _ENOUGH:
            yield case.fault(KIND, places[0], places[-1] + 1, "proving_withheld")


@lru_cache(_KEPT)
def _rare(withheld: tuple[Reading, ...], notes: Notes) -> Mapping[str, frozenset[int]]:
    """Return the meanings that only withheld sentences have, with the numbers of those sentences."""
    found: dict[str, set[int]] = {}
    for number, reading in enumerate(withheld):
        for token in reading.tokens:
            if token.content and notes.by_key.keys().isdisjoint(token.keys):
                for key in token.keys:
                    found.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _named(case: Case) -> Iterator[Fault]:
    names = _names(case.people)
    for place, token in enumerate(case.tokens):
        if token.low in names and case.text.text[token.start].isupper() and not _opens(case, place):
            yield case.fault(KIND, place, place + 1, "proving_named")


@lru_cache(_KEPT)
def _names(people: tuple[Person, ...]) -> frozenset[str]:
    """Return the names, in lower case, of everybody but the candidate."""
    others = " ".join(person.name for person in people if person.part != "candidate")
    own = " ".join(person.name for person in people if person.part == "candidate").lower().split()
    return frozenset(part.lower() for part in others.replace("-", " ").split() if len(part) > 1).difference(
        own
    )


def _opens(case: Case, place: int) -> bool:
    """Whether a word that is also a name only has its capital because it begins the sentence."""
    token = case.tokens[place]
    return not token.content and place == case.text.sentences[token.sentence].first
