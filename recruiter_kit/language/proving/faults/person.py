"""Who acts in the text is not who acts in the note.

In: a Case. Out: faults. Only what both say plainly is compared: the candidate, or somebody who is not.
Source: evidence/language-real.md 5 (b), where a check of persons stopped 37 of 38 wrong proposals.
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.language.proving.acting.candidate import Candidate, candidate_of
from recruiter_kit.language.proving.acting.in_note import doer_in_note, pronoun_before, speaker_in_note
from recruiter_kit.language.proving.acting.in_text import doer_in_text, speaker_in_text
from recruiter_kit.language.proving.acting.persons import Doer
from recruiter_kit.language.proving.acting.verbs import acts, is_act, is_passive
from recruiter_kit.language.proving.aligning.notes import Place
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import bases
from recruiter_kit.language.proving.reading.reading import Token
from recruiter_kit.language.proving.record import Fault

KIND = "person"
_NEAR = 8
_NOWHERE = (-1, -1)
_WHY = {Doer.CANDIDATE: "proving_person_candidate", Doer.OTHER: "proving_person_other"}


def find(case: Case) -> Iterator[Fault]:
    """Yield the acts and the quotations that the text gives to somebody other than the note does."""
    candidate = candidate_of(case.people, case.notes)
    yield from _acts(case, candidate)
    yield from _inverted(case)
    yield from _quotations(case, candidate)


def _acts(case: Case, candidate: Candidate) -> Iterator[Fault]:
    frame = grammar().frame
    for place, at in enumerate(case.aligned.places):
        if at is None or not _is_same_act(case, place, at):
            continue
        here = doer_in_text(case.text, place)
        if here is None:
            continue
        there = doer_in_note(case.aligned.notes[at[0]], at[1], candidate)
        if there is None or there is here:
            continue
        if case.tokens[place].low not in frame or _in_all(case, place, candidate, here):
            yield case.fault(KIND, place, place + 1, _WHY[there])


def is_doubtful(case: Case) -> bool:
    """Whether the text gives what "he" does in a note to two persons, or what "he" and "she" do to one.

    Only where a note has both, so that one of the two is not the candidate.
    """
    both = {
        number for number, note in enumerate(case.aligned.notes) if "he" in note.lows and "she" in note.lows
    }
    doers: dict[tuple[int, str], set[Doer]] = {}
    for place, at in enumerate(case.aligned.places if both else ()):
        if at is None or at[0] not in both or not _is_same_act(case, place, at):
            continue
        here = doer_in_text(case.text, place)
        low = pronoun_before(case.aligned.notes[at[0]], at[1])
        if here is not None and low:
            doers.setdefault((at[0], low), set()).add(here)
    for note in both:
        he, she = doers.get((note, "he")), doers.get((note, "she"))
        if he and she and (len(he) > 1 or len(she) > 1 or he == she == {Doer.CANDIDATE}):
            return True
    return False


def _is_same_act(case: Case, place: int, at: Place) -> bool:
    """Whether a word of the text is a verb, and surely stands for the one of the note."""
    token = case.tokens[place]
    if token.quote >= 0 or not token.content or not acts(case.tokens, place):
        return False
    return case.aligned.firm(place) or (
        _had_to(case.tokens, place) and _had_to(case.aligned.notes[at[0]].tokens, at[1])
    )


def _had_to(tokens: Sequence[Token], place: int) -> bool:
    return [token.low for token in tokens[max(0, place - 2) : place]] == ["had", "to"]


def _in_all(case: Case, place: int, candidate: Candidate, here: Doer) -> bool:
    """Whether somebody else does the act wherever the notes that the sentence follows have it."""
    mine = bases(case.tokens[place].low)
    for note, number in case.aligned.sentences[case.tokens[place].sentence]:
        reading = case.aligned.notes[note]
        for at, token in enumerate(reading.tokens_of(number), reading.sentences[number].first):
            if not mine.isdisjoint(bases(token.low)) and doer_in_note(reading, at, candidate) in (None, here):
                return False
    return True


def _inverted(case: Case) -> Iterator[Fault]:
    """Yield a verb whose doer in the text is what the note has after it, and the other way round."""
    for clause in case.text.clauses:
        held = [
            place
            for place in range(clause.first, clause.last)
            if case.aligned.places[place] and case.tokens[place].content
        ]
        for before, verb, after in zip(held, held[1:], held[2:], strict=False):
            token = case.tokens[verb]
            if token.quote >= 0 or not is_act(token.low) or is_passive(case.tokens, verb):
                continue
            if _crossed(case, before, verb, after):
                yield case.fault(KIND, before, after + 1, "proving_person_exchanged")


def _crossed(case: Case, before: int, verb: int, after: int) -> bool:
    """Whether the note has the word after the verb close before it, and the word before it after it."""
    (note, one), (of_act, act), (of_other, other) = (
        case.aligned.places[place] or _NOWHERE for place in (before, verb, after)
    )
    if not note == of_act == of_other or not other < act < one < other + _NEAR:
        return False
    tokens = case.aligned.notes[note].tokens
    return tokens[one].clause == tokens[act].clause == tokens[other].clause and not is_passive(tokens, act)


def _quotations(case: Case, candidate: Candidate) -> Iterator[Fault]:
    """Yield the quotations that the text gives to somebody other than the note does."""
    seen = -1
    for place, token in enumerate(case.tokens):
        if token.quote < 0 or token.quote == seen:
            continue
        seen = token.quote
        at = _first_held(case, place)
        if at is None:
            continue
        reading = case.aligned.notes[at[0]]
        here = speaker_in_text(case.text, place)
        there = speaker_in_note(reading, _begin(reading.tokens, at[1]), candidate)
        if here and there and here is not there:
            yield case.fault(KIND, place, place + 1, _WHY[there])


def _first_held(case: Case, first: int) -> Place | None:
    """Return where the note has the first word that it has of the quotation which begins at a place."""
    quote = case.tokens[first].quote
    mine = (place for place in range(first, len(case.tokens)) if case.tokens[place].quote == quote)
    return next((at for place in mine if (at := case.aligned.places[place])), None)


def _begin(tokens: Sequence[Token], place: int) -> int:
    """Return where the quotation begins that a place is in."""
    begin = place
    while begin > 0 and tokens[begin].quote >= 0 and tokens[begin - 1].quote == tokens[place].quote:
        begin -= 1
    return begin
