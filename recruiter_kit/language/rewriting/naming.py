"""A pronoun of somebody else written out as the person whom an answer named.

In: the words of a sentence, the pronoun in doubt and whom it means. Out: the words with that person named
once, and the pronouns that mean the candidate. Only the first is written out: the others then have their
owner in the same sentence.
"""

from collections.abc import Sequence

from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.dictionary import is_adverb, kinds, third_person, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.rewriting.owners import FORMS, name_of
from recruiter_kit.language.rewriting.record import CANDIDATE

_OWN = frozenset({"his", "their"})


def named_in(tokens: Sequence[Token], word: str, named: str, who: Who) -> tuple[frozenset[str], list[Token]]:
    """Return the pronouns that mean the candidate, and the tokens with `word` written out as `named`."""
    name = name_of(word)
    own = frozenset({who.pronoun}) if who.pronoun and who.pronoun != name else frozenset()
    if named == CANDIDATE:
        return own | {name}, list(tokens)
    low = lows(tokens)
    place = next(place for place, each in enumerate(low) if each.partition("'")[0] in FORMS[name])
    written = list(tokens)
    if named.lower().removeprefix("the ") in " ".join(token.text for token in tokens[:place]).lower():
        # Named in the same sentence already, the pronoun has its owner.
        return own, written
    written[place] = tokens[place].but(_written(low, place, named))
    if low[place] == "they":
        _agree(written, place + 1)
    return own, written


def _written(low: Sequence[str], place: int, named: str) -> str:
    """Return the person with what hangs on the pronoun: "the mum's", "the mum had"."""
    first, _, ending = low[place].partition("'")
    following = [*low[place + 1 :], "."]
    if ending:
        return f"{named} {_verb(ending, following)}"
    if first in _OWN or (first == "her" and _owns(following[0])):
        return f"{named}'s"
    return named


def _owns(following: str) -> bool:
    """Whether what follows "her" is a thing that she has."""
    known = words()
    closed = (
        known.prepositions | known.determiners | known.wh_words | known.coordinators | known.subordinators
    )
    stem = following.partition("'")[0]
    return stem.isalpha() and stem not in closed and not is_adverb(stem) and "NOUN" in kinds(stem)


def _verb(ending: str, following: Sequence[str]) -> str:
    after = verb_forms(next((word for word in following if not is_adverb(word)), ""))
    past = "VBN" in after and "VB" not in after
    return {"d": "had" if past else "would", "s": "has" if past and "VBG" not in after else "is"}.get(
        ending, {"ll": "will", "re": "is", "ve": "has"}.get(ending, "")
    )


def _agree(written: list[Token], place: int) -> None:
    while place < len(written) and is_adverb(written[place].low):
        place += 1
    if place < len(written):
        written[place] = written[place].but(third_person(written[place].text))
