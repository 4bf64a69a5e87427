"""A claim, a cause, a verdict, a comparison, a promise or an act that no note holds.

In: a Case. Out: faults. One new word among words that a note holds is added, which a person may accept; a
clause that is mostly new, or a word that judges, compares or promises, is a fault.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from recruiter_kit.language.direction import Directions
from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.faults.person import Persons
from recruiter_kit.language.proving.meanings import bases
from recruiter_kit.language.proving.phrasebook import Additions, found
from recruiter_kit.language.proving.reading import Clause, grammar
from recruiter_kit.language.proving.record import Fault

KIND = "addition"
_ENOUGH = 2
# What is right or wrong is a fact as often as praise: a person looks.
# What comes "ahead of the openings" compares nobody.
_PEOPLE = frozenset(["i", "me", "my", "we", "us", "he", "him", "his", "she", "her", "they", "them", "their"])
_OF_THINGS = frozenset(
    {
        "ahead",
        "top",
        "better",
        "worse",
        "faster",
        "slower",
        "group",
        "above",
        "below",
        "behind",
        "bottom",
        "first",
    }
)
_FACTS = frozenset({"right", "correct", "correctly", "accurate", "accurately", "complete", "open"})


@cache
def _licences() -> frozenset[str]:
    return frozenset(load("additions", Additions).licences.split())


def find(case: Case) -> Iterator[Fault]:
    """Yield what no note bears out."""
    for key, book in (("praise", "praise"), ("blame", "blame"), ("cause", "states")):
        yield from _judging(case, book, f"proving_{key}")
    yield from promised(case)
    yield from _new(case, "verdicts", "proving_verdict")
    yield from _evaluating(case)
    yield from _causes(case)
    yield from _clauses(case)
    yield from _misquoted(case)


def promised(case: Case) -> Iterator[Fault]:
    """Yield what compares or promises."""
    yield from _new(case, "comparisons", "proving_comparison")
    yield from _new(case, "promises", "proving_promise")


def is_added(case: Case, place: int) -> bool:
    """Whether a word of the text is in no note and is no word of the frame either."""
    token = case.tokens[place]
    if not token.content or case.aligned.places[place] is not None:
        return False
    known = grammar()
    if token.low in known.frame or place in case.framed or token.low in known.denials | known.denials_of_all:
        return False
    return not (bases(token.low) & load("persons", Persons).others and _names_somebody(case, token.sentence))


def _names_somebody(case: Case, sentence: int) -> bool:
    """Whether the notes that a sentence follows speak of people, whom the text may name by what they are."""
    return any(
        token.low in _PEOPLE or (token.capital and token.content) for token in case.aligned.near(sentence)
    )


def _judging(case: Case, book: str, why: str) -> Iterator[Fault]:
    neutral = {place for first, last in found(case.text, "neutral") for place in range(first, last)}
    for first, last in found(case.text, book):
        if neutral.issuperset(range(first, last)) or any(
            case.aligned.places[place] is not None
            for place in range(first, last)
            if case.tokens[place].content
        ):
            continue
        if any(case.tokens[place].content for place in range(first, last)) or not _said(case, first, last):
            yield case.fault(KIND, first, last, why)


def _evaluating(case: Case) -> Iterator[Fault]:
    """Yield adjectives and adverbs that speak for the candidate and are in no note."""
    praising = load("directions", Directions).for_words
    for place, token in enumerate(case.tokens):
        if (
            token.low in praising
            and token.low not in _FACTS
            and is_added(case, place)
            and token.quote < 0
            and _is_quality(token.low)
        ):
            yield case.fault(KIND, place, place + 1, "proving_praise")


@lru_cache(8_192)
def _is_quality(low: str) -> bool:
    return bool(kinds(low) & {"ADJ", "ADV"}) and not verb_forms(low) & {"VBD"}


def _said(case: Case, first: int, last: int) -> bool:
    near = case.aligned.near_lows(case.tokens[first].sentence)
    return all(token.low in near for token in case.tokens[first:last])


def _new(case: Case, book: str, why: str) -> Iterator[Fault]:
    for first, last in found(case.text, book):
        clause = case.text.clauses[case.tokens[first].clause]
        if (
            case.tokens[first].low in _OF_THINGS
            and last < clause.last
            and any(case.aligned.firm(place) for place in range(last, min(last + 2, clause.last)))
        ):
            continue
        if _said(case, first, last):
            continue
        if why != "proving_verdict" or any(
            _framed_only(case, place) for place in range(clause.first, clause.last)
        ):
            yield case.fault(KIND, first, last, why)


def _framed_only(case: Case, place: int) -> bool:
    token = case.tokens[place]
    return token.content and case.aligned.places[place] is None


def _causes(case: Case) -> Iterator[Fault]:
    for first, last in found(case.text, "causes"):
        clause = case.text.clauses[case.tokens[first].clause]
        near = case.aligned.near_lows(clause.sentence)
        new = any(is_added(case, place) for place in range(last, clause.last))
        if _said(case, first, last) or (near & _licences() and not new):
            continue
        if new or case.tokens[first].low in ("because", "due", "owing"):
            yield case.fault(KIND, first, last, "proving_cause")


def _clauses(case: Case) -> Iterator[Fault]:
    for clause in case.text.clauses:
        if case.tokens[clause.first].quote >= 0:
            continue
        added = [place for place in range(clause.first, clause.last) if is_added(case, place)]
        held = _held(case, clause)
        acts = [place for place in added if _acts(case.tokens[place].low)]
        claims = len(added) >= _ENOUGH and (
            (held == 0
            and bool(acts))
            or (2 * len(added) >= held and any(_is_past(case.tokens[place].low) for place in acts))
        )
        if claims or (len(added) > _ENOUGH and len(added) > held):
            yield case.fault(KIND, added[0], added[-1] + 1, "proving_addition")


def _acts(low: str) -> bool:
    return bool(verb_forms(low)) or "ADJ" in kinds(low)


@lru_cache(8_192)
def _is_past(low: str) -> bool:
    return "VBD" in verb_forms(low) and not kinds(low) & {"NOUN", "ADJ"}


def _held(case: Case, clause: Clause) -> int:
    return sum(case.aligned.places[place] is not None for place in range(clause.first, clause.last))


def _misquoted(case: Case) -> Iterator[Fault]:
    """Yield quotations that are not word for word in a note."""
    first = 0
    tokens = case.tokens
    while first < len(tokens):
        last = first + 1
        if tokens[first].quote >= 0:
            while last < len(tokens) and tokens[last].quote == tokens[first].quote:
                last += 1
            said = [token.low for token in tokens[first:last]]
            if not any(_contains([token.low for token in note.tokens], said) for note in case.aligned.notes):
                yield case.fault(KIND, first, last, "proving_quoted")
        first = last


def _contains(words: list[str], said: list[str]) -> bool:
    size = len(said)
    return any(words[at : at + size] == said for at in range(len(words) - size + 1))
