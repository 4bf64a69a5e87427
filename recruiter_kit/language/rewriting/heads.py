"""The noun that a verbless note is about.

In: lower-case words of a fragment. Out: its head noun, how many words of amount or judgement
come before it. Raises Doubt for nouns that are not about what the candidate did.
"""

import re
from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.dictionary import is_adverb, is_noun, is_plural, kinds, verb_forms
from recruiter_kit.language.grammar.words import fragment_words, words

_PERSON = re.compile(r"(?:\w{3,}(?:er|or|ist|ian)|player|solver|speaker)s?")
_AMOUNTS = (
    ("lots", "of"),
    ("a", "lot", "of"),
    ("too", "many"),
    ("too", "much"),
    ("too", "few"),
    ("too", "little"),
    ("not", "enough"),
    ("not", "much"),
    ("not", "many"),
    ("only", "one"),
    ("very", "little"),
    ("very", "few"),
    ("hardly", "any"),
    ("plenty", "of"),
    ("almost", "no"),
    ("not", "a", "single"),
    ("not", "one"),
    ("not", "any"),
    ("little", "or", "no"),
    ("next", "to", "no"),
    ("far", "too", "many"),
    ("far", "too", "much"),
    ("way", "too", "many"),
    ("way", "too", "much"),
    ("a", "few"),
    ("a", "number", "of"),
    ("a", "couple", "of"),
)
_JOINING = re.compile(r"\b(?:of|on|in|with|between|about|for)\b.*\b(?:and|or)\b")


def quantifier_length(low: Sequence[str]) -> int:
    """Return how many words of amount ("no", "lots of") the fragment starts with."""
    for amount in _AMOUNTS:
        if tuple(low[: len(amount)]) == amount:
            return len(amount)
    if low[:1] == ["only"] and len(low) > 1 and is_plural(low[1]):
        return 1
    return 1 if low and low[0] in fragment_words().quantifiers - {"limited", "only"} | {"nothing"} else 0


def adjectives_length(low: Sequence[str]) -> int:
    """Return how many words of judgement ("very good", "clean and readable") open the fragment."""
    known = fragment_words()
    place, last = 0, 0
    while place < len(low):
        if low[place] in known.judging | known.of_a_person or (
            last and low[place - 1] in {",", "and"} and kinds(low[place]) == {"ADJ"}
        ):
            place = last = place + 1
        elif low[place] in known.degree or (last and low[place] in {"and", ","}):
            place += 1
        else:
            break
    return last if place == last else 0


def head(low: Sequence[str]) -> str:
    """Return the head noun of the words, which start with a noun phrase."""
    found = ""
    for each in low:
        if (
            each in fragment_words().heads_end_at
            or each in words().prepositions | words().subordinators
            or each in {",", ";", "to"}
        ):
            break
        if found and "VBN" in verb_forms(each) and "NOUN" not in kinds(each):
            break
        if not each or each[0].isalnum():
            found = each
    return found


def clause_start(low: Sequence[str]) -> int:
    """Return where a clause with a verb of its own begins ("no idea | what we do"), or the end."""
    opens = words().wh_words | words().subordinators
    return next((place for place, each in enumerate(low) if place and each in opens), len(low))


def check(noun: str) -> None:
    """Raise Doubt when the noun is missing or is not about what the candidate did."""
    if not noun:
        raise Doubt("fragment")
    if noun in words().people | words().collectives | fragment_words().not_about_you:
        raise Doubt("about_something_else", noun)


def check_rest(low: Sequence[str], who: Who) -> None:
    """Raise Doubt for what a frame cannot take along."""
    text = " ".join(low)
    if (
        low[0] in words().prepositions
        or low[0] in {"to", "and", ",", "enough"}
        or low[0] in fragment_words().judging
    ):
        raise Doubt("fragment")
    own = who.pronouns & {"his", "her", "their"}
    if (who.pronouns | {"he", "she", "him", "her", "me", "us"}) - own & set(low):
        raise Doubt("fragment")
    if {"and", "or", "but"} & set(low) and not _JOINING.search(text):
        raise Doubt("fragment")
    if not {",", "-", "–", "—", ":"}.isdisjoint(low) or any(
        each in words().agreement or each in words().modals for each in low
    ):
        raise Doubt("fragment")
    check(head(low))


def is_person_noun(noun: str) -> bool:
    """Whether the noun names somebody by what they do ("communicator")."""
    known = fragment_words()
    return (
        bool(_PERSON.fullmatch(noun))
        and noun not in known.person_ending_but_not
        and noun not in known.owned
        and noun not in known.assessed
    )


def may_be_head(low: str) -> bool:
    """Whether the word can be the noun of a fragment."""
    if not low or not low[0].isalpha():
        return False
    known = words()
    return (
        is_noun(low)
        and low not in known.prepositions
        and low not in known.determiners
        and low not in known.subordinators
        and low not in known.coordinators
        and low not in {"to", "enough", "throughout"}
        and not is_adverb(low)
        and not (verb_forms(low) & {"VBD"} and "NOUN" not in kinds(low))
    )
