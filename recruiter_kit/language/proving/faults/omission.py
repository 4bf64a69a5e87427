"""A qualifier or a contrast of the same sentence that is gone.

In: a Case. Out: faults. What is left is true word for word and says something else.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from recruiter_kit.feedback import Direction
from recruiter_kit.language.direction import plainly
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.meanings import denied
from recruiter_kit.language.proving.reading import Clause, Reading, grammar
from recruiter_kit.language.proving.record import Fault

KIND = "omission"
_TOLD = 0.5
_LEFT_OUT = 0.34
_FEW = 3
_MUCH = 4
_TOLD_ENOUGH = 0.6
_REACH = 5
_WHOLE = frozenset({"of", "vs", "v", "against", "limit", "target", "max", "maximum"})


class Omissions(Lexicon):
    """Words that begin a turn, and words that qualify inside a clause."""

    turning: WordSet
    qualifying: WordSet
    helped: WordSet
    conditions: WordSet


@cache
def _known() -> Omissions:
    return load("omissions", Omissions)


@cache
def _qualifying() -> frozenset[str]:
    return _known().qualifying | _known().helped


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
            told_before = place > 0 and (shares[place - 1] or 0) >= _TOLD and _tells(clauses[place - 1], told)
            if shares[place] == 0 and told_before and clause.opener in _known().conditions:
                yield _fault(case, reading, clauses[place - 1], clause, told)
                continue
            if shares[place] is None or shares[place] > _LEFT_OUT:  # type: ignore[operator]
                yield from _qualifier(case, reading, clause, told)
                continue
            main = [other for other in (place - 1, place + 1) if 0 <= other < len(clauses)]
            beside = next((other for other in main if (shares[other] or 0) >= _TOLD), None)
            if beside is not None and _turns(reading, clauses[place], clauses[beside]):
                yield _fault(case, reading, clauses[beside], clause, told)


def _counts(case: Case, reading: Reading, told: dict[int, list[int]]) -> Iterator[Fault]:
    """Yield what is told of a count whose other half is left out: "9 of 12" as nine, "6.2 (limit 3)" as 6.2."""
    mine = {token.number for token in case.tokens if token.number}
    numbers = [place for place, token in enumerate(reading.tokens) if token.number and token.quote < 0]
    for one, other in pairwise(numbers):
        between = [token.low for token in reading.tokens[one + 1 : other]]
        whole = "/" in reading.text[
            reading.tokens[one].end : reading.tokens[other].start
        ] or not _WHOLE.isdisjoint(between)
        if (
            other - one > _REACH
            or not whole
            or reading.tokens[one].sentence != reading.tokens[other].sentence
        ):
            continue
        missing = [
            place for place in (one, other) if place not in told and reading.tokens[place].number not in mine
        ]
        here = range(max(0, one - _REACH), min(len(reading.tokens), other + _REACH))
        near = [
            place
            for place in here
            if place in told and reading.tokens[place].clause == reading.tokens[one].clause
        ]
        if missing and (len(near) > 1 or (len(missing) == 1 and near)):
            at = told[near[0]][0]
            yield case.fault(KIND, at, at + 1, "proving_omission", lost=reading.tokens[missing[0]].low)


def _count_left_out(case: Case, reading: Reading, sentence: int, told: dict[int, list[int]]) -> bool:
    """Whether "20 pallets" is told as "pallets"."""
    mine = {token.number for token in case.tokens if token.number}
    for place, token in enumerate(reading.tokens):
        if (
            token.sentence != sentence
            or not token.number
            or token.low == "one"
            or place in told
            or token.number in mine
            or token.quote >= 0
        ):
            continue
        after = next(
            (
                at
                for at in range(place + 1, min(place + 3, len(reading.tokens)))
                if reading.tokens[at].content
            ),
            None,
        )
        named = token.start > 0 and reading.text[token.start - 1].isalpha()
        if after in told and not named and reading.tokens[after or 0].clause == token.clause:
            return True
    return False


def _denial_left_out(reading: Reading, sentence: int, told: dict[int, list[int]]) -> bool:
    """Whether a clause that denies comes right after one that is told, and is not told."""
    clauses = [clause for clause in reading.clauses if clause.sentence == sentence]
    return any(
        clause.denies
        and not any(place in told for place in range(clause.first, clause.last))
        and (_share(reading, before, told) or 0) >= _TOLD
        for before, clause in pairwise(clauses)
    )


def _tells(clause: Clause, told: dict[int, list[int]]) -> bool:
    return sum(place in told for place in range(clause.first, clause.last)) > 1


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
    if not _known().helped.isdisjoint(token.low for token in reading.words(clause)):
        return True
    if clause.mark == "(" and clause.last - clause.first < _FEW:
        return False
    one, other = (_says(reading, each) for each in (clause, beside))
    return one is not other and Direction.NEUTRAL not in (one, other)


def _says(reading: Reading, clause: Clause) -> Direction:
    tokens = reading.words(clause)
    text = reading.text[tokens[0].start : tokens[-1].end]
    return plainly(text)


def _qualifier(case: Case, reading: Reading, clause: Clause, told: dict[int, list[int]]) -> Iterator[Fault]:
    """Yield a qualifying word of a told clause that the text lost."""
    words: Sequence[int] = range(clause.first, clause.last)
    qualifying = _qualifying()
    for place in words:
        token = reading.tokens[place]
        if token.low not in qualifying or token.quote >= 0 or place in told or token.low in case.text.lows:
            continue
        if any(key in case.text.by_key for key in token.keys | denied(token.low)):
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
            if _denial_left_out(reading, number, told) or _count_left_out(case, reading, number, told):
                return True
            if mine > 1 and len(places) - mine >= _MUCH and mine < _TOLD_ENOUGH * len(places):
                return True
    return False
