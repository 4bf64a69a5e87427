"""Which rules a clause goes through, by how it starts.

In: tokens of one sentence without its stop, and who the candidate is. Out: tokens in the second
person. Raises Doubt when no rule is sure.
"""

from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who, stem
from recruiter_kit.language.grammar.capitals import small
from recruiter_kit.language.grammar.dictionary import is_finite, kinds, verb_forms
from recruiter_kit.language.grammar.pronouns import INTERVIEWER_SUBJECT
from recruiter_kit.language.grammar.tokens import Token, lows, opening, spaced
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.rewriting import adjectives, fragments, frames, ours, pieces, things
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.heads import clause_start, quantifier_length
from recruiter_kit.language.rewriting.record import Trace
from recruiter_kit.language.rewriting.subjectless import predicate

_SECOND_PERSON = frozenset({"you", "your", "you're", "you've", "you'd", "you'll", "yours", "yourself"})


def route(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token]:
    """Return the clause in the second person; raises Doubt."""
    if any(each.low in _SECOND_PERSON for each in tokens):
        raise Doubt("second_person")
    found = (
        pieces.dashed(tokens, who, trace, _whole)
        or pieces.tail(tokens, who, trace, _whole)
        or _whole(tokens, who, trace)
        or pieces.pieces(tokens, who, trace, _whole, _verbless)
        or _something_then_you(tokens, who, trace)
        or _thing_with_tail(tokens, who, trace)
        or pieces.headed(tokens, who, trace)
    )
    if found is None:
        raise Doubt("fragment")
    return found


def _whole(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Try the rules that take a clause as a whole, in order."""
    for rule in (
        _explicit,
        _question,
        frames.asked,
        ours.ours,
        _ongoing,
        _led,
        _pointing,
        _one_clause,
        _fragment,
    ):
        found = rule(tokens, who, trace)
        if found is not None:
            return found
    return None


def _one_clause(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    comma = any(each.low == "," for each in tokens)
    if comma or tokens[0].low not in words().prepositions or frames.names_candidate(tokens, who):
        found = frames.fronted(tokens, who, trace)
        if found is not None:
            return found
    return predicate(tokens, who, trace) or _thing(tokens, who, trace)


def _thing(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    return None if pieces.goes_on(lows(tokens)) else things.thing(tokens, who, trace)


def _thing_with_tail(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Reword "Lesson had a clear aim, pupils could tell me": what follows has a subject of its own."""
    low = lows(tokens)
    for place in pieces.breaks(low):
        following = low[place + 1] if place + 1 < len(low) else ""
        if is_finite(following) or "VBN" in verb_forms(following):
            return None
    return things.thing(tokens, who, trace)


def _something_then_you(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Reword "Price came up and she folded": something happened, then the candidate acts."""
    low = lows(tokens)
    acts = next((place for place, each in enumerate(low) if who.is_subject(each) or each == "@you"), 0)
    verb = any("VBD" in verb_forms(each) or fragments.is_auxiliary(each) for each in low[1:])
    if acts < 3 or not verb or is_finite(low[0]) or low[0] in words().prepositions:
        return None
    return _naming(convert(tokens, who, trace))


def _verbless(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    return things.thing(tokens, who, trace) or _fragment(tokens, who, trace)


def _explicit(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """The candidate or the interviewer is the subject."""
    first = tokens[0].low
    if first in {"my", "our"}:
        if not frames.names_candidate(tokens, who):
            raise Doubt("interviewer_may_feel", first)
        return _naming(convert(tokens, who, trace))
    if first in {"panel", "interviewer", "interviewers"} and frames.names_candidate(tokens, who):
        trace.fired("interviewer")
        return _naming([*opening("The"), *spaced(convert(small(tokens), who, trace))])
    if stem(first) in {"he", "she", "they"} and not who.is_subject(stem(first)):
        raise Doubt("them_unclear", tokens[0].text)
    if (
        first.startswith("@")
        or stem(first) in who.pronouns
        or first in INTERVIEWER_SUBJECT
        or stem(first) == "we"
    ):
        converted = convert(tokens, who, trace)
        # What the interviewer had to do says something on the candidate, even when not named.
        return converted if lows(tokens)[1:3] == ["had", "to"] else _naming(converted)
    if first in words().impersonal and not quantifier_length(lows(tokens)):
        if not frames.names_candidate(tokens, who):
            raise Doubt("impersonal")
        return _naming(convert(tokens, who, trace))
    return None


def _naming(converted: list[Token]) -> list[Token]:
    if not frames.speaks_to_you(converted):
        raise Doubt("no_candidate")
    return converted


def _question(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    first = tokens[0].low
    asks = first in words().agreement or first in words().modals
    if asks and len(tokens) > 1 and who.is_subject(tokens[1].low):
        return convert(tokens, who, trace)
    return None


def _ongoing(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "Still learning Kubernetes" into "You are still learning Kubernetes"."""
    low = lows(tokens)
    place = 1 if low[0] in {"still", "currently", "already", "now"} and len(low) > 1 else 0
    if "VBG" not in verb_forms(low[place]) or not (place or low[0] in words().lasting):
        return None
    if any(is_finite(each) and "NOUN" not in kinds(each) for each in low):
        return None
    trace.fired("subject-you")
    return [*opening("You", "are"), *spaced(convert(small(tokens), who, trace))]


def _led(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    return frames.led(tokens, who, trace, _whole)


def _pointing(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Reword "None of his examples were recent": another subject, with the candidate inside."""
    low = lows(tokens)
    if low[0] not in words().pointers:
        return None
    tokens = _with_your(tokens)
    if low[0] == "no" and len(low) > 1 and low[1] in fragment_words().existence:
        return fragments.quantified(tokens, who, trace)
    if not frames.names_candidate(tokens, who) or not any(
        is_finite(each) or each in {"were", "are"} for each in low[1:]
    ):
        return None
    return _naming(convert(tokens, who, trace))


def _with_your(tokens: Sequence[Token]) -> list[Token]:
    """Turn "Neither of the examples" into "Neither of your examples": what was shown is the candidate's."""
    low = lows(tokens)
    known = fragment_words()
    if len(low) > 3 and low[1] == "of" and low[2] in {"the", "these"} and low[3] in known.owned | known.given:
        return [*tokens[:2], tokens[2]._replace(text="your", low="@your"), *tokens[3:]]
    return list(tokens)


def _fragment(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    low = lows(tokens)
    if (
        any(fragments.is_auxiliary(each) for each in low[: clause_start(low)])
        and low[0] not in fragment_words().of_a_person
    ):
        return None
    for rule in (
        adjectives.adjective,
        fragments.quantified,
        fragments.judged_noun,
        fragments.described,
        fragments.bit_of,
    ):
        try:
            found = rule(tokens, who, trace)
        except Doubt as doubt:
            # Only a pattern that does not fit may be tried on the parts; any other doubt stands.
            if doubt.key == "fragment" and pieces.breaks(low):
                return None
            raise
        if found is not None:
            return found
    return None
