"""Verbs, as far as who acts depends on them.

In: a word, or a place among tokens. Out: whether it is an act, a passive, a verb with a subject of its own.
"""

from collections.abc import Sequence
from functools import lru_cache

from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.proving.acting.persons import persons
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.reading import Token

_KEPT = 8_192
_REACH = 3


@lru_cache(_KEPT)
def is_act(low: str) -> bool:
    """Whether a word is a verb by its form: a past form, or a base form that is not a noun."""
    forms = verb_forms(low)
    return bool(forms & {"VBD", "VBN"}) or ("VB" in forms and "NOUN" not in kinds(low))


def acts(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a verb here: by its form, or because "to", "did" or "would" comes before it."""
    before = tokens[place - 1].low if place else ""
    if before in grammar().determiners:
        return False
    low = tokens[place].low
    return is_act(low) or (before in persons().before_base and "VB" in verb_forms(low))


def is_passive(tokens: Sequence[Token], place: int) -> bool:
    """Whether the verb at `place` is a passive: a form of "be" comes shortly before its participle."""
    if "VBN" not in verb_forms(tokens[place].low):
        return False
    be = grammar().be
    for before in range(place - 1, max(-1, place - _REACH - 1), -1):
        if tokens[before].clause != tokens[place].clause:
            return False
        if tokens[before].low in be:
            return True
        if tokens[before].content:
            return False
    return False


def is_finite(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a verb with a subject of its own, so that what is before it acts in it."""
    token = tokens[place]
    if not token.content or "VBD" not in verb_forms(token.low):
        return False
    known, before = grammar(), tokens[place - 1].low if place else ""
    return before not in known.be and before not in known.have and before not in known.determiners


@lru_cache(_KEPT)
def governs(low: str) -> bool:
    """Whether a word before a person makes that person its object: "asked you", "with the customer"."""
    known = persons()
    if low in known.before_objects:
        return True
    return bool(verb_forms(low) & {"VBD", "VBG"}) and low not in known.govern_nobody
