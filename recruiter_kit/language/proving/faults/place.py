"""A fact told of another exercise than its note's.

In: a Case. Out: faults. The exercise named in a sentence must be that of the note which the sentence follows.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading import Token, read
from recruiter_kit.language.proving.record import Fault

KIND = "place"
_FEW = 2
_KINDS = frozenset(
    ["role", "play", "roleplay", "interview", "exercise", "session", "conversation", "call", "test", "review", "presentation", "case", "study", "walk", "shift", "lesson", "task", "trial", "drive", "simulation", "practical", "station", "panel", "demo", "chat", "visit", "tour", "observation", "discussion", "meeting", "round", "stage", "screen", "workshop", "scenario"]
)
_BEFORE = frozenset({"in", "during", "at", "on", "throughout"})
# Words that name no exercise by themselves.
_LOOSE = frozenset(
    ["case", "call", "task", "test", "lesson", "round", "stage", "screen", "shift", "drive", "walk", "visit", "discussion", "meeting", "study", "trial", "tour", "play", "practical", "chat"]
)
_ORDER = frozenset({"first", "second", "third", "last", "other"})


def find(case: Case) -> Iterator[Fault]:
    """Yield the exercises that a sentence names although what it tells is from another."""
    names = _names(case)
    if not names:
        return
    before: tuple[int, int] | None = None
    for first, last in _named(case, names):
        if case.tokens[first].low == "there" and before is None:
            continue
        before = before if case.tokens[first].low == "there" else (first, last)
        words = case.tokens[before[0] : before[1]] if before else ()
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
        elif told and (
            (not meant & _most(told) and not _hold_as_much(meant, told))
            or _goes_astray(case, last, meant, names)
        ):
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
        if (
            token.low == "there"
            and token.quote < 0
            and [one.low for one in tokens[place + 1 : place + 2]] == ["you"]
        ):
            yield place, place + 1
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


def _alike(words: Iterable[Token], keys: frozenset[str]) -> float:
    found = 0.0
    for token in words:
        if (token.keys | {token.low}) & keys:
            found += 0.4 if token.low in ("exercise", "session", "interview", "conversation") else 1.0
    return found


def _told(case: Case, first: int, last: int, names: Mapping[int, frozenset[str]]) -> Mapping[int, int]:
    """Return how many words each note holds of what is told of the exercise.

    That is the clause which names it, or what follows up to the next exercise where the clause says no more.
    """
    tokens = case.tokens
    others = [
        one
        for one, _ in _named(case, names)
        if one > first and tokens[one].sentence == tokens[first].sentence
    ]
    end = min(others, default=len(tokens))
    here = case.text.clauses[tokens[first].clause]
    counts = _held(case, [place for place in range(here.first, here.last) if not first <= place < last])
    number = tokens[first].clause + 1
    while (
        sum(counts.values()) < _FEW
        and number < len(case.text.clauses)
        and case.text.clauses[number].first < end
    ):
        clause = case.text.clauses[number]
        if clause.sentence != tokens[first].sentence:
            break
        for note, count in _held(case, range(clause.first, min(clause.last, end))).items():
            counts[note] = counts.get(note, 0) + count
        number += 1
    return counts


def _held(case: Case, places: Iterable[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for place in places:
        at = case.aligned.places[place]
        if at and (case.tokens[place].content or case.tokens[place].number):
            counts[at[0]] = counts.get(at[0], 0) + 1
    return counts


def _goes_astray(case: Case, last: int, meant: set[int], names: Mapping[int, frozenset[str]]) -> bool:
    """Whether a clause that follows in the sentence tells two words or more, all of them of other exercises."""
    tokens = case.tokens
    sentence = tokens[last - 1].sentence
    end = min((one for one, _ in _named(case, names) if one >= last), default=len(tokens))
    for clause in case.text.clauses[tokens[last - 1].clause + 1 :]:
        if clause.sentence != sentence or clause.first >= end:
            return False
        counts = _held(case, range(clause.first, min(clause.last, end)))
        if sum(counts.values()) > _FEW and not meant & set(counts):
            return True
    return False


def _most(told: Mapping[int, int]) -> set[int]:
    best = max(told.values())
    return {note for note, count in told.items() if count == best}


def _hold_as_much(meant: set[int], told: Mapping[int, int]) -> bool:
    return sum(told.get(note, 0) for note in meant) * 2 >= sum(told.values())
