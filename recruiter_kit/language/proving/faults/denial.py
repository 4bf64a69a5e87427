"""A denial gained or lost, and two options exchanged.

In: a Case. Out: faults. "Not", "never", "without", "failed to" and a verb that denies another count alike.
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.meanings import denied
from recruiter_kit.language.proving.reading import Clause, Reading, Token, grammar
from recruiter_kit.language.proving.record import Fault

KIND = "denial"
_TURNS = (("before", "after"), ("with", "without"), ("more", "less"), ("up", "down"), ("over", "under"))
_NEAR = 4
_UNTIL = frozenset({"until", "till", "before", "unless"})
_LATER = frozenset({"only", "before", "until", "till", "after", "once", "took", "when", "unless"})


def find(case: Case) -> Iterator[Fault]:
    """Yield the clauses that deny what the note does not, or do not deny what it does."""
    yield from _gained(case)
    yield from _lost(case)
    yield from _order(case)


def _gained(case: Case) -> Iterator[Fault]:
    """Yield denials of the text whose words no denial of a note covers."""
    for clause in case.text.clauses:
        if not clause.denies or case.tokens[clause.first].quote >= 0:
            continue
        tokens = case.tokens
        covered = [place for place in range(clause.first, clause.last) if case.tokens[place].denied]
        held = [place for place in covered if tokens[place].content or tokens[place].number][:3]
        held = [place for place in held if case.aligned.firm(place)]
        cue = _cue(case.tokens, clause)
        if held and case.tokens[cue].low not in grammar().denials_of_all:
            if not any(_denied_there(case, place) for place in held):
                yield case.fault(KIND, cue, held[0] + 1, "proving_denial_gained")
        elif not any(_denies_near(case, clause.sentence)):
            yield case.fault(KIND, cue, min(cue + 2, clause.last), "proving_denial_gained")


def _cue(tokens: Sequence[Token], clause: Clause) -> int:
    known = grammar()
    return next(
        (
            place
            for place in range(clause.first, clause.last)
            if tokens[place].low in known.denials | known.denials_of_all
        ),
        clause.first,
    )


def _denies_near(case: Case, sentence: int) -> Iterator[bool]:
    for note, number in case.aligned.sentences[sentence]:
        reading = case.aligned.notes[note]
        yield any(clause.denies for clause in reading.clauses if clause.sentence == number)
        yield any(token.sentence == number and denied(token.low) for token in reading.tokens)


def _denied_there(case: Case, place: int) -> bool:
    """Whether the note denies what this word of the text stands for."""
    at = case.aligned.places[place]
    if at is None:
        return False
    reading = case.aligned.notes[at[0]]
    token = reading.tokens[at[1]]
    if token.denied or case.aligned.clause_of(at).denies:
        return True
    if denied(token.low):
        return True
    return any(
        bool(denied(other.low) & case.tokens[place].keys) or bool(denied(other.low))
        for other in reading.tokens[max(0, at[1] - 2) : at[1] + 3]
        if other.sentence == token.sentence
    )


def _lost(case: Case) -> Iterator[Fault]:
    """Yield words that a note denies and the text does not."""
    for note, told in enumerate(case.aligned.told):
        reading = case.aligned.notes[note]
        for clause in reading.clauses:
            if not clause.denies or reading.tokens[clause.first].quote >= 0:
                continue
            covered = [place for place in range(clause.first, clause.last) if reading.tokens[place].denied]
            heads = [
                place for place in covered if reading.tokens[place].content or reading.tokens[place].number
            ][:2]
            mine = [here for place in heads for here in told.get(place, ()) if case.aligned.firm(here)]
            if (
                mine
                and not any(_denied_here(case, place) for place in mine)
                and not _until(case, reading, clause, mine)
            ):
                yield case.fault(KIND, mine[0], mine[0] + 1, "proving_denial_lost")


def _until(case: Case, reading: Reading, clause: Clause, mine: Sequence[int]) -> bool:
    """Whether "not until" is told another way: "only once", "before", "it took"."""
    after = [
        other for other in reading.clauses if other.first >= clause.last and other.sentence == clause.sentence
    ][:1]
    if not after or after[0].opener not in _UNTIL:
        return False
    sentence = case.tokens[mine[0]].sentence
    return any(token.sentence == sentence and token.low in _LATER for token in case.tokens)


def _denied_here(case: Case, place: int) -> bool:
    token = case.tokens[place]
    if token.denied or case.text.clauses[token.clause].denies or denied(token.low):
        return True
    return any(
        denied(other.low) or other.low in grammar().denials
        for other in case.tokens[max(0, place - _NEAR) : place + _NEAR]
        if other.clause == token.clause
    )


def _order(case: Case) -> Iterator[Fault]:
    """Yield "after" for "before" where both tell the same two acts in the same order, and their like."""
    for place, token in enumerate(case.tokens):
        if token.quote >= 0:
            continue
        for one, other in (*_TURNS, *((b, a) for a, b in _TURNS)):
            if (
                token.low == one
                and (after := _next_held(case, place))
                and _has_before(case, after, other, one)
            ):
                yield case.fault(KIND, place, after + 1, "proving_turned")


def _next_held(case: Case, place: int) -> int | None:
    for after in range(place + 1, min(place + 5, len(case.tokens))):
        if case.tokens[after].content or case.tokens[after].number:
            return after if case.aligned.places[after] else None
    return None


def _has_before(case: Case, place: int, wanted: str, instead: str) -> bool:
    """Whether the note has the one word shortly before what this word stands for, and not the other."""
    note, at = case.aligned.places[place] or (0, 0)
    tokens = case.aligned.notes[note].tokens
    before = [token.low for token in tokens[max(0, at - 4) : at] if token.sentence == tokens[at].sentence]
    return wanted in before and instead not in before
