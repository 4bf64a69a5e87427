"""Capitalisation at the start of a clause.

In: tokens. Out: the same tokens, the first letter large or small; names, short forms and what
must stay as typed keep theirs.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from recruiter_kit.language.grammar.dictionary import kinds
from recruiter_kit.language.grammar.tokens import Token
from recruiter_kit.language.grammar.words import fragment_words, words

_SHORT_FORM = re.compile(r"[A-Z]{2,}|\w*[a-z][A-Z]|\w*\d|I\b")
# Endings of everyday words that a small dictionary may lack.
_COMMON = (
    "ing",
    "ed",
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "holder",
    "ology",
    "sis",
    "over",
    "up",
)
_SHOUTED = frozenset({"OK", "NO", "NOT"})


def small(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with a small first letter, unless the first word keeps its capital.

    A capital inside the note's sentence was meant ("rusty Java") and stays.
    """
    if not tokens or tokens[0].kept or tokens[0].space:
        return list(tokens)
    first = tokens[0]
    if first.text in _SHOUTED:
        return [first._replace(text=first.low), *tokens[1:]]
    text = first.text if keeps_capital(first.text) else first.text[0].lower() + first.text[1:]
    return [first._replace(text=text), *tokens[1:]]


def large(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with a large first letter."""
    if not tokens or tokens[0].kept:
        return list(tokens)
    first = tokens[0]
    return [first._replace(text=first.text[0].upper() + first.text[1:]), *tokens[1:]]


@lru_cache(8_192)
def keeps_capital(word: str) -> bool:
    """Whether a capitalised word keeps its capital inside a sentence."""
    if not word[:1].isupper():
        return False
    if _SHORT_FORM.match(word):
        return True
    low = word.lower()
    known = kinds(low.split("'")[0])
    return (
        low in fragment_words().proper
        or known == {"PROPN"}
        or (not known and low not in _grammar() and not low.endswith(_COMMON))
    )


@cache
def _grammar() -> frozenset[str]:
    """Words that no dictionary lists as noun, verb or adjective, yet are no names."""
    known, fragments = words(), fragment_words()
    return known.modals.union(
        known.prepositions,
        known.determiners,
        known.leads,
        known.subordinators,
        known.expletives,
        known.coordinators,
        known.adverbs,
        known.agreement,
        fragments.intensifiers,
        fragments.quantifiers,
        fragments.judging,
        fragments.of_a_person,
        fragments.owned,
        fragments.activities,
        known.participle_adjectives,
        ("you", "your", "not", "without", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    )
