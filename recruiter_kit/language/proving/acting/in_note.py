"""Who acts in an interviewer's note.

In: a note as it was read, the place of a verb or a quotation, and who the candidate is. Out: a Doer, None
where it is not said plainly.
"""

from collections.abc import Sequence

from recruiter_kit.language.proving.acting.candidate import Candidate
from recruiter_kit.language.proving.acting.others import others_around, others_before
from recruiter_kit.language.proving.acting.persons import Doer, is_name, persons
from recruiter_kit.language.proving.acting.unnamed import doer_unnamed
from recruiter_kit.language.proving.acting.verbs import governs, is_act, is_passive
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.reading import Reading, Token


def doer_in_note(note: Reading, place: int, candidate: Candidate) -> Doer | None:
    """Return who does the act at `place`."""
    tokens = note.tokens
    if tokens[place].quote >= 0 or is_passive(tokens, place):
        return None
    clause = note.clauses[tokens[place].clause]
    for at in range(place - 1, clause.first - 1, -1):
        found = _named(note, at, place, candidate)
        if found is not None:
            return found if found is not Doer.UNCLEAR else None
        if tokens[at].content and is_act(tokens[at].low):
            return None
    return doer_unnamed(note, place, candidate)


def pronoun_before(note: Reading, place: int) -> str:
    """Return "he" or "she" where it is the subject of the verb at a place, else ""."""
    clause = note.clauses[note.tokens[place].clause]
    for at in range(place - 1, clause.first - 1, -1):
        if note.tokens[at].low in ("he", "she"):
            return note.tokens[at].low
        if note.tokens[at].content:
            return ""
    return ""


def speaker_in_note(note: Reading, place: int, candidate: Candidate) -> Doer | None:
    """Return who says the quotation that begins at `place`: 'asked "why?"', 'P: "why?"' for Paula."""
    before = note.tokens[place - 1] if place else None
    if before is None or before.sentence != note.tokens[place].sentence:
        return None
    if before.low in candidate.initials and ":" in note.text[before.end : note.tokens[place].start]:
        return Doer.CANDIDATE
    return doer_in_note(note, place - 1, candidate) if before.low in persons().says else None


def _named(note: Reading, at: int, verb: int, candidate: Candidate) -> Doer | None:
    """Return whom the word at a place before the verb names, None where it names nobody."""
    tokens, known = note.tokens, persons()
    low = tokens[at].low
    if low in known.speakers:
        return Doer.OTHER
    if low == "you" and not governs(_word_before(tokens, at)):
        # An answer has settled that the note means the candidate.
        return Doer.CANDIDATE
    if low in known.candidate or candidate.is_named(low):
        return Doer.CANDIDATE
    if low in known.third:
        return _of_pronoun(note, at, candidate)
    if low in known.not_candidate:
        return Doer.UNCLEAR if governs(_word_before(tokens, at)) else Doer.OTHER
    opens = at == 0 or tokens[at - 1].sentence != tokens[at].sentence
    named = is_name(tokens[at], opens=opens) and not governs(_word_before(tokens, at))
    if named and low not in candidate.initials:
        beside = not opens and not any(token.content for token in tokens[at + 1 : verb])
        return Doer.OTHER if beside else Doer.UNCLEAR
    return None


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """Return the word before a person; what determines the person is passed over."""
    before = at - 1
    if before > 0 and tokens[before].low in grammar().determiners:
        before -= 1
    return tokens[before].low if before >= 0 else ""


def _of_pronoun(note: Reading, at: int, candidate: Candidate) -> Doer:
    """Return whom the pronoun at a place means, UNCLEAR where it may be the candidate or somebody else."""
    low = note.tokens[at].low
    if candidate.pronoun is not None and low != candidate.pronoun:
        return Doer.OTHER if low != "they" else Doer.UNCLEAR
    if low == candidate.pronoun and not others_before(note, at, candidate):
        return Doer.CANDIDATE
    return Doer.UNCLEAR if others_around(note, candidate) else Doer.CANDIDATE
