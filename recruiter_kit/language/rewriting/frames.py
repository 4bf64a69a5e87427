"""Sentences that open with something other than their subject.

In: tokens of a clause. Out: the clause in the second person, or None when it is of another kind.
"When stopped, was able to go on" → "When stopped, you were able to go on"; "Asked how she'd do it,
no answer" → "When asked how you'd do it, you gave no answer".
"""

from collections.abc import Callable, Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who, stem
from recruiter_kit.language.grammar.capitals import small
from recruiter_kit.language.grammar.dictionary import is_adverb, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows, put_in, spaced
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.fragments import quantified
from recruiter_kit.language.rewriting.record import Trace
from recruiter_kit.language.rewriting.subjectless import predicate

_ASKED_FOR = frozenset(
    {"how", "what", "why", "when", "where", "whether", "if", "about", "for", "to", "which"}
)
_PAUSES = frozenset({",", "-", "–", "—"})
_YOURS = frozenset({"you", "your", "yours", "yourself", "you're", "you've", "you'd", "you'll"})

Route = Callable[[Sequence[Token], Who, Trace], list[Token] | None]


def speaks_to_you(tokens: Sequence[Token]) -> bool:
    """Whether the candidate appears in the converted tokens."""
    return any(each.low in _YOURS for each in tokens)


def names_candidate(tokens: Sequence[Token], who: Who) -> bool:
    """Whether the note's own words name the candidate."""
    return any(each.low.startswith("@") or stem(each.low) in who.pronouns for each in tokens)


def asked(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Reword "Asked why he left, said …" and "Asked what breaks - no answer": the interviewer asked."""
    low = lows(tokens)
    comma = next((place for place, each in enumerate(low) if each in _PAUSES), None)
    if low[0] != "asked" or comma is None:
        return None
    question = [*tokens[:1], *tokens[2:comma]] if low[1] in who.pronouns else list(tokens[:comma])
    if len(question) < 2 or question[1].low not in _ASKED_FOR:
        return None
    sure = names_candidate(tokens[1:comma], who) or question[1].low == "to" or low[comma + 1 :][:1] == ["no"]
    if not sure:
        return None
    answer = predicate(tokens[comma + 1 :], who, trace) or _given(tokens[comma + 1 :], who, trace)
    if answer is None:
        return None
    trace.fired("asked")
    when = [Token("When", "when", False, True)]
    return [
        *when,
        *spaced(convert(small(question), who, trace)),
        Token(",", ",", False, False),
        *spaced(_small_you(answer)),
    ]


def _given(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    return quantified(tokens, who, trace) if tokens and tokens[0].low == "no" else None


def fronted(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Reword "Although he has the certificates, couldn't apply them": a clause before the main one."""
    low = lows(tokens)
    known = words()
    comma = _comma(low)
    named = names_candidate(tokens, who)
    participle = _participle(low[0]) and comma is not None and names_candidate(tokens[comma:], who)
    opens = (
        low[0] in known.subordinators
        or low[0] in known.prepositions
        or (named and (low[0] in known.openers or low[:2] == ["not", "once"]))
    )
    if not (opens or participle):
        return None
    if comma is not None and comma + 1 < len(low):
        main = _bare_main(tokens[comma + 1 :], who, trace)
        if main is not None:
            front = convert(tokens[:comma], who, trace)
            return [*front, *tokens[comma : comma + 1], *spaced(_small_you(main))]
    converted = convert(tokens, who, trace)
    if not speaks_to_you(converted):
        raise Doubt("no_main_clause") if low[0] in known.subordinators else Doubt("fragment")
    return converted


def _bare_main(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    first = tokens[0].low
    if first in words().expletives or stem(first) in who.pronouns or first.startswith("@"):
        return None
    return predicate(tokens, who, trace)


def _participle(low: str) -> bool:
    return (
        low in words().participle_adjectives
        or (low.endswith("ing") and "VBG" in verb_forms(low))
        or low in {"compared", "given", "unprompted", "asked"}
    )


def led(tokens: Sequence[Token], who: Who, trace: Trace, route: Route) -> list[Token] | None:
    """Turn "Barely spoke" into "You barely spoke", "Then asked about it" into "Then you asked about it"."""
    low = lows(tokens)
    count = 0
    while count < len(low) - 1 and (low[count] in words().leads or low[count] == ","):
        count += 1
    if not count and is_adverb(low[0]) and len(low) > 1 and "VBD" in verb_forms(low[1]):
        count = (
            1
            if low[1] not in words().participle_adjectives and low[0] not in {"not", "too", "very", "so"}
            else 0
        )
    if not count or (low[0] == "only" and low[1] in words().determiners):
        return None
    if low[count - 1] in fragment_words().degree and low[count] in fragment_words().judging:
        return None
    never = count == 1 and low[0] in {"never", "rarely", "seldom", "hardly", "barely"}
    rest = (predicate(tokens[count:], who, trace, never=True) if never else None) or route(
        tokens[count:], who, trace
    )
    if rest is None:
        return None
    if rest[0].inserted and rest[0].low == "you" and not rest[1].inserted and _goes_inside(low[:count]):
        return [rest[0], *spaced(small(tokens[:count])), *rest[1:]]
    return [*tokens[:count], *spaced(_small_you(rest))]


def _goes_inside(leads: Sequence[str]) -> bool:
    if len(leads) == 2:
        return leads[0] in {"never", "not"} and leads[1] in {
            "once",
            "even",
            "really",
            "fully",
            "quite",
            "actually",
        }
    return len(leads) == 1 and (leads[0] in words().after_you or leads[0].endswith("ly"))


def _comma(low: Sequence[str]) -> int | None:
    return next((place for place, each in enumerate(low) if each == ","), None)


def _small_you(tokens: Sequence[Token]) -> list[Token]:
    first = tokens[0]
    return (
        [first._replace(text=first.low), *tokens[1:]]
        if first.low in {"you", "your", "there", "we", "we're"}
        else small(tokens)
    )


def put_between(left: Sequence[Token], joint: Sequence[Token], right: Sequence[Token]) -> list[Token]:
    """Return two reworded pieces joined into one sentence."""
    return [*left, *joint, *spaced(_small_you(right))]


def semicolon() -> list[Token]:
    """Return the mark that joins two completed fragments."""
    return mark(";")


def mark(sign: str) -> list[Token]:
    """Return a mark that is put in."""
    return [put_in(sign)[0]._replace(space=False)]
