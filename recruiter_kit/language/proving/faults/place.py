"""A fact told of another exercise than its note's.

In: a Case. Out: faults. The exercise named in a sentence must be that of the note which the sentence follows.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading import Token, read
from recruiter_kit.language.proving.record import Fault

KIND = "place"
_KINDS = frozenset(
    "role play roleplay interview exercise session conversation call test review presentation case study walk shift lesson task"
    " trial drive simulation practical station panel demo chat visit tour observation discussion meeting round stage screen workshop scenario".split()
)
_BEFORE = frozenset({"in", "during", "at", "on", "throughout"})
# Words that name no exercise by themselves.
_LOOSE = frozenset(
    "case call task test lesson round stage screen shift drive walk visit discussion meeting study trial tour play practical chat".split()
)
_ORDER = frozenset({"first", "second", "third", "last", "other"})


def find(case: Case) -> Iterator[Fault]:
    """Yield the exercises that a sentence names although what it tells is from another."""
    names = _names(case)
    if not names:
        return
    for first, last in _named(case, names):
        words = case.tokens[first:last]
        scores = {note: _alike(words, keys) for note, keys in names.items()}
        best = max(scores.values())
        meant = {note for note, score in scores.items() if score == best}
        told = _told(case, first, last, names)
        if best == 0 and all(case.notes[note].exercise for note in range(len(case.notes))):
            if not all(
                case.aligned.places[place] for place in range(first, last) if case.tokens[place].content
            ):
                if last - first > 1 or case.tokens[first].low not in _LOOSE:
                    yield case.fault(KIND, first, last, "proving_place_unknown")
        elif told and not meant & _most(told) and not _hold_as_much(meant, told):
            yield case.fault(KIND, first, last, "proving_place")


def _names(case: Case) -> Mapping[int, frozenset[str]]:
    return {number: _keys(note.exercise) for number, note in enumerate(case.notes) if note.exercise}


@lru_cache(1024)
def _keys(exercise: str) -> frozenset[str]:
    return frozenset(
        key
        for token in read(exercise).tokens
        if token.content or token.number or token.low in _ORDER
        for key in (token.keys | {token.low})
    )


def _named(case: Case, names: Mapping[int, frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of "the role play" in "in the role play": by its last word, or as a note's exercise has it."""
    tokens = case.tokens
    known = frozenset().union(*names.values()) if names else frozenset()
    for place, token in enumerate(tokens):
        if token.low not in _BEFORE or token.quote >= 0:
            continue
        first = place + 1
        while first < len(tokens) and tokens[first].low in ("the", "your", "a", "an", "that", "our"):
            first += 1
        last = first
        while (
            last < len(tokens)
            and last - first < 5
            and tokens[last].clause == token.clause
            and _in_name(tokens[last], known)
        ):
            last += 1
        if last == first:
            continue
        alike = sum(bool(one.keys & known) for one in tokens[first:last])
        if tokens[last - 1].low in _KINDS or (alike > 1 and alike == last - first):
            yield first, last


def _in_name(token: Token, known: frozenset[str]) -> bool:
    return token.content or token.low in _ORDER or (token.number is not None and f"={token.number}" in known)


def _alike(words: "list[Token] | object", keys: frozenset[str]) -> float:
    found = 0.0
    for token in words:  # type: ignore[attr-defined]
        if (token.keys | {token.low}) & keys:
            found += 0.4 if token.low in ("exercise", "session", "interview", "conversation") else 1.0
    return found


def _told(case: Case, first: int, last: int, names: Mapping[int, frozenset[str]]) -> Mapping[int, int]:
    """Return how many words of the sentence each note holds, up to where another exercise is named."""
    tokens = case.tokens
    sentence = tokens[first].sentence
    counts: dict[int, int] = {}
    others = [one for one, _ in _named(case, names) if one != first and tokens[one].sentence == sentence]
    begin = max((one for one in others if one < first), default=-1)
    end = min((one for one in others if one > first), default=len(tokens))
    for place, token in enumerate(tokens):
        if token.sentence != sentence or first <= place < last or not (begin < place < end):
            continue
        at = case.aligned.places[place]
        if at and (token.content or token.number):
            counts[at[0]] = counts.get(at[0], 0) + 1
    return counts


def _most(told: Mapping[int, int]) -> set[int]:
    best = max(told.values())
    return {note for note, count in told.items() if count == best}


def _hold_as_much(meant: set[int], told: Mapping[int, int]) -> bool:
    return sum(told.get(note, 0) for note in meant) * 2 >= sum(told.values())
