"""One sentence of a note, reworded and proved.

In: a sentence as typed and what is known of the candidate. Out: its wording with the inserted
characters marked. Raises Doubt when no rule is sure or the verifier cannot prove the wording.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruiter_kit.feedback import Tier
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.capitals import large, small
from recruiter_kit.language.grammar.tokens import Token, lows, plain, spaced, tokenise
from recruiter_kit.language.rewriting import guards, labels, mentions
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.normalising import normalise
from recruiter_kit.language.rewriting.record import Trace
from recruiter_kit.language.rewriting.routing import route
from recruiter_kit.language.rewriting.shorthand import BRITISH, expand
from recruiter_kit.language.rewriting.verifying import verify_expanded

LONGEST = 600
_STOP = re.compile(r"[.!?…]+$|(?<=[.!?])[\"')\]]$")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Wording:
    """A reworded sentence: its text, the inserted characters and the rules that fired."""

    text: str
    tier: Tier
    inserted: tuple[tuple[int, int], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Prepared:
    """A sentence in one spelling, its shorthand written out: its words, and the stop that ends it."""

    body: str
    end: str
    tokens: list[Token]


def prepare(sentence: str, trades: Sequence[str] = (), spelling: str = BRITISH) -> Prepared:
    """Return the sentence in one spelling with its shorthand written out; raises Doubt."""
    if len(sentence) > LONGEST:
        raise Doubt("too_long")
    text = expand(normalise(sentence), trades, spelling)
    if not _LETTER.search(text):
        raise Doubt("rating" if any(each.isdigit() for each in text) else "nothing")
    if not speaks_english(text):
        raise Doubt("other_language")
    if text.endswith(":"):
        raise Doubt("heading")
    stop = _STOP.search(text)
    body = text[: stop.start()] if stop and not text.endswith(('"', "'")) else text
    return Prepared(body, text[len(body) :].rstrip("\"')]") or ".", tokenise(body))


def speaks_english(text: str) -> bool:
    """Whether most letters are Latin; other scripts are left to a person who reads them."""
    if text.isascii():
        return True
    letters = len(_LETTER.findall(text))
    return letters == 0 or len(_LATIN.findall(text)) * 2 > letters


def reword(prepared: Prepared, who: Who) -> Wording:
    """Return the wording of a prepared sentence."""
    trace = Trace()
    tokens = mentions.mark(prepared.tokens, who.names)
    _against_bare_quotes(tokens, who)
    label, rest = labels.peel(tokens)
    if not rest:
        raise Doubt("heading")
    source = plain([*label, *spaced(rest)]) if len(rest) < len(tokens) else prepared.body
    main, aside = _aside(rest)
    worded = route(main, who, trace)
    if aside:
        guards.against_interviewer(lows(aside[1:]), who)
        worded = [*worded, *convert(aside, who, trace)]
    out = (
        [*label, *spaced(small(worded) if worded[0].low not in _YOU else _lower(worded))]
        if label
        else large(worded)
    )
    text, inserted = _render(out)
    text = text if text.endswith((".", "!", "?")) else text + prepared.end
    broken = verify_expanded(source, text, who.names, who.pronoun)
    if broken:
        raise Doubt("unproved", broken[0])
    return Wording(text, Tier.INSERTED if inserted else Tier.SURE, inserted, tuple(trace.rules))


def _aside(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return the sentence, and what is in brackets at its end."""
    here = max((place for place, each in enumerate(tokens) if each.low == "("), default=0)
    if not here or tokens[-1].low != ")" or here + 2 > len(tokens) - 1:
        return list(tokens), []
    return list(tokens[:here]), list(tokens[here:])


_YOU = frozenset({"you", "your", "you're", "you've", "you'd", "you'll", "we", "there", "when"})


_ANSWERS = re.compile(
    r"only (?:after|when|once|with|if)\b|(?:yes|no|none|never|nope|(?:only )?partly|barely|hardly|mostly"
    r"|rarely|sometimes|in part|to a point|only just|just about|sort of|kind of|more or less"
    r"|not (?:really|at all|quite|fully|once))$",
    re.IGNORECASE,
)


def is_answer(question: Prepared, prepared: Prepared) -> bool:
    """Whether a sentence is no more than the answer to the question before it: "… VAT? Not really." """
    return question.end.startswith("?") and _ANSWERS.match(prepared.body) is not None


def answered(prepared: Prepared, who: Who) -> Wording:
    """Return a short answer, only its pronouns changed."""
    trace = Trace()
    text, _ = _render(large(convert(prepared.tokens, who, trace)))
    return Wording(text + prepared.end, Tier.SURE, (), tuple(trace.rules))


def _lower(tokens: Sequence[Token]) -> list[Token]:
    first = tokens[0]
    return [first._replace(text=first.text[0].lower() + first.text[1:]), *tokens[1:]]


def _against_bare_quotes(tokens: Sequence[Token], who: Who) -> None:
    """Raise Doubt where a quotation replaces the verb ("He 'hates docs'")."""
    before_verb = {"candidate", mentions.MENTION, who.pronoun}
    for place, token in enumerate(tokens[1:], start=1):
        if token.kept and token.text[0] in "\"'" and tokens[place - 1].low in before_verb:
            raise Doubt("quote")


def _render(tokens: Sequence[Token]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text, and the characters of it that were put in; neighbours become one span."""
    text, spans = "", list[tuple[int, int]]()
    for place, token in enumerate(tokens):
        gap = " " if token.space and place else ""
        start = len(text) + len(gap)
        text += gap + token.text
        if token.inserted:
            touching = spans and spans[-1][1] + len(gap) == start
            spans[-1:] = [(spans[-1][0], len(text))] if touching else [*spans[-1:], (start, len(text))]
    return text, tuple(spans)
