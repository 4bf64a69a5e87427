"""Clauses about what the candidate made or showed: "Answers were long", "Pallet wrapped loosely".

In: tokens that start with a thing instead of a person. Out: "Your" and the clause, with "was" or
"were" put in where the note left it out, or None when the words are of another kind. Raises Doubt
where what happened may not be the candidate's.
"""

import re
from collections.abc import Sequence
from functools import cache

from recruiter_kit.language.grammar.candidate import Who, stem
from recruiter_kit.language.grammar.capitals import small
from recruiter_kit.language.grammar.dictionary import is_adverb, is_plural, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows, opening, put_in, spaced
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.names import NameWords
from recruiter_kit.language.rewriting import heads
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.predicates import is_state_at, predicate_kind
from recruiter_kit.language.rewriting.record import Trace

_LONGEST_SUBJECT = 7
_LINKS = frozenset({"of", "on", "about", "for", "in", "to", "with", "between", "from"})
_COMPOUND = re.compile(r"\w-(?:up|through|off|in|out|over|down|on|back)s?$")
_COUNTS = frozenset(["all", "both", "most", "some", "half", "several", "two", "three", "four", "five", "of"])
_NOMINAL = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ship",
    "ing",
    "cy",
    "ism",
    "age",
    "ure",
    "logy",
    "phy",
    "ery",
    "sis",
    "ics",
)


def thing(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "Answers were long" and "Answers long" into "Your answers were long"."""
    low = lows(tokens)
    if low[0].endswith("'s") and _may_act(low[0].removesuffix("'s")) and is_state_at(low, 1):
        trace.fired("your-noun")
        return [*opening("Your"), *spaced(convert(small(tokens), who, trace))]
    for place in range(1, min(_LONGEST_SUBJECT, len(low))):
        kind = predicate_kind(low, place)
        if kind and is_subject(tokens[:place], finite=kind == "verb"):
            trace.fired("your-noun")
            copula = [] if kind == "verb" else put_in("were" if _is_many(low[:place]) else "was")
            rest = convert(small(tokens), who, trace)
            head, tail = rest[:place], rest[place:]
            if _counted(low):
                return [*head, *copula, *spaced(tail)]
            return [*opening("Your"), *spaced(head), *copula, *spaced(tail)]
    return None


def is_subject(tokens: Sequence[Token], *, finite: bool) -> bool:
    """Whether the words name something of the candidate's: "drug calculation", "knowledge of joins"."""
    low = lows(tokens)
    noun = next((place for place, each in enumerate(low) if place and each in _LINKS), len(low))
    start = _counted(low)
    if noun <= start or noun == len(low) - 1 or not _opens_well(low, start):
        return False
    if not all(_may_name(each) for each in low[start:noun]) or not _ends_well(low, noun):
        return False
    head = low[noun - 1] or tokens[noun - 1].text.lower()
    if not heads.may_be_head(head) or _is_somebody(head) or head in fragment_words().not_about_you:
        return False
    if len(low) == 1:
        return _names_a_thing(tokens[0], finite=finite)
    return not finite or _may_act(head) or (noun == len(low) and "NOUN" in kinds(head))


def _opens_well(low: Sequence[str], start: int) -> bool:
    known = words()
    return bool(start) or not (low[0] in known.pointers or low[0] in known.leads or is_adverb(low[0]))


def _counted(low: Sequence[str]) -> int:
    """Return how many words of number ("all three") open the subject."""
    place = 0
    while place < len(low) - 1 and low[place] in _COUNTS:
        place += 1
    return place


def _may_name(low: str) -> bool:
    """Whether the word can be part of a thing's name."""
    if not low or low == "and":
        return True
    if not low[0].isalnum() or is_adverb(low) or low in _closed() or stem(low) in words().expletives:
        return False
    forms, known = verb_forms(low), kinds(low)
    if not known or known & {"NOUN", "ADJ", "PROPN"}:
        return True
    return bool(forms & {"VBG", "VB"}) and not forms & {"VBD", "VBZ"}


@cache
def _closed() -> frozenset[str]:
    known = words()
    return known.determiners.union(
        known.prepositions, known.subordinators, known.linking, known.agreement, known.modals
    )


def _ends_well(low: Sequence[str], noun: int) -> bool:
    """Whether the part after "of" is a thing as well, and nothing but it."""
    rest, known = low[noun + 1 :], words()
    if any(each in known.subordinators or each in known.modals for each in rest):
        return False
    return all(not each or each[0].isalnum() or each == "'s" for each in rest)


def _is_somebody(noun: str) -> bool:
    known = words()
    return (
        noun in known.people
        or noun in known.collectives
        or (noun.endswith("s") and noun[:-1] in known.people)
    )


def _may_act(head: str) -> bool:
    """Whether a verb may be said of the thing without its being somebody else's."""
    return head in _shown() or head.endswith(_NOMINAL) or is_plural(head) or bool(_COMPOUND.search(head))


@cache
def _shown() -> frozenset[str]:
    known = fragment_words()
    return known.owned.union(known.assessed, known.activities, known.had, known.given, known.labels)


def _names_a_thing(token: Token, *, finite: bool) -> bool:
    """Whether a single word is a thing and not somebody's name."""
    low = token.low or token.text.lower()
    if _may_act(low):
        return True
    if token.kept or (token.text.isupper() and len(low) > 1):
        return not finite
    if finite or low in load("names", NameWords).also_words:
        return False
    if not kinds(low):
        return token.text[:1].islower() or "-" in token.text
    return "NOUN" in kinds(low) and not kinds(low) & {"ADJ", "ADV"} and "VBD" not in verb_forms(low)


def _is_many(subject: Sequence[str]) -> bool:
    noun = next((place for place, each in enumerate(subject) if place and each in _LINKS), len(subject))
    return is_plural(subject[noun - 1]) or "and" in subject[:noun]
