"""A note of one or several sentences, reworded as a whole.

In: a note as typed. Out: a Rewrite. Never raises: what cannot be worded says why.
"""

from collections.abc import Iterable, Sequence

from recruiter_kit.feedback import Form, weakest
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.gate import foreign
from recruiter_kit.language.grammar import candidate
from recruiter_kit.language.names import Names, name_parts
from recruiter_kit.language.rewriting.record import Asking, Rewrite, Unclear, Wording, may_it_leave
from recruiter_kit.language.rewriting.sentence import Context, Person, reword
from recruiter_kit.language.rewriting.shorthand import BRITISH
from recruiter_kit.language.screening import screen_all
from recruiter_kit.language.sentences import LONGEST_NOTE, split


def rewrite(
    note: str,
    names: Iterable[str] = (),
    *,
    pronouns: str | None = None,
    trades: Sequence[str] = (),
    spelling: str = BRITISH,
) -> Rewrite:
    """Return the wording of `note` for the candidate, or why a person has to write it.

    `names` are the candidate's, `pronouns` as stated ("she/her"), `trades` the shorthand packs
    that apply, `spelling` ("en-GB" or "en-US") is that of the words which shorthand means; the
    note's own words keep theirs. A note with one sentence to be withheld is withheld as a whole, and one in
    doubt is asked about.
    """
    sentences = [sentence.text for sentence in split(note[:LONGEST_NOTE])]
    own = Names(own=name_parts(names))
    withheld = screen_all([note[:LONGEST_NOTE], *(text for text in sentences if text != note)], own)
    if withheld and not withheld.asked:
        return Rewrite(note, None, Form.YOURS, reason=withheld.reason, withheld=withheld)
    language = foreign(note[:LONGEST_NOTE])
    if language:
        return Rewrite(note, None, Form.YOURS, reason=Doubt("other_language", language).reason)
    stated = candidate.pronoun_of(pronouns) or candidate.pronoun_in([note[:LONGEST_NOTE]])
    person = Person(name_parts(names), stated, tuple(trades), spelling)
    try:
        if not sentences:
            raise Doubt("nothing")
        if len(note) > LONGEST_NOTE:
            raise Doubt("too_long")
        worded = _joined(note, sentences, person)
    except Doubt as doubt:
        return Rewrite(note, None, Form.YOURS, reason=doubt.reason)
    if withheld and (worded.text or worded.questions):
        return Rewrite(note, None, Form.ASKED, questions=(may_it_leave(withheld),))
    return worded


def _joined(note: str, sentences: Sequence[str], person: Person) -> Rewrite:
    worded: list[Wording] = []
    asked: list[Asking] = []
    for place, text in enumerate(sentences):
        try:
            worded.append(reword(text, person, " ".join(sentences[:place]), context=Context(note, "")))
        except Unclear as unclear:
            asked.append(unclear.asking)
    if asked:
        return Rewrite(note, None, Form.ASKED, questions=tuple(asked))
    return Rewrite(
        note, " ".join(wording.text for wording in worded), weakest(wording.form for wording in worded)
    )
