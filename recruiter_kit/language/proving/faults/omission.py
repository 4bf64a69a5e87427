"""A qualifier or a contrast of the same sentence that is gone.

In: a Case. Out: faults. What is left is true word for word and says something else.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from recruiter_kit.language.direction import direction
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading import Clause, Reading, grammar
from recruiter_kit.language.proving.record import Fault
from recruiter_kit.model import Scale

KIND = "omission"
_TOLD = 0.5
_LEFT_OUT = 0.34
_FEW = 3
_MUCH = 3
_TOLD_ENOUGH = 0.7
_REACH = 5
_LOOSE = frozenset({"one", "first", "second", "single"})


class Omissions(Lexicon):
    """Words that begin a turn, and words that qualify inside a clause."""

    turning: WordSet
    qualifying: WordSet


@cache
def _known() -> Omissions:
    return load("omissions", Omissions)


def find(case: Case) -> Iterator[Fault]:
    """Yield the words of the text that stand for a clause whose turn or qualifier is left out."""
    for note, reading in enumerate(case.aligned.notes):
        told = case.aligned.told[note]
        if told:
            yield from _in_note(case, reading, told)
            yield from _counts(case, reading, told)


def _in_note(case: Case, reading: Reading, told: dict[int, list[int]]) -> Iterator[Fault]:
    for number in range(len(reading.sentences)):
        clauses = [clause for clause in reading.clauses if clause.sentence == number]
        shares = [_share(reading, clause, told) for clause in clauses]
        for place, clause in enumerate(clauses):
            if shares[place] is None or shares[place] > _LEFT_OUT:  # type: ignore[operator]
                yield from _qualifier(case, reading, clause, told)
                continue
            main = [other for other in (place - 1, place + 1) if 0 <= other < len(clauses)]
            beside = next((other for other in main if (shares[other] or 0) >= _TOLD), None)
            if beside is not None and _turns(reading, clauses[place], clauses[beside]):
                yield _fault(case, reading, clauses[beside], clause, told)


def _counts(case: Case, reading: Reading, told: dict[int, list[int]]) -> Iterator[Fault]:
    """Yield what is told of a count whose other half is left out: "9 of 12" as nine, "limit 3" without its value."""
    mine = {token.number for token in case.tokens if token.number}
    for place, token in enumerate(reading.tokens):
        if (
            not token.number
            or place in told
            or token.number in mine
            or token.low in _LOOSE
            or token.quote >= 0
            or _label(reading, place)
        ):
            continue
        near = [
            other
            for other in range(max(0, place - _REACH), min(len(reading.tokens), place + _REACH + 1))
            if other in told and reading.tokens[other].sentence == token.sentence
        ]
        if len(near) > 1:
            here = told[near[0]][0]
            yield case.fault(KIND, here, here + 1, "proving_omission", lost=token.low)


def _label(reading: Reading, place: int) -> bool:
    """Whether a number is part of a name or of a sequence: "T1", "8ish", "1-2-3"."""
    token = reading.tokens[place]
    before, after = (
        reading.text[token.start - 1 : token.start] if token.start else " ",
        reading.text[token.end : token.end + 1],
    )
    return (
        before.isalpha()
        or after.isalpha()
        and token.end == _start_after(reading, place)
        or before == "-"
        or after == "-"
    )


def _start_after(reading: Reading, place: int) -> int:
    return reading.tokens[place + 1].start if place + 1 < len(reading.tokens) else -1


def _share(reading: Reading, clause: Clause, told: dict[int, list[int]]) -> float | None:
    frame = grammar().frame
    places = [
        place
        for place in range(clause.first, clause.last)
        if (reading.tokens[place].content and reading.tokens[place].low not in frame)
        or reading.tokens[place].number
    ]
    return sum(place in told for place in places) / len(places) if places else None


def _turns(reading: Reading, clause: Clause, beside: Clause) -> bool:
    if clause.opener in _known().turning:
        return True
    words = {token.low for token in reading.words(clause)}
    if words & _known().qualifying:
        return True
    if clause.mark == "(" and clause.last - clause.first < _FEW:
        return False
    one, other = (_says(reading, each) for each in (clause, beside))
    return one != other and "neutral" not in (one, other)


def _says(reading: Reading, clause: Clause) -> str:
    tokens = reading.words(clause)
    text = reading.text[tokens[0].start : tokens[-1].end]
    return direction(text, None, None, Scale()).value


def _qualifier(case: Case, reading: Reading, clause: Clause, told: dict[int, list[int]]) -> Iterator[Fault]:
    """Yield a qualifying word of a told clause that the text lost."""
    words: Sequence[int] = range(clause.first, clause.last)
    mine = {token.low for token in case.tokens}
    keys = frozenset().union(*(token.keys for token in case.tokens)) if case.tokens else frozenset()
    for place in words:
        token = reading.tokens[place]
        if (
            token.quote >= 0
            or token.low not in _known().qualifying
            or place in told
            or token.low in mine
            or token.keys & keys
        ):
            continue
        near = [
            other
            for other in range(place - 3, place + 4)
            if other in told and clause.first <= other < clause.last
        ]
        if near:
            yield case.fault(KIND, told[near[0]][0], told[near[0]][0] + 1, "proving_omission", lost=token.low)


def _fault(
    case: Case, reading: Reading, told_clause: Clause, lost: Clause, told: dict[int, list[int]]
) -> Fault:
    mine = [told[place][0] for place in range(told_clause.first, told_clause.last) if place in told]
    tokens = reading.words(lost)
    words = reading.text[tokens[0].start : tokens[-1].end]
    return case.fault(KIND, min(mine), min(mine) + 1, "proving_omission", lost=words)


def left_out(case: Case) -> bool:
    """Whether the text leaves out much of a sentence of which it tells a part, so that a person should look."""
    frame = grammar().frame
    for note, reading in enumerate(case.aligned.notes):
        told = case.aligned.told[note]
        for number in range(len(reading.sentences) if told else 0):
            places = [
                place
                for place, token in enumerate(reading.tokens)
                if token.sentence == number and ((token.content and token.low not in frame) or token.number)
            ]
            mine = sum(place in told for place in places)
            if mine > 1 and len(places) - mine >= _MUCH and mine < _TOLD_ENOUGH * len(places):
                return True
    return False
