"""A number that no note holds, or that a note gives to something else.

In: a Case. Out: faults. Numbers are compared as values: "five" is "5", "twice" is "2 times".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recruiter_kit.language.proving.aligning.notes import Place
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.numbers import number_words
from recruiter_kit.language.proving.reading.reading import Reading, Token
from recruiter_kit.language.proving.record import Fault

KIND = "number"
_REACH = 3
_FAR = 4


def find(case: Case) -> Iterator[Fault]:
    """Yield the numbers of the text that the notes do not hold, or hold of something else."""
    places = [place for place, token in enumerate(case.tokens) if token.number]
    if not places:
        return
    loose = number_words().loose
    counts = [place for place in places if case.tokens[place].low not in loose]
    for place in counts:
        at = case.aligned.places[place]
        if place in case.framed:
            continue
        if at is None:
            yield case.fault(KIND, place, place + 1, "proving_number")
        elif _of_all(case, place, at) or _elsewhere(case, place, at):
            yield case.fault(KIND, place, place + 1, "proving_number_moved")
    for one, other in pairwise(counts):
        if _exchanged(case, one, other):
            yield case.fault(KIND, one, other + 1, "proving_number_moved")
    for one, other in pairwise(place for place in places if case.aligned.places[place]):
        if _counting_each_other(case, one, other):
            yield case.fault(KIND, one, other + 1, "proving_number_moved")


def _of_all(case: Case, place: int, at: Place) -> bool:
    """Whether "all five" is told where the note has "four of five"."""
    if place == 0 or case.tokens[place - 1].low not in ("all", "every"):
        return False
    note, there = case.aligned.notes[at[0]], at[1]
    before = [token.low for token in note.tokens[max(0, there - _REACH) : there]]
    if not before or "all" in before:
        return False
    return "of" in before or "out" in before or _slashed(note, there)


def _slashed(note: Reading, place: int) -> bool:
    return note.text[note.tokens[place - 1].end : note.tokens[place].start].strip() == "/"


def _elsewhere(case: Case, place: int, at: Place) -> bool:
    """Whether what the text counts is counted by another number in the note, and by this one nowhere."""
    counted = _counted(case.tokens, place)
    there = case.aligned.places[counted] if counted is not None else None
    if counted is None or there is None:
        return False
    if case.aligned.firm(place) and not _is_label(case.aligned.notes[at[0]], at[1]):
        return False
    wanted, keys = case.tokens[place].number, case.tokens[counted].keys
    if any(_counts(reading.tokens, wanted, keys) for reading in case.aligned.notes):
        return False
    tokens = case.aligned.notes[there[0]].tokens
    return any(each.number and each.number != wanted for each in tokens[max(0, there[1] - 2) : there[1]])


def _counts(tokens: Sequence[Token], number: str | None, keys: frozenset[str]) -> bool:
    """Whether a note has a number close to a word."""
    return any(
        token.number == number
        and any(
            not keys.isdisjoint(each.keys) for each in tokens[max(0, place - _REACH) : place + _REACH + 1]
        )
        for place, token in enumerate(tokens)
    )


def _is_label(note: Reading, place: int) -> bool:
    """Whether the number is part of a name in the note: "Q3"."""
    start = note.tokens[place].start
    return start > 0 and note.text[start - 1].isalpha()


def _counted(tokens: Sequence[Token], place: int) -> int | None:
    """Return the word that a number counts: the next word of content, if it comes at once."""
    for other in range(place + 1, min(place + 3, len(tokens))):
        if tokens[other].clause != tokens[place].clause or tokens[other].number:
            return None
        if tokens[other].content:
            return other
    return None


def _exchanged(case: Case, one: int, other: int) -> bool:
    """Whether the note has two numbers in the other order, and nothing between them turns them."""
    here, there = case.aligned.places[one], case.aligned.places[other]
    first, second = case.tokens[one].number, case.tokens[other].number
    if here is None or there is None or first == second or here[0] != there[0]:
        return False
    between = [token.low for token in case.tokens[one + 1 : other]]
    if len(between) > _REACH or not number_words().joining.issuperset(between):
        return False
    if "of" in between and _is_part(first, second):
        return False
    tokens = case.aligned.notes[here[0]].tokens
    near = 0 < here[1] - there[1] <= _FAR and tokens[here[1]].sentence == tokens[there[1]].sentence
    return near and _is_once(tokens, first) and _is_once(tokens, second)


def _counting_each_other(case: Case, one: int, other: int) -> bool:
    """Whether two numbers of a sentence count what the other one counts in the note."""
    tokens = case.tokens
    if tokens[one].sentence != tokens[other].sentence or tokens[one].number == tokens[other].number:
        return False
    mine, yours = _counted(tokens, one), _counted(tokens, other)
    if mine is None or yours is None:
        return False
    here, there = _counted_there(case, one), _counted_there(case, other)
    crossed = not there.isdisjoint(tokens[mine].keys) and not here.isdisjoint(tokens[yours].keys)
    return crossed and here.isdisjoint(tokens[mine].keys)


def _counted_there(case: Case, place: int) -> frozenset[str]:
    """Return the meanings of what a number counts in the note."""
    note, at = case.aligned.places[place] or (0, 0)
    after = case.aligned.notes[note].tokens[at + 1 : at + 3]
    return next((token.keys for token in after if token.content), frozenset())


def _is_part(first: str | None, second: str | None) -> bool:
    """Whether "three of eight" is a part of a whole, which a note may name first."""
    try:
        return float(first or 0) <= float(second or 0)
    except ValueError:
        return False


def _is_once(tokens: Sequence[Token], number: str | None) -> bool:
    return sum(token.number == number for token in tokens) == 1
