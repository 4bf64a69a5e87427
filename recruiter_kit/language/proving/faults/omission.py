"""A qualifier or a contrast of the same sentence that is gone.

In: a Case. Out: faults. What is left is true word for word and says something else.
"""

from collections.abc import Iterator
from itertools import pairwise

from recruiter_kit.feedback import Direction
from recruiter_kit.language.direction import plainly
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.meanings import denied
from recruiter_kit.language.proving.reading.reading import Clause, Reading
from recruiter_kit.language.proving.record import Fault
from recruiter_kit.language.proving.told import (
    MAINLY,
    Told,
    goes_on_told,
    omissions,
    share,
    share_of_content,
)

KIND = "omission"
_LEFT_OUT = 0.34
_FEW = 3
_NEAR = 3
_REACH = 5


def find(case: Case) -> Iterator[Fault]:
    """Yield the words of the text that stand for a clause whose turn or qualifier is left out."""
    for note, told in zip(case.aligned.notes, case.aligned.told, strict=True):
        if told:
            for number in sorted({note.tokens[place].sentence for place in told}):
                yield from _in_sentence(case, note, number, told)
            yield from _counts(case, note, told)


def _in_sentence(case: Case, note: Reading, sentence: int, told: Told) -> Iterator[Fault]:
    numbers = note.sentences[sentence].clauses
    shares = {number: share(note, number, told) for number in numbers}
    mainly_told = {number for number, much in shares.items() if much is not None and much >= MAINLY}
    for number, share_told in shares.items():
        turning = note.clauses[number].opener in omissions().turning
        much = share_of_content(note, number, told) if turning else share_told
        before = number - 1 if number - 1 in mainly_told else None
        if much == 0 and before is not None and _is_condition(note, number, told):
            yield _fault(case, note, before, number, told)
        if much is None and turning and before is not None and _is_lost(case, note, number, told):
            yield _fault(case, note, before, number, told)
        if much is None or much > 0:
            yield from _qualifier(case, note, note.clauses[number], told)
        if much is not None and much <= _LEFT_OUT and not goes_on_told(note, number, told):
            beside = next((one for one in _neighbours(note, number) if one in mainly_told), None)
            if beside is not None and _turns(note, note.clauses[number], note.clauses[beside]):
                yield _fault(case, note, beside, number, told)


def _is_lost(case: Case, note: Reading, number: int, told: Told) -> bool:
    """Whether the text has no word of a few that say nothing alone but for their turn: "but once"."""
    words = note.words(note.clauses[number])
    if not 1 < len(words) <= _FEW or goes_on_told(note, number, told):
        return False
    return set(case.text.lows).isdisjoint(one.low for one in words[1:])


def _neighbours(note: Reading, number: int) -> tuple[int, ...]:
    """Return the clauses that a clause says more of: "…, until I asked" says nothing of what follows."""
    clause = note.clauses[number]
    follows = number - 1 in note.sentences[clause.sentence].clauses
    return (number - 1,) if follows and clause.opener and not clause.mark else (number - 1, number + 1)


def _is_condition(note: Reading, number: int, told: Told) -> bool:
    """Whether a clause begins a condition of the clause before, of which two words or more are told."""
    before = note.clauses[number - 1]
    words = sum(place in told for place in range(before.first, before.last))
    return words > 1 and note.clauses[number].opener in omissions().conditions


def _turns(note: Reading, clause: Clause, beside: Clause) -> bool:
    """Whether a clause says something other than the one beside it, or that there was help."""
    known = omissions()
    if clause.opener in known.turning or any(token.low in known.helped for token in note.words(clause)):
        return True
    if clause.mark == "(" and clause.last - clause.first < _FEW:
        return False
    if clause.opener in known.adding:
        return False
    one, other = (plainly(_written(note, each)) for each in (clause, beside))
    return one is not other and Direction.NEUTRAL not in (one, other)


def _written(note: Reading, clause: Clause) -> str:
    return note.text[note.tokens[clause.first].start : note.tokens[clause.last - 1].end]


def _fault(case: Case, note: Reading, told_clause: int, lost: int, told: Told) -> Fault:
    clause = note.clauses[told_clause]
    at = min(told[place][0] for place in range(clause.first, clause.last) if place in told)
    return case.fault(KIND, at, at + 1, "proving_omission", lost=_written(note, note.clauses[lost]))


def _qualifier(case: Case, note: Reading, clause: Clause, told: Told) -> Iterator[Fault]:
    """Yield a qualifying word of a told clause that the text lost."""
    known = omissions()
    for place, token in enumerate(note.words(clause), clause.first):
        if token.low not in known.qualifying and token.low not in known.helped:
            continue
        if token.quote >= 0 or place in told or token.low in case.text.lows:
            continue
        if not case.text.by_key.keys().isdisjoint(token.keys | denied(token.low)):
            continue
        around = range(max(clause.first, place - _NEAR), min(clause.last, place + _NEAR + 1))
        near = next((other for other in around if other in told), None)
        if near is not None:
            at = told[near][0]
            yield case.fault(KIND, at, at + 1, "proving_omission", lost=token.low)


def _counts(case: Case, note: Reading, told: Told) -> Iterator[Fault]:
    """Yield what is told of a count without its other half: "9 of 12" as nine, "6.2 (limit 3)" as 6.2."""
    mine = {token.number for token in case.tokens if token.number}
    for one, other in pairwise(note.counts):
        if not _are_one_count(note, one, other):
            continue
        missing = [
            place for place in (one, other) if place not in told and note.tokens[place].number not in mine
        ]
        around = range(max(0, one - _REACH), min(len(note.tokens), other + _REACH))
        near = [
            place
            for place in around
            if place in told and note.tokens[place].clause == note.tokens[one].clause
        ]
        if len(missing) == 2 and not _is_part_of_whole(note, one, other):
            continue
        if missing == [one] and _follows_of(case, told, other):
            continue
        if missing and len(near) >= len(missing):
            at = told[near[0]][0]
            yield case.fault(KIND, at, at + 1, "proving_omission", lost=note.tokens[missing[0]].low)


def _follows_of(case: Case, told: Told, whole: int) -> bool:
    """Whether the text names the whole only: "one of the seven issues"."""
    return any(
        "of" in [token.low for token in case.tokens[max(0, place - 2) : place]]
        for place in told.get(whole, ())
    )


def _are_one_count(note: Reading, one: int, other: int) -> bool:
    """Whether the second of two numbers is the whole or the limit of the first."""
    first, second = note.tokens[one], note.tokens[other]
    if other - one > _REACH or first.sentence != second.sentence:
        return False
    between = note.tokens[one + 1 : other]
    return _is_part_of_whole(note, one, other) or any(token.low in omissions().wholes for token in between)


def _is_part_of_whole(note: Reading, one: int, other: int) -> bool:
    """Whether two numbers are "9 of 12" or "9/12"."""
    between = note.text[note.tokens[one].end : note.tokens[other].start].strip()
    return between == "/" or "of" in (token.low for token in note.tokens[one + 1 : other])
