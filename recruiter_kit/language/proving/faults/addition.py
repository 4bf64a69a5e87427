"""A claim, a cause, a verdict, a comparison, a promise or an act that no note holds.

In: a Case. Out: faults. One new word among words that a note holds is added, which a person may accept; a
clause that is mostly new, or a word that judges, compares or promises, is a fault.
"""

from collections.abc import Iterator
from functools import cache

from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.phrasebook import Phrasebook, Phrases
from recruiter_kit.language.proving.reading import Clause, grammar
from recruiter_kit.language.proving.record import Fault

KIND = "addition"
_ENOUGH = 2


class Additions(Lexicon):
    """What a text may not add; `licences` are the words of a note that bear out a cause in the text."""

    model_config = {"arbitrary_types_allowed": True}

    praise: Phrases
    blame: Phrases
    verdicts: Phrases
    comparisons: Phrases
    promises: Phrases
    causes: Phrases
    neutral: Phrases
    licences: WordSet


@cache
def _known() -> Additions:
    return load("additions", Additions)


def find(case: Case) -> Iterator[Fault]:
    """Yield what no note bears out."""
    known = _known()
    for key, book in (("praise", known.praise), ("blame", known.blame)):
        yield from _judging(case, book, f"proving_{key}")
    for key, book in (
        ("comparison", known.comparisons),
        ("promise", known.promises),
        ("verdict", known.verdicts),
    ):
        yield from _new(case, book, f"proving_{key}")
    yield from _causes(case)
    yield from _clauses(case)
    yield from _misquoted(case)


def is_added(case: Case, place: int) -> bool:
    """Whether a word of the text is in no note and is no word of the frame either."""
    token = case.tokens[place]
    if not token.content or case.aligned.places[place] is not None:
        return False
    return token.low not in grammar().frame and place not in case.framed


def _judging(case: Case, book: Phrasebook, why: str) -> Iterator[Fault]:
    neutral = {place for first, last in _known().neutral.found(case.tokens) for place in range(first, last)}
    for first, last in book.found(case.tokens):
        if neutral.issuperset(range(first, last)) or any(
            case.aligned.places[place] is not None
            for place in range(first, last)
            if case.tokens[place].content
        ):
            continue
        if any(case.tokens[place].content for place in range(first, last)) or not _said(case, first, last):
            yield case.fault(KIND, first, last, why)


def _said(case: Case, first: int, last: int) -> bool:
    near = {token.low for token in case.aligned.near(case.tokens[first].sentence)}
    return all(token.low in near for token in case.tokens[first:last])


def _new(case: Case, book: Phrasebook, why: str) -> Iterator[Fault]:
    for first, last in book.found(case.tokens):
        clause = case.text.clauses[case.tokens[first].clause]
        if last < clause.last and any(
            case.aligned.firm(place) for place in range(last, min(last + 2, clause.last))
        ):
            continue
        if not _said(case, first, last) and any(
            is_added(case, place) or _framed_only(case, place) for place in range(clause.first, clause.last)
        ):
            yield case.fault(KIND, first, last, why)


def _framed_only(case: Case, place: int) -> bool:
    token = case.tokens[place]
    return token.content and case.aligned.places[place] is None


def _causes(case: Case) -> Iterator[Fault]:
    known = _known()
    for first, last in known.causes.found(case.tokens):
        clause = case.text.clauses[case.tokens[first].clause]
        near = {token.low for token in case.aligned.near(clause.sentence)}
        new = any(is_added(case, place) for place in range(first, clause.last))
        if _said(case, first, last) or (near & known.licences and not new):
            continue
        if new or case.tokens[first].low in ("because", "due", "owing"):
            yield case.fault(KIND, first, last, "proving_cause")


def _clauses(case: Case) -> Iterator[Fault]:
    for clause in case.text.clauses:
        if case.tokens[clause.first].quote >= 0:
            continue
        added = [place for place in range(clause.first, clause.last) if is_added(case, place)]
        held = _held(case, clause)
        claims = len(added) >= _ENOUGH and held == 0 and any(_acts(case.tokens[place].low) for place in added)
        if claims or (len(added) > _ENOUGH and len(added) > held):
            yield case.fault(KIND, added[0], added[-1] + 1, "proving_addition")


def _acts(low: str) -> bool:
    return bool(verb_forms(low)) or "ADJ" in kinds(low)


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
