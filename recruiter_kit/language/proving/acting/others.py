"""Whether a note speaks of people beside the candidate.

In: a note as it was read, and who the candidate is. Out: yes or no.
"""

from functools import lru_cache

from recruiter_kit.language.grammar.candidate import FEMININE, MASCULINE
from recruiter_kit.language.proving.acting.candidate import Candidate
from recruiter_kit.language.proving.acting.persons import is_name, persons
from recruiter_kit.language.proving.reading.reading import Reading, Token

_KEPT = 1_024
_PART = 8
# "Himself" names nobody beside whom its verb names.
_HE, _SHE = MASCULINE - {"himself"}, FEMININE - {"herself"}


def others_before(note: Reading, at: int, candidate: Candidate) -> bool:
    """Whether somebody else is named before a place, in its sentence or the one before."""
    sentence = note.tokens[at].sentence
    first = note.sentences[max(0, sentence - 1)].first
    return any(
        _is_other(token, candidate) and not _is_played(note, place)
        for place, token in enumerate(note.tokens[first:at], first)
        if token.quote < 0
    )


@lru_cache(_KEPT)
def others_around(note: Reading, candidate: Candidate) -> bool:
    """Whether the note names a person whom "he" or "she" may mean."""
    firsts = {sentence.start for sentence in note.sentences}
    if any(
        _is_other(token, candidate, named=token.start not in firsts) and not _is_played(note, place)
        for place, token in enumerate(note.tokens)
    ):
        return True
    pronouns = {token.low for token in note.tokens}
    return not _HE.isdisjoint(pronouns) and not _SHE.isdisjoint(pronouns)


def _is_played(note: Reading, place: int) -> bool:
    """Whether an interviewer says that they were that person: "I was the customer", "me as head of sales"."""
    token, known = note.tokens[place], persons()
    before = [one.low for one in note.tokens[max(0, place - _PART) : place] if one.sentence == token.sentence]
    me = max(
        (at for at, low in enumerate(before) if low in known.speakers or low in known.spoken_to), default=None
    )
    return me is not None and not known.playing.isdisjoint(before[me + 1 :])


def _is_other(token: Token, candidate: Candidate, *, named: bool = True) -> bool:
    """Whether a word is one for other people, or with `named` the name of somebody else."""
    if token.low in persons().others:
        return True
    return named and is_name(token) and not candidate.is_named(token.low)
