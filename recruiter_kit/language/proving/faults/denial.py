"""A denial gained or lost, and two options exchanged.

In: a Case. Out: faults. "Not", "never", "without", "failed to" and a verb that denies another count alike.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recruiter_kit.language.grammar.dictionary import verb_forms
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.meanings import denied
from recruiter_kit.language.proving.reading import Clause, Reading, Token, grammar
from recruiter_kit.language.proving.record import Fault

KIND = "denial"
_TURNS = {
    "before": ("after",), "after": ("before",), "with": ("without",), "without": ("with",), "more": ("less",), "less": ("more",),
    "up": ("down",), "down": ("up",), "over": ("under",), "under": ("over",),
}  # fmt: skip
_NEAR = 4
_UNTIL = frozenset({"until", "till", "before", "unless"})
_LATER = frozenset({"only", "before", "after", "once", "took", "when"})
_ONLY = frozenset({"only", "except", "besides"})


def find(case: Case) -> Iterator[Fault]:
    """Yield the clauses that deny what the note does not, or do not deny what it does."""
    yield from _gained(case)
    yield from _lost(case)
    yield from _order(case)
    yield from _said_and_was(case)
    yield from _not_before(case)


def _not_before(case: Case) -> Iterator[Fault]:
    """Yield "not before" for "not after"."""
    for place, (one, other) in enumerate(pairwise(case.text.lows)):
        for instead in _TURNS.get(other, ()) if one == "not" else ():
            near = [low for reading in case.aligned.notes for low in pairwise(reading.lows)]
            if ("not", instead) in near and ("not", other) not in near:
                yield case.fault(KIND, place, place + 2, "proving_turned")


def _said_and_was(case: Case) -> Iterator[Fault]:
    """Yield "grey when it was blue" for "said blue, it was grey": what was and what was said are exchanged."""
    tokens = case.tokens
    places = [
        place
        for place, token in enumerate(tokens)
        if token.quote < 0
        and (token.content or token.number)
        and case.aligned.places[place]
        and not verb_forms(token.low)
    ]
    counted = [place for place in places if tokens[place].number]
    for one, other in (*pairwise(places), *pairwise(counted)):
        if tokens[one].sentence != tokens[other].sentence:
            continue
        here, there = case.aligned.places[one] or (0, 0), case.aligned.places[other] or (0, 0)
        reading = case.aligned.notes[here[0]]
        if here[0] != there[0] or reading.tokens[here[1]].sentence != reading.tokens[there[1]].sentence:
            continue
        mine = _was(case.text, one), _was(case.text, other)
        theirs = _was(reading, here[1]), _was(reading, there[1])
        if None not in mine and None not in theirs and mine[0] != mine[1] and theirs == mine[::-1]:
            yield case.fault(KIND, one, other + 1, "proving_turned")


def _was(reading: Reading, place: int) -> bool | None:
    """Whether a form of "be" comes right before a word in its clause, or a verb; None for neither."""
    tokens = reading.tokens
    for before in range(place - 1, max(-1, place - 3), -1):
        if tokens[before].clause != tokens[place].clause and tokens[before].low != "as":
            return None
        if tokens[before].low in ("the", "a", "an"):
            return None
        if tokens[before].low == "as":
            return False
        if tokens[before].low in ("is", "are", "was", "were", "'s"):
            return True
        if "VBD" in verb_forms(tokens[before].low):
            return False
    return None


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
        if cue is None or _licensed(case, clause.sentence):
            continue
        if any(
            tokens[place].content and _denied_there(case, place)
            for place in range(clause.first, clause.last)
            if case.aligned.firm(place)
        ):
            continue
        if held and case.tokens[cue].low not in grammar().denials_of_all:
            if not any(_denied_there(case, place) for place in held):
                yield case.fault(KIND, cue, held[0] + 1, "proving_denial_gained")
        elif not any(_denies_near(case, clause.sentence)):
            yield case.fault(KIND, cue, min(cue + 2, clause.last), "proving_denial_gained")


def _cue(tokens: Sequence[Token], clause: Clause) -> int | None:
    known = grammar()
    return next(
        (
            place
            for place in range(clause.first, clause.last)
            if tokens[place].low in known.denials | known.denials_of_all
        ),
        None,
    )


def _licensed(case: Case, sentence: int) -> bool:
    """Whether a note says the denial in another way: "only done stocktakes", "offered it before checking"."""
    near = case.aligned.near_lows(sentence)
    mine = {token.low for token in case.tokens if token.sentence == sentence}
    return not near.isdisjoint(_ONLY) or ("before" in near and not mine.isdisjoint({"before", "when"}))


def _denies_near(case: Case, sentence: int) -> Iterator[bool]:
    everywhere = [
        (note, at) for note, one in enumerate(case.aligned.notes) for at in range(len(one.sentences))
    ]
    for note, number in case.aligned.sentences[sentence] or everywhere:
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
            if heads and heads[0] not in told and _denies_somewhere(case, told, heads):
                continue
            mine = [
                here
                for place in heads
                for here in told.get(place, ())
                if case.aligned.firm(here) or here in case.aligned.single
            ]
            if (
                mine
                and not any(_denied_here(case, place) for place in mine)
                and not _until(case, reading, clause, mine)
            ):
                yield case.fault(KIND, mine[0], mine[0] + 1, "proving_denial_lost")


def _denies_somewhere(case: Case, told: dict[int, list[int]], heads: Sequence[int]) -> bool:
    """Whether the verb that a note denies is told in other words: a clause of the same sentence denies."""
    sentences = {case.tokens[here].sentence for place in heads for here in told.get(place, ())}
    return any(clause.denies and clause.sentence in sentences for clause in case.text.clauses)


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
    for place, low in enumerate(case.text.lows):
        for other in _TURNS.get(low, ()):
            if (after := _next_held(case, place)) and _has_before(case, after, other, low):
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
