"""Headings in front of a sentence: "Coding: solved it", "Comms – fine".

In: tokens of a sentence. Out: the heading and what follows it. Raises Doubt for a heading of which
nobody can say what it means; a person's name may be one.
"""

from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.dictionary import is_finite, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token, plain
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.names import NameWords

_LONGEST = 7
_SHORT = 4


def peel(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return the heading (with its mark, empty when it says nothing) and the rest of the sentence."""
    place = _mark(tokens)
    if place is None:
        return [], list(tokens)
    if _is_said(tokens, place):
        return [], list(tokens)
    label, rest = list(tokens[:place]), [tokens[place + 1]._replace(space=False), *tokens[place + 2 :]]
    if place == 1 and label[0].low in fragment_words().bare_labels:
        return [], rest
    if (
        len(rest) == 1
        and (_may_be_judged(label[-1]) or _may_be_judged(label[0]))
        and rest[0].low in _judgements()
    ):
        return [], [*label, rest[0]._replace(text=rest[0].text[0].lower() + rest[0].text[1:], space=True)]
    if not _is_known(label[-1]):
        if tokens[place].low == ":" and not _names_something(label):
            raise Doubt("label", plain(label))
        if tokens[place].low != ":":
            return [], list(tokens)
    return [*label, Token(":", ":", False)], rest


def _is_said(tokens: Sequence[Token], place: int) -> bool:
    """Whether the words before a colon judge by themselves: "Weak on phonics: couldn't segment it"."""
    label = [each.low for each in tokens[:place]]
    if tokens[place].low != ":" or place < 2 or len(tokens) == place + 2:
        return False
    return label[-1] not in fragment_words().labels and not _judgements().isdisjoint(label)


def _names_something(label: Sequence[Token]) -> bool:
    """Whether the words describe or name a thing, not one person."""
    if len(label) == 1:
        low = label[0].low
        return kinds(low) == {"NOUN"} and low not in words().people | load("names", NameWords).also_words
    small_words = words().prepositions | words().determiners
    named = [each.low for each in label if each.low not in small_words]
    return label[0].low in named and all(kinds(each) & {"NOUN", "ADJ"} for each in named)


def _judgements() -> frozenset[str]:
    return fragment_words().judging | fragment_words().of_a_person


def _mark(tokens: Sequence[Token]) -> int | None:
    """Return the place of the heading's colon or dash."""
    for place, token in enumerate(tokens[:_LONGEST]):
        if token.low in {":", "–", "—", "-"} and 0 < place < len(tokens) - 1:
            if token.low != ":" and (place > 2 or not token.space):
                return None
            last = tokens[place - 1]
            known = (
                token.low == ":"
                and 1 < place < _SHORT
                and (_is_known(last) or ("NOUN" in kinds(last.low) and not _has_verb(tokens[1:place])))
            )
            return None if _has_verb(tokens[:place]) and not known else place
        if not token.kept and not token.low[0].isalnum() and token.low not in {"/", "&"}:
            return None
    return None


def _has_verb(label: Sequence[Token]) -> bool:
    known = words()
    first = label[0].low
    return any(
        each.low in known.agreement
        or each.low in known.modals
        or each.low in known.expletives
        or each.low.startswith("@")
        or ("VBD" in verb_forms(each.low) and not kinds(each.low) & {"NOUN", "ADJ"})
        for each in label
    ) or (is_finite(first) and "NOUN" not in kinds(first) and first not in fragment_words().bare_labels)


def _may_be_judged(token: Token) -> bool:
    known = fragment_words()
    return token.low in known.owned or token.low in known.assessed or token.text.isupper()


def _is_known(token: Token) -> bool:
    known = fragment_words()
    return (
        token.kept
        or token.low in known.labels
        or _may_be_judged(token)
        or token.low.isdigit()
        or token.low in known.had
    )
