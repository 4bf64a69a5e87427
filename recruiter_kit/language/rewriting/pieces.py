"""Notes of several clauses, each completed by itself: "Decent SQL, rusty Java".

In: tokens and the rules for a single clause. Out: the clauses joined again, or None when the words
are no such note. Raises Doubt where one of the clauses may not be the candidate's.
"""

from collections.abc import Callable, Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.dictionary import is_adverb, is_finite, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.rewriting import fragments, frames, guards, things
from recruiter_kit.language.rewriting.heads import head, quantifier_length
from recruiter_kit.language.rewriting.record import Trace
from recruiter_kit.language.rewriting.subjectless import predicate

Rule = Callable[[Sequence[Token], Who, Trace], list[Token] | None]

_DASHES = frozenset({"-", "–", "—"})
_PAUSES = _DASHES | {","}
_LONGEST_HEADING = 7
_TURNS = frozenset({"but", "and", "so"})


def breaks(low: Sequence[str]) -> list[int]:
    """Return where a clause may be cut into pieces: commas, "but", dashes, semicolons."""
    return [place for place, each in enumerate(low) if place and each in _PAUSES | _TURNS]


def goes_on(low: Sequence[str]) -> bool:
    """Whether a clause of its own follows a comma, a dash or "but"."""
    known = words()
    for place in range(1, len(low) - 1):
        if low[place] not in _PAUSES and low[place] != "but":
            continue
        following = low[place + 1]
        if low[place] != "-" and {"was", "were"} & set(low[:place]) and "VBN" in verb_forms(following):
            continue
        if not (
            following in known.prepositions
            or following in known.subordinators
            or following
            in {"which", "even", "not", "especially", "including", "rather", "mainly", "mostly", "or"}
            or is_adverb(following)
        ):
            return True
    return False


def dashed(tokens: Sequence[Token], who: Who, trace: Trace, whole: Rule) -> list[Token] | None:
    """Reword "Good eye for detail - spotted the missing signature": a clause on each side of a dash."""
    for place in range(2, len(tokens) - 1):
        sign = tokens[place].low
        is_dash = sign in _DASHES and tokens[place].space
        if not (is_dash or sign == ":") or not tokens[place + 1].space:
            continue
        if place == len(tokens) - 2:
            return None
        fired = len(trace.rules)
        left = _tried(tokens[:place], who, trace, whole)
        right = _tried(tokens[place + 1 :], who, trace, whole) if left else None
        if left and right:
            joint = [tokens[place]] if sign == ":" else frames.semicolon()
            return frames.put_between(left, joint, right)
        del trace.rules[fired:]
        return None
    return None


def _tried(tokens: Sequence[Token], who: Who, trace: Trace, whole: Rule) -> list[Token] | None:
    """Return the clause reworded, or None when it is only that no pattern fits."""
    try:
        return whole(tokens, who, trace)
    except Doubt as doubt:
        if doubt.key in {"fragment", "about_something_else", "no_candidate", "impersonal", "no_main_clause"}:
            return None
        raise


def tail(tokens: Sequence[Token], who: Who, trace: Trace, whole: Rule) -> list[Token] | None:
    """Reword "… but no way to record a refund" and "…, comments sparse": a tail without a verb."""
    low = lows(tokens)
    place = max((here for here, each in enumerate(low[:-1]) if here and each in _PAUSES | {"but"}), default=0)
    if place < 2 or place == len(low) - 2 or _is_list(low, place):
        return None
    start = place - 1 if low[place] == "but" and low[place - 1] == "," else place
    fired = len(trace.rules)
    right = _tail_clause(tokens[place + 1 :], who, trace)
    left = _tried(tokens[:start], who, trace, whole) if right else None
    if not left or not right:
        del trace.rules[fired:]
        return None
    joint = tokens[start : place + 1] if low[place] == "but" else frames.semicolon()
    return frames.put_between(left, joint, right)


def _is_list(low: Sequence[str], place: int) -> bool:
    """Whether the comma is part of a list: "prices, margins and terms"."""
    return low[place] == "," and ("and" in low[place + 1 :] or "," in low[:place])


def _tail_clause(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    low = lows(tokens)
    try:
        if quantifier_length(low):
            absent = head(low[1:]) in fragment_words().existence and not any(is_finite(each) for each in low)
            return fragments.quantified(tokens, who, trace) if absent else None
        return things.thing(tokens, who, trace)
    except Doubt:
        return None


def pieces(
    tokens: Sequence[Token], who: Who, trace: Trace, whole: Rule, verbless: Rule
) -> list[Token] | None:
    """Reword "Decent SQL, rusty Java": a fragment and what follows it, each by itself."""
    low = lows(tokens)
    guards.against_run_ons(low, who)
    for place in breaks(low):
        double = low[place] == "," and place + 1 < len(low) and low[place + 1] in _TURNS
        right = tokens[place + (2 if double else 1) :]
        if not right or (low[place] in {"and", "so"} and not _starts_anew(right, who)):
            continue
        left = verbless(tokens[:place], who, trace)
        if left is None:
            return None
        joint = (
            frames.semicolon()
            if low[place] in _PAUSES and not double
            else tokens[place : len(tokens) - len(right)]
        )
        rest = _tried(right, who, trace, whole) or pieces(right, who, trace, whole, verbless)
        if rest is not None:
            return frames.put_between(left, joint, rest)
        if frames.names_candidate(right, who) or not (low[place] in _DASHES or _is_about_others(right)):
            return None
        return [*left, *tokens[place:]]
    return None


def _is_about_others(right: Sequence[Token]) -> bool:
    """Whether a clause on others follows: "every child had read aloud by the end"."""
    low = lows(right)
    opens = low[0] in {"every", "each", "all", "most", "some", "everyone", "everybody", "nobody", "the"}
    return opens and any(is_finite(each) and "NOUN" not in kinds(each) for each in low[1:5])


def headed(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Reword "In-tray exercise 6/10, missed the urgent one": words without a verb, then what was done."""
    low = lows(tokens)
    if low[0] in words().prepositions:
        return None
    for place in (here for here, each in enumerate(low) if here and each in _PAUSES):
        if place == len(low) - 1 or any(_acts(each) for each in low[:place]):
            return None
        if frames.names_candidate(tokens[:place], who) or _was_done(low[place + 1 :]):
            return None
        right = predicate(tokens[place + 1 :], who, trace) if place <= _LONGEST_HEADING else None
        if right:
            return frames.put_between(tokens[:place], frames.mark(";" if low[place] == "," else ":"), right)
    return None


def _was_done(low: Sequence[str]) -> bool:
    """Whether the words say what was done to the thing before them ("referred to twice")."""
    return "VBN" in verb_forms(low[0]) and low[1:2] != [] and low[1] in words().prepositions


def _acts(low: str) -> bool:
    """Whether the word is more than the name of a thing: a verb, or an interviewer's word."""
    known = words()
    return (is_finite(low) and "NOUN" not in kinds(low)) or low in known.modals or low in known.expletives


def _starts_anew(right: Sequence[Token], who: Who) -> bool:
    """Whether what follows "and" has a subject of its own."""
    return frames.names_candidate(right[:1], who) or things.thing(right, who, Trace()) is not None
