"""A clause whose subject was left out: "You" goes in front of its verb.

In: tokens that may start with a finite verb. Out: the clause in the second person, or None when
it does not start with one. Raises Doubt where the one who acted may not be the candidate.
"""

from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.dictionary import (
    is_adverb,
    is_finite,
    is_noun,
    is_plural,
    kinds,
    starts_predicate,
    verb_forms,
)
from recruiter_kit.language.grammar.tokens import Token, lows, put_in
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.rewriting import guards
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.record import Trace

_NOT_HERS = frozenset({"were", "are", "have", "do"})
_CLAUSE_WORDS = frozenset(
    {"which", "who", "when", "if", "where", "because", "that", "although", "while", "what", "how"}
)


def predicate(tokens: Sequence[Token], who: Who, trace: Trace, *, never: bool = False) -> list[Token] | None:
    """Return "You" and the clause, or None when it does not start with a finite verb.

    `never` says that "never" or the like led it, so that it tells of the candidate.
    """
    low = lows(tokens)
    if not reads_as_predicate(low):
        return None
    guards.against_interviewer(low, who, never=never)
    guards.against_objects(low, who)
    guards.against_run_ons(low, who)
    trace.fired("subject-you")
    first = tokens[0]._replace(text=tokens[0].low)
    body = convert([first, *tokens[1:]], who, trace, implied=True)
    body = joined(body, trace)
    return [*_you(), body[0]._replace(space=True), *body[1:]]


def _you() -> list[Token]:
    return [Token("You", "you", False, True)]


def reads_as_predicate(low: Sequence[str]) -> bool:
    """Whether the words start with a verb; raises Doubt for a noun that may be one."""
    first, following = low[0], low[1] if len(low) > 1 else ""
    if not starts_predicate(first) or first in _NOT_HERS:
        return False
    if first in words().agreement or first in words().modals:
        return True
    forms = verb_forms(first)
    if "VBD" in forms:
        if following == "by" and len(low) > 2 and "VBG" in verb_forms(low[2]):
            return True
        return _past_or_participle(low, first, following, forms)
    return _verb_not_noun(low, first, following)


def _past_or_participle(low: Sequence[str], first: str, following: str, forms: frozenset[str]) -> bool:
    known = words()
    if following == "by":
        return low[2:3] in (["name"], ["heart"], ["hand"], ["eye"], ["phone"])
    if first in {"split", "cut", "shut", "cast", "spread", "burst"} and following not in known.determiners:
        return False
    if first in {"set", "put", "cut", "let", "hit", "read", "cost", "hurt"} and not following:
        raise Doubt("grammar", first)
    if first not in known.participle_adjectives:
        if "VBD" not in forms:
            raise Doubt("grammar", first)
        return not (
            first in fragment_words().judging and is_noun(following) and following not in known.determiners
        )
    if first in known.settled_participles and (is_adverb(following) or following in {"on", "for", "too"}):
        return following not in {"too"} and "ADJ" not in kinds(following)
    if first == "committed" and is_noun(following) and following not in known.prepositions:
        return True
    if first == "lost":
        return following not in known.prepositions and bool(following)
    if following in known.determiners or following in {"that", "to", "up"}:
        return not (following == "to" and first in {"prepared", "excited", "motivated"})
    return first == "confused" and "with" in low[2:4]


def _verb_not_noun(low: Sequence[str], first: str, following: str) -> bool:
    """Tell "Answers questions directly" from "Answers were long"."""
    if "NOUN" not in kinds(first) or first in {"need", "needs"}:
        return True
    known = words()
    later = any(
        each in known.agreement
        or each in {"were", "are", "had", "could", "did", "didn't", "weren't", "couldn't"}
        for each in low[1:]
    )
    joined_later = bool({",", "and", "but", "when", "that", "what", "how", "which"} & set(low))
    if following in known.agreement or following in {
        "were",
        "are",
        "had",
        "could",
        "did",
        "lacked",
        "of",
        "",
    }:
        return False
    if _is_a_thing(low, following):
        return False
    if following in known.modals or all(each in fragment_words().judging for each in low[1:]):
        return False
    if following in known.determiners or following in known.prepositions or is_adverb(following):
        return not later or joined_later
    if following in fragment_words().judging and len(low) > 2 and is_noun(low[2]):
        return True
    if "VBD" in verb_forms(following) and not kinds(following) & {"NOUN", "ADJ"}:
        return False
    if ("NOUN" not in kinds(following) and "ADV" in kinds(following)) or is_plural(following):
        return True
    if first in fragment_words().owned or first in fragment_words().assessed:
        raise Doubt("noun_or_verb", first)
    return "ADJ" in kinds(following) or is_noun(following)


def _is_a_thing(low: Sequence[str], following: str) -> bool:
    """Whether the first word can only be a plural: "Ticks only", "Boots on", "Inputs and outputs"."""
    if following in words().coordinators:
        return True
    ends = len(low) == 2 or low[2] in {",", "-", "late", "early", "all"}
    return following in {"on", "off", "only"} and ends


def joined(tokens: Sequence[Token], trace: Trace) -> list[Token]:
    """Return the tokens with a lone ", verb" turned into " and verb"."""
    low = lows(tokens)
    commas = [place for place, each in enumerate(low) if each == ","]
    if len(commas) != 1 or {"and", "but", "or", "(", ")"} & set(low) or commas[0] + 1 >= len(low):
        return list(tokens)
    here = commas[0]
    if low[here + 2 :] == ["you"]:
        return list(tokens)
    if _CLAUSE_WORDS & set(low[:here]) or not _verb_after(
        low[here + 1], low[here + 2] if here + 2 < len(low) else ""
    ):
        return list(tokens)
    trace.fired("run-on")
    return [*tokens[:here], *put_in("and"), *tokens[here + 1 :]]


def _verb_after(word: str, following: str) -> bool:
    known = words()
    if word in known.agreement.values() or word in known.modals:
        return True
    if (
        "VBD" not in verb_forms(word)
        or not is_finite(word)
        or (word in known.participle_adjectives and following)
    ):
        return False
    return not kinds(word) & {"ADJ", "NOUN"} or following in known.determiners
