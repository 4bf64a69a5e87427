"""Two options exchanged: "after" for "before", what was for what was said.

In: a Case. Out: the places [first, last) of the words that are turned round.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from recruiter_kit.language.grammar.dictionary import verb_forms
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.denials import denials
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.reading import Reading

_REACH = 4


def find(case: Case) -> Iterator[tuple[int, int]]:
    """Yield the words that turn round what a note says."""
    yield from _order(case)
    yield from _said_and_was(case)
    yield from _not_before(case)
    yield from _exchanged(case)


def _order(case: Case) -> Iterator[tuple[int, int]]:
    """Yield "after" for "before" where both tell the same two acts in the same order, and their like."""
    turns = denials().turns
    for place, low in enumerate(case.text.lows):
        if low in turns and (after := _next_held(case, place)) and _has_before(case, after, turns[low], low):
            yield place, after + 1


def _next_held(case: Case, place: int) -> int | None:
    """Return the next word of content or number where a note holds it."""
    for after in range(place + 1, min(place + _REACH + 1, len(case.tokens))):
        if case.tokens[after].content or case.tokens[after].number:
            return after if case.aligned.places[after] else None
    return None


def _has_before(case: Case, place: int, wanted: str, instead: str) -> bool:
    """Whether the note has the one word shortly before what this word stands for, and not the other."""
    note, at = case.aligned.places[place] or (0, 0)
    tokens = case.aligned.notes[note].tokens
    sentence = tokens[at].sentence
    before = [token.low for token in tokens[max(0, at - _REACH) : at] if token.sentence == sentence]
    return wanted in before and instead not in before and grammar().denials.isdisjoint(before)


def _said_and_was(case: Case) -> Iterator[tuple[int, int]]:
    """Yield "grey when it was blue" for "said blue, it was grey"."""
    if denials().was.isdisjoint(case.text.lows):
        return
    named = [place for place in range(len(case.tokens)) if _is_named_and_held(case, place)]
    counted = [place for place in named if case.tokens[place].number]
    for one, other in chain(pairwise(named), pairwise(counted)):
        if case.tokens[one].sentence != case.tokens[other].sentence:
            continue
        mine = _was_and_said(case.text, one, other)
        if mine is not None and _theirs(case, one, other) == mine[::-1]:
            yield one, other + 1


def _is_named_and_held(case: Case, place: int) -> bool:
    """Whether a word is held outside quotations, and is a number or a word of content that is not a verb."""
    token = case.tokens[place]
    if case.aligned.places[place] is None or token.quote >= 0:
        return False
    return (token.content or token.number is not None) and not verb_forms(token.low)


def _theirs(case: Case, one: int, other: int) -> Sequence[bool] | None:
    """Return which of two words the note says was, as `_was_and_said`, where it has both in one sentence."""
    here, there = case.aligned.places[one] or (0, 0), case.aligned.places[other] or (0, 0)
    note = case.aligned.notes[here[0]]
    if here[0] != there[0] or note.tokens[here[1]].sentence != note.tokens[there[1]].sentence:
        return None
    return _was_and_said(note, here[1], there[1])


def _was_and_said(reading: Reading, one: int, other: int) -> tuple[bool, bool] | None:
    """Return for each of two words whether it was so, where one was and the other was only said."""
    first = _was(reading, one)
    if first is None:
        return None
    second = _was(reading, other)
    return None if second is None or first is second else (first, second)


def _was(reading: Reading, place: int) -> bool | None:
    """Whether a form of "be" comes right before a word in its clause, or a verb; None for neither."""
    tokens = reading.tokens
    for before in range(place - 1, max(-1, place - 3), -1):
        low = tokens[before].low
        if low == "as":
            return False
        if tokens[before].clause != tokens[place].clause or low in grammar().articles:
            return None
        if low in denials().was:
            return True
        if "VBD" in verb_forms(low):
            return False
    return None


def _not_before(case: Case) -> Iterator[tuple[int, int]]:
    """Yield "not before" for "not after"."""
    turns = denials().turns
    for place, (one, other) in enumerate(pairwise(case.text.lows)):
        if one == "not" and other in turns:
            near = [pair for note in case.aligned.notes for pair in pairwise(note.lows)]
            if ("not", turns[other]) in near and ("not", other) not in near:
                yield place, place + 2


def _exchanged(case: Case) -> Iterator[tuple[int, int]]:
    """Yield "the bread before the rolls" for "rolls before bread"."""
    for place, low in enumerate(case.text.lows):
        if low not in denials().pivots:
            continue
        one, other = _last_held(case, place), _next_held(case, place)
        if one is None or other is None:
            continue
        here, there = case.aligned.places[one] or (0, 0), case.aligned.places[other] or (0, 0)
        lows = case.aligned.notes[here[0]].lows
        if case.text.clauses[case.tokens[one].clause].denies:
            # "Had not checked before you offered" is "offered before checking".
            continue
        turned = here[0] == there[0] and low in lows[there[1] : here[1]] and here[1] - there[1] <= 2 * _REACH
        if turned and low not in lows[max(0, there[1] - _REACH) : there[1]]:
            yield one, other + 1


def _last_held(case: Case, place: int) -> int | None:
    """Return the last word of content or number before a place in its sentence that a note holds."""
    first = case.text.sentences[case.tokens[place].sentence].first
    for before in range(place - 1, max(first - 1, place - 2 * _REACH), -1):
        if (case.tokens[before].content or case.tokens[before].number) and case.aligned.places[before]:
            return before
    return None
