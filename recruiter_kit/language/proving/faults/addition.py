"""A claim, a cause, a verdict, a comparison, a promise or an act that no note holds.

In: a Case. Out: faults. One new word among words that a note holds is added, which a person may accept; a
clause that is mostly new, or a word that judges, compares or promises, is a fault.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from recruiter_kit.language.direction import Directions
from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.phrasebook import additions
from recruiter_kit.language.proving.reading.reading import Clause
from recruiter_kit.language.proving.record import Fault

KIND = "addition"
_ENOUGH = 2
_KEPT = 8_192


def find(case: Case) -> Iterator[Fault]:
    """Yield what no note bears out."""
    yield from _judging(case, "praise", "proving_praise")
    yield from _judging(case, "blame", "proving_blame")
    yield from _judging(case, "states", "proving_cause")
    yield from promised(case)
    yield from _verdicts(case)
    yield from _evaluating(case)
    yield from _causes(case)
    yield from _clauses(case)
    yield from _misquoted(case)


def promised(case: Case) -> Iterator[Fault]:
    """Yield what compares or promises."""
    for book, why in (("comparisons", "proving_comparison"), ("promises", "proving_promise")):
        for first, last in _new(case, book):
            yield case.fault(KIND, first, last, why)


def _judging(case: Case, book: str, why: str) -> Iterator[Fault]:
    """Yield praise and blame of which no word is in a note."""
    for first, last in case.text.phrases(book):
        content = [place for place in range(first, last) if case.tokens[place].content]
        if _is_neutral(case, first, last) or any(case.aligned.places[place] for place in content):
            continue
        if content or not _is_near(case, first, last):
            yield case.fault(KIND, first, last, why)


def _is_neutral(case: Case, first: int, last: int) -> bool:
    """Whether words only look like praise or blame: "as well as"."""
    neutral = {place for start, end in case.text.phrases("neutral") for place in range(start, end)}
    return neutral.issuperset(range(first, last))


def _evaluating(case: Case) -> Iterator[Fault]:
    """Yield adjectives and adverbs that speak for the candidate and are in no note."""
    praising, facts = load("directions", Directions).for_words, additions().facts
    for place in sorted(case.added):
        token = case.tokens[place]
        if token.low in praising and token.low not in facts and token.quote < 0 and _is_quality(token.low):
            yield case.fault(KIND, place, place + 1, "proving_praise")


@lru_cache(_KEPT)
def _is_quality(low: str) -> bool:
    return not kinds(low).isdisjoint({"ADJ", "ADV"}) and "VBD" not in verb_forms(low)


def _is_near(case: Case, first: int, last: int) -> bool:
    """Whether the notes that the sentence follows have all of some words."""
    near = case.aligned.near(case.tokens[first].sentence)
    return all(
        any(token.low in one.keys or token.low == one.low for one in near)
        for token in case.tokens[first:last]
    )


def _new(case: Case, book: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the phrases of a list that the notes do not have, and that are not of things."""
    for first, last in case.text.phrases(book):
        if not _is_of_things(case, first, last) and not _is_near(case, first, last):
            yield first, last


def _is_of_things(case: Case, first: int, last: int) -> bool:
    """Whether a note has what is compared: "ahead of the openings"."""
    token = case.tokens[first]
    end = min(last + 2, case.text.clauses[token.clause].last)
    return token.low in additions().of_things and any(case.aligned.firm(place) for place in range(last, end))


def _verdicts(case: Case) -> Iterator[Fault]:
    """Yield verdicts on the person in clauses with a word that no note holds."""
    for first, last in _new(case, "verdicts"):
        clause = case.text.clauses[case.tokens[first].clause]
        if any(
            case.tokens[place].content and case.aligned.places[place] is None
            for place in range(clause.first, clause.last)
        ):
            yield case.fault(KIND, first, last, "proving_verdict")


def _causes(case: Case) -> Iterator[Fault]:
    """Yield causes that the notes do not give."""
    known = additions()
    for first, last in case.text.phrases("causes"):
        clause = case.text.clauses[case.tokens[first].clause]
        new = not case.added.isdisjoint(range(last, clause.last))
        licensed = not new and not known.licences.isdisjoint(case.aligned.near_lows(clause.sentence))
        if licensed or _is_near(case, first, last):
            continue
        if new or case.tokens[first].low in known.reasons:
            yield case.fault(KIND, first, last, "proving_cause")


def _clauses(case: Case) -> Iterator[Fault]:
    """Yield what is new in a clause that claims what no note holds."""
    for clause in case.text.clauses if len(case.added) >= _ENOUGH else ():
        new = [place for place in range(clause.first, clause.last) if place in case.added]
        if len(new) >= _ENOUGH and case.tokens[clause.first].quote < 0 and _claims(case, clause, new):
            yield case.fault(KIND, new[0], new[-1] + 1, "proving_addition")


def _claims(case: Case, clause: Clause, new: list[int]) -> bool:
    """Whether new words outweigh the held ones of a clause: a new act with few of them, or many new words."""
    held = sum(at is not None for at in case.aligned.places[clause.first : clause.last])
    lows = [case.tokens[place].low for place in new]
    if held == 0 and any(map(_may_act, lows)):
        return True
    if len(new) > _ENOUGH and len(new) > held:
        return True
    return 2 * len(new) >= held and any(map(_is_past, lows))


def _may_act(low: str) -> bool:
    return bool(verb_forms(low)) or "ADJ" in kinds(low)


@lru_cache(_KEPT)
def _is_past(low: str) -> bool:
    return "VBD" in verb_forms(low) and kinds(low).isdisjoint({"NOUN", "ADJ"})


def _misquoted(case: Case) -> Iterator[Fault]:
    """Yield quotations that are not word for word in a note."""
    if "" not in case.text.lows:
        return
    first = 0
    for quote, tokens in groupby(case.tokens, key=lambda token: token.quote):
        said = [token.low for token in tokens]
        last = first + len(said)
        if quote >= 0 and not any(
            _has_in_a_row([token.low for token in note.tokens], said) for note in case.aligned.notes
        ):
            yield case.fault(KIND, first, last, "proving_quoted")
        first = last


def _has_in_a_row(words: list[str], said: list[str]) -> bool:
    size = len(said)
    return any(words[at : at + size] == said for at in range(len(words) - size + 1))
