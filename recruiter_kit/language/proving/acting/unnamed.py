"""Who acts in a clause of a note that names nobody before the verb.

In: a note as it was read, the place of a verb, and who the candidate is. Out: a Doer, None where it is not
said plainly.
"""

from collections.abc import Sequence
from itertools import takewhile

from recruiter_kit.language.grammar.dictionary import verb_forms
from recruiter_kit.language.proving.acting.candidate import Candidate
from recruiter_kit.language.proving.acting.others import others_around
from recruiter_kit.language.proving.acting.persons import Doer, is_name, persons
from recruiter_kit.language.proving.acting.verbs import is_act
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import bases
from recruiter_kit.language.proving.reading.reading import Clause, Reading

_REACH = 7
_ASIDE = (",", "(", ")")


def doer_unnamed(note: Reading, place: int, candidate: Candidate) -> Doer | None:
    """Return who does the act at `place`, in a clause that names nobody before it."""
    tokens, known = note.tokens, persons()
    low, clause = tokens[place].low, note.clauses[tokens[place].clause]
    opening = [token.low for token in tokens[clause.first : place]]
    if opening[-2:] == ["had", "to"] and low in known.hidden:
        return Doer.OTHER
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if not opening and after in known.spoken_to:
        return Doer.CANDIDATE
    if low in known.asks and known.before_asks.issuperset(opening):
        return _who_asks(note, place, clause, candidate)
    forms = verb_forms(low)
    if "VBG" in forms and not opening and clause.mark == "," and tokens[place].clause:
        return _who_goes_along(note, place)
    if "VBD" not in forms:
        return None
    if _is_subject(note, opening, place):
        return Doer.OTHER
    if low in known.hidden:
        return None
    if not opening and clause.mark == ",":
        return _who_goes_on(note, place, candidate)
    return Doer.CANDIDATE if _is_of_candidate(clause, opening, low) else None


def _who_asks(note: Reading, place: int, clause: Clause, candidate: Candidate) -> Doer | None:
    """Return the interviewer for "asked her twice", where "her" can be nobody but the candidate."""
    tokens, known = note.tokens, persons()
    sentence = note.sentences[tokens[place].sentence]
    earlier = {token.low for token in tokens[sentence.first : clause.first]}
    if not known.third_forms.isdisjoint(earlier) or any(map(candidate.is_named, earlier)):
        return None
    if others_around(note, candidate):
        return None
    after = [
        token.low
        for token in takewhile(
            lambda one: one.low not in known.speakers and note.clauses[one.clause].mark != ",",
            tokens[place + 1 : min(place + 1 + _REACH, sentence.last)],
        )
    ]
    asked_other = any(not known.others.isdisjoint(bases(low)) for low in after)
    return Doer.OTHER if not known.third_forms.isdisjoint(after) and not asked_other else None


def _who_goes_along(note: Reading, place: int) -> Doer | None:
    """Return the interviewer for "I sat down, letting her talk"."""
    before = note.clauses[note.tokens[place].clause - 1]
    return Doer.OTHER if note.tokens[before.first].low in persons().speakers else None


def _is_subject(note: Reading, opening: Sequence[str], place: int) -> bool:
    """Whether the clause begins with its subject, a thing or a person: "the printer jammed"."""
    if len(opening) < 2 or opening[0] not in ("the", "a"):
        return False
    return note.tokens[place - 1].content and not is_act(opening[-1])


def _who_goes_on(note: Reading, place: int, candidate: Candidate) -> Doer | None:
    """Return who acts where a list of acts goes on ("Paulo sat down, let her talk").

    None where others come between.
    """
    known, found = persons(), None
    sentence = note.sentences[note.tokens[place].sentence]
    for token in note.tokens[sentence.first : place]:
        if token.quote >= 0 or not _goes_on(note.clauses[token.clause]):
            continue
        if candidate.is_named(token.low) or token.low in known.candidate:
            found = Doer.CANDIDATE
        elif token.low in known.speakers:
            found = Doer.OTHER
        elif token.low in known.not_candidate or token.low in known.third or is_name(token):
            return None
    return found


def _is_of_candidate(clause: Clause, opening: Sequence[str], low: str) -> bool:
    """Whether a clause begins with a past verb, which is how interviewers write of the candidate."""
    known = persons()
    if clause.mark in _ASIDE or not _goes_on(clause):
        return False
    return known.leads.issuperset(opening) and low not in known.seldom_past


def _goes_on(clause: Clause) -> bool:
    return not clause.opener or clause.opener in grammar().goes_on
