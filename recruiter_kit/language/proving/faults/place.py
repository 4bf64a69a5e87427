"""A fact told of another exercise than its note's.

In: a Case. Out: faults. The exercise named in a sentence must be that of the note which the sentence follows.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.exercises import (
    exercises,
    meanings_of_exercise,
    named_exercises,
    names_any,
)
from recruiter_kit.language.proving.reading.reading import Token
from recruiter_kit.language.proving.record import Fault

KIND = "place"
_FEW = 2
_OF_GENERAL = 0.4


def find(case: Case) -> Iterator[Fault]:
    """Yield the exercises that a sentence names although what it tells is from another."""
    names = {
        number: meanings_of_exercise(note.exercise) for number, note in enumerate(case.units) if note.exercise
    }
    if not names or not names_any(case.text):
        return
    named = list(named_exercises(case.text, frozenset().union(*names.values())))
    before: Sequence[Token] = ()
    for first, last in named:
        if case.tokens[first].low != "there":
            before = case.tokens[first:last]
        elif not before:
            continue
        scores = {note: _alike(before, keys) for note, keys in names.items()}
        best = max(scores.values())
        meant = {note for note, score in scores.items() if score == best}
        unknown = best == 0 or (best <= _OF_GENERAL and _says_more(before))
        if unknown and len(names) == len(case.units):
            if _says_which(case, first, last):
                yield case.fault(KIND, first, last, "proving_place_unknown")
        elif _is_of_another(case, first, last, meant, [one for one, _ in named]):
            yield case.fault(KIND, first, last, "proving_place")


def _alike(words: Iterable[Token], keys: frozenset[str]) -> float:
    """Return how many words are in the name of an exercise; those that most names have count little."""
    general = exercises().general
    found = 0.0
    for token in words:
        if token.low in keys or not token.keys.isdisjoint(keys):
            found += _OF_GENERAL if token.low in general else 1.0
    return found


def _says_more(words: Iterable[Token]) -> bool:
    """Whether words name an exercise by more than what most names have: "SQL exercise"."""
    general, kinds = exercises().general, exercises().kinds
    return any(token.content and token.low not in general and token.low not in kinds for token in words)


def _says_which(case: Case, first: int, last: int) -> bool:
    """Whether words name an exercise plainly, and are not all in a note."""
    if last - first == 1 and case.tokens[first].low in exercises().loose:
        return False
    return any(case.tokens[place].content and not case.aligned.places[place] for place in range(first, last))


def _is_of_another(case: Case, first: int, last: int, meant: set[int], named: Sequence[int]) -> bool:
    """Whether what a sentence tells of an exercise is from other notes than those `meant`.

    [first, last) are the words that name the exercise, `named` are the places at which exercises are named.
    """
    told = _told(case, first, last, named)
    if not told:
        return False
    most = max(told.values())
    if not any(told[note] == most for note in meant) and sum(told[note] for note in meant) * 2 < told.total():
        return True
    return _goes_astray(case, last, meant, named)


def _told(case: Case, first: int, last: int, named: Sequence[int]) -> Counter[int]:
    """Return how many words each note holds of what is told of the exercise.

    That is the clause which names it, or what follows up to the next exercise where the clause says no more.
    """
    token = case.tokens[first]
    sentence = case.text.sentences[token.sentence]
    end = min((one for one in named if first < one < sentence.last), default=sentence.last)
    here = case.text.clauses[token.clause]
    counts = _held(case, (*range(here.first, first), *range(last, here.last)))
    for number in range(token.clause + 1, sentence.clauses.stop):
        clause = case.text.clauses[number]
        if counts.total() >= _FEW or clause.first >= end:
            break
        counts += _held(case, range(clause.first, min(clause.last, end)))
    return counts


def _held(case: Case, places: Iterable[int]) -> Counter[int]:
    """Return how many of some words each note holds."""
    counts: Counter[int] = Counter()
    for place in places:
        at = case.aligned.places[place]
        if at and (case.tokens[place].content or case.tokens[place].number):
            counts[at[0]] += 1
    return counts


def _goes_astray(case: Case, last: int, meant: Collection[int], named: Sequence[int]) -> bool:
    """Whether a clause that follows in the sentence tells three words or more, all of other exercises."""
    token = case.tokens[last - 1]
    end = min((one for one in named if one >= last), default=len(case.tokens))
    for number in range(token.clause + 1, case.text.sentences[token.sentence].clauses.stop):
        clause = case.text.clauses[number]
        if clause.first >= end:
            return False
        counts = _held(case, range(clause.first, min(clause.last, end)))
        if counts.total() > _FEW and counts.keys().isdisjoint(meant):
            return True
    return False
