"""Whether a text leaves out so much of a note that a person should look.

In: a Case. Out: yes or no. It is not a fault: what is left may well say the same.
"""

from collections.abc import Sequence
from itertools import pairwise

from recruiter_kit.language.proving.acting.persons import persons
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.reading import Reading
from recruiter_kit.language.proving.told import Told, goes_on_told, is_mainly_told, omissions

_MUCH = 4
_OPENING = 3
_ENDLESS = 8
_ENOUGH = 0.6


def left_out(case: Case) -> bool:
    """Whether the text tells a part of a sentence, and leaves out a denial, a count, or much of it."""
    return any(
        _denial_left_out(case, note, number, told)
        or _count_left_out(case, note, number, told)
        or _much_left_out(note, number, told)
        or _between_left_out(note, number, told)
        for note, told in zip(case.aligned.notes, case.aligned.told, strict=True)
        for number in {note.tokens[place].sentence for place in told}
    )


def _denial_left_out(case: Case, note: Reading, sentence: int, told: Told) -> bool:
    """Whether a clause that denies comes right after one that is told, and is not told.

    What an interviewer says of themselves ("I would not fault it") may be left out. Where all its words are
    of the frame of a report ("so he couldn't get out"), any denial of the text may be it.
    """
    denied = any(clause.denies for clause in case.text.clauses)
    return any(
        note.clauses[number].denies
        and is_mainly_told(note, before, told)
        and not _is_told(note, number, told)
        and (note.telling[number] or not denied)
        and not goes_on_told(note, number, told)
        and persons().speakers.isdisjoint(token.low for token in note.words(note.clauses[number]))
        for before, number in pairwise(note.sentences[sentence].clauses)
    )


def _is_told(note: Reading, number: int, told: Told) -> bool:
    clause = note.clauses[number]
    return any(place in told for place in range(clause.first, clause.last))


def _count_left_out(case: Case, note: Reading, sentence: int, told: Told) -> bool:
    """Whether "20 pallets" is told as "pallets", "used two of them" as "used them"."""
    mine = {token.number for token in case.tokens if token.number}
    for place in note.counts:
        token = note.tokens[place]
        if token.sentence != sentence or token.low == "one" or place in told or token.number in mine:
            continue
        of_name = token.start > 0 and note.text[token.start - 1].isalpha()
        clause = note.clauses[token.clause]
        of_them = [each.low for each in note.tokens[place + 1 : place + 3]] == ["of", "them"]
        after = range(place + 1, min(place + 3, clause.last))
        counted = place - 1 if of_them else next((at for at in after if note.tokens[at].content), None)
        if counted in told and not of_name:
            return True
    return False


def _much_left_out(note: Reading, sentence: int, told: Told) -> bool:
    """Whether more than one telling word of a run of clauses is told, and many are not."""
    return any(_much_of(note, run, told) for run in _runs(note, sentence))


def _much_of(note: Reading, run: Sequence[int], told: Told) -> bool:
    places = [place for number in run for place in note.telling[number]]
    mine = sum(place in told for place in places)
    return mine > 1 and len(places) - mine >= _MUCH and mine < _ENOUGH * len(places)


def _runs(note: Reading, sentence: int) -> list[list[int]]:
    """Return the clauses of a sentence, of one without end those of each new act by themselves.

    People who write without full stops put ten statements in one sentence.
    """
    runs: list[list[int]] = []
    clauses = note.sentences[sentence].clauses
    if len(clauses) < _ENDLESS:
        return [list(clauses)]
    for number in clauses:
        clause = note.clauses[number]
        opens = [token.low for token in note.words(clause)[:_OPENING]]
        anew = clause.mark == "," or clause.opener in omissions().adding
        if not runs or (anew and not persons().acting.isdisjoint(opens)):
            runs.append([])
        runs[-1].append(number)
    return runs


def _between_left_out(note: Reading, sentence: int, told: Told) -> bool:
    """Whether a clause that says something is left out between two that are told."""
    clauses = note.sentences[sentence].clauses
    return any(
        note.telling[number]
        and note.clauses[number].mark != "("
        and not _is_told(note, number, told)
        and is_mainly_told(note, number - 1, told)
        and is_mainly_told(note, number + 1, told)
        for number in clauses[1:-1]
    )
