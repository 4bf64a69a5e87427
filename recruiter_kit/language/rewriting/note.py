"""A note of one or several sentences, reworded as a whole.

In: a note as typed. Out: a Rewrite. Never raises: what cannot be worded says why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recruiter_kit.feedback import Tier
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar import candidate as person
from recruiter_kit.language.grammar.capitals import keeps_capital
from recruiter_kit.language.grammar.tokens import Token
from recruiter_kit.language.names import name_parts
from recruiter_kit.language.rewriting.record import Rewrite
from recruiter_kit.language.rewriting.sentence import Wording, answered, is_answer, prepare, reword
from recruiter_kit.language.rewriting.shorthand import BRITISH
from recruiter_kit.language.screening import screen, screen_all
from recruiter_kit.language.sentences import LONGEST_NOTE, Sentence, split

_STOP = Token(".", ".", False)


@dataclass(frozen=True)
class Person:
    """What is known beside the note: the candidate's name parts in lower case and pronoun, the
    trades, and the spelling of the words that shorthand means."""

    names: frozenset[str] = frozenset()
    pronoun: str | None = None
    trades: tuple[str, ...] = ()
    spelling: str = BRITISH


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
    note's own words keep theirs. A note with one sentence to be withheld is withheld as a whole.
    """
    sentences = split(note[:LONGEST_NOTE])
    withheld = screen(note[:LONGEST_NOTE]) or (
        screen_all([each.text for each in sentences if each.text != note])
    )
    if withheld:
        return Rewrite(note, None, Tier.YOURS, reason=withheld.reason, withheld=withheld)
    who = Person(name_parts(names), person.pronoun_of(pronouns), tuple(trades), spelling)
    try:
        if not sentences:
            raise Doubt("nothing")
        if len(note) > LONGEST_NOTE:
            raise Doubt("too_long")
        return _joined(note, sentences, _reword_all(sentences, who))
    except Doubt as doubt:
        return Rewrite(note, None, Tier.YOURS, reason=doubt.reason)


def rewrite_sentence(sentence: str, who: Person) -> Rewrite:
    """Return the wording of one sentence that has been screened already."""
    try:
        found = _reword_all((Sentence(0, len(sentence), sentence),), who)[0]
    except Doubt as doubt:
        return Rewrite(sentence, None, Tier.YOURS, reason=doubt.reason)
    return Rewrite(sentence, found.text, found.tier, found.rules, found.inserted)


def _reword_all(sentences: Sequence[Sentence], known: Person) -> list[Wording]:
    prepared = [prepare(each.text, known.trades, known.spelling) for each in sentences]
    words = [token for each in prepared for token in (*each.tokens, _STOP)]
    found = person.find(words, known.names, known.pronoun)
    return [
        answered(each, found) if place and is_answer(prepared[place - 1], each) else reword(each, found)
        for place, each in enumerate(prepared)
    ]


def _joined(note: str, sentences: Sequence[Sentence], worded: Sequence[Wording]) -> Rewrite:
    """Put the sentences together, a semicolon where the note has one."""
    text, inserted = "", list[tuple[int, int]]()
    for place, (sentence, wording) in enumerate(zip(sentences, worded, strict=True)):
        piece = wording.text
        if place and note[sentences[place - 1].end : sentence.start].lstrip().startswith(";"):
            text = text.removesuffix(".") + "; "
            if not keeps_capital(piece.split(" ")[0]):
                piece = piece[0].lower() + piece[1:]
        elif place:
            text += " "
        inserted += [(start + len(text), end + len(text)) for start, end in wording.inserted]
        text += piece
    rules = tuple(dict.fromkeys(rule for each in worded for rule in each.rules))
    tier = Tier.INSERTED if any(each.tier is Tier.INSERTED for each in worded) else Tier.SURE
    return Rewrite(note, text, tier, rules, tuple(inserted))
