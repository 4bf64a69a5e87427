"""Words of a sentence that must not reach the candidate, and names of people who are not to be named.

In: a Case. Out: faults. Two rare words of a withheld sentence in one sentence are enough.
"""

from collections.abc import Iterator

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading import Reading, Token
from recruiter_kit.language.proving.record import Fault

KIND = "withheld"
_ENOUGH = 2


def find(case: Case) -> Iterator[Fault]:
    """Yield names of people, and what two rare words of a withheld sentence give away."""
    yield from _named(case)
    for reading in case.withheld:
        rare = _rare(case, reading)
        given = [
            place
            for place, token in enumerate(case.tokens)
            if token.content and not rare.isdisjoint(token.keys)
        ]
        for number in {case.tokens[place].sentence for place in given}:
            shared = [place for place in given if case.tokens[place].sentence == number]
            words = {case.tokens[place].low for place in shared}
            if len(words) >= _ENOUGH:
                yield case.fault(KIND, shared[0], shared[-1] + 1, "proving_withheld")


def _rare(case: Case, reading: Reading) -> frozenset[str]:
    """Return the meanings of a withheld sentence that no note has."""
    known = frozenset().union(*(note.meanings for note in case.aligned.notes))
    return frozenset().union(
        *(token.keys for token in reading.tokens if token.content and known.isdisjoint(token.keys))
    )


def _named(case: Case) -> Iterator[Fault]:
    names = {
        part.lower()
        for person in case.people
        if person.part != "candidate"
        for part in person.name.replace("-", " ").split()
        if len(part) > 1
    }
    own = {
        part.lower() for person in case.people if person.part == "candidate" for part in person.name.split()
    }
    for place, token in enumerate(case.tokens):
        written = case.text.text[token.start : token.end]
        if token.low in names - own and written[:1].isupper() and not _opens(case, place, token):
            yield case.fault(KIND, place, place + 1, "proving_named")


def _opens(case: Case, place: int, token: Token) -> bool:
    """Whether a word that is also a name only has its capital because it begins the sentence."""
    first = place == 0 or case.tokens[place - 1].sentence != token.sentence
    return first and not token.content
