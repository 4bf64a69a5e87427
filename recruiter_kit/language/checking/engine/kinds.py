"""How each kind of rule reads a page.

In: a rule, a page, and where the rule could match (ruleset.py). Out: the places where it finds
something, in characters of the page. A kind is a small engine and knows no words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from recruiter_kit.language.checking.engine import readability, sequences
from recruiter_kit.language.checking.engine.other_languages import passages
from recruiter_kit.language.checking.engine.page import Page, Sentence, after_words
from recruiter_kit.language.checking.packs.rule import Finder, Kind, Rule, span
from recruiter_kit.language.learned import labels
from recruiter_kit.language.learned.weights import weighed

Chances = Sequence[tuple[Sentence, Sequence[Finder]]]
"""Parts of a page with the patterns of one rule that they may hold, in reading order."""


# A heading, a greeting or a signature is none, and nothing was learned of such.
_IS_SENTENCE = re.compile(r"[.!?…][\"')]*\s*$|(?:\w+\W+){6}")
MOST = 4
"""Matches of one rule in one sentence; no sentence has more, but a text without any stop may."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters [start, end) of a page; start == end means the whole page.

    `language` is the one that they are in, where it is not English; `alone` says that no other
    rule can read the page. `words` are those that weighed most in a second opinion.
    """

    start: int
    end: int
    better: str | None = None
    language: str | None = None
    alone: bool = False
    words: tuple[str, ...] = ()


def _existence(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:  # noqa: ARG001
    for sentence, finders in chances:
        text = sentence.text if rule.quotations == "read" else sentence.hidden
        for match in _matches(rule, finders, text):
            start, end = span(match)
            yield Hit(sentence.start + start, sentence.start + end)


def _substitution(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    for hit in _existence(rule, page, chances):
        words = page.plain[hit.start : hit.end]
        better = next(
            (other for key, other in rule.swap.items() if re.fullmatch(key, words, re.IGNORECASE)), None
        )
        yield replace(hit, better=better)


def _sequence(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:  # noqa: ARG001
    if rule.in_order:
        yield from _order(rule, chances)
        return
    for sentence, _ in chances:
        text = sentence.text if rule.quotations == "read" else sentence.hidden
        for start, end in sequences.find(rule.tokens, text):
            cancelled = rule.cancelled.finditer(text) if rule.cancelled else ()
            if any(_overlap(start, end, match.span()) for match in cancelled):
                continue
            if not (rule.excused and rule.excused.search(text)):
                yield Hit(sentence.start + start, sentence.start + end)


def _order(rule: Rule, chances: Chances) -> Iterator[Hit]:
    """Find sentences that come in the order of the rule's steps, with others between them."""
    step = 0
    for sentence, finders in chances:
        step += rule.finders[step] in finders and bool(rule.finders[step].compiled.search(sentence.hidden))
        if step == len(rule.finders):
            yield Hit(sentence.start, sentence.end)
            return


def _conditional(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    for hit in _existence(rule, page, chances):
        if not supported(rule, page, hit):
            yield hit


def _missing(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    if rule.asked and not rule.asked.search(page.plain):
        return
    first = next((hit.start for hit in _existence(rule, page, chances)), None)
    late = first is not None and rule.limit is not None and first > after_words(page.plain, int(rule.limit))
    if late if rule.limit else first is None:
        yield Hit(0, 0)


def _metric(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:  # noqa: ARG001
    limit = rule.limit or 0
    if rule.metric == "words_of_sentence":
        for sentence in page.sentences:
            if len(sentence.text) > limit and page.words(sentence.text) > limit:
                yield Hit(sentence.start, sentence.end)
    elif rule.metric == "words_of_text":
        if page.words(page.plain) > limit:
            yield Hit(0, 0)
    elif readability.grade([page.without_terms(sentence.text) for sentence in page.sentences]) > limit:
        yield Hit(0, 0)


def _ratio(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    count = sum(1 for _ in _existence(rule, page, chances))
    if count < rule.least:
        return
    beside = sum(1 for sentence in page.sentences if rule.beside.search(sentence.hidden))
    if count > (rule.limit or 0) * beside:
        yield Hit(0, 0)


def _language(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:  # noqa: ARG001
    for passage in passages(page):
        yield Hit(passage.start, passage.end, language=passage.language, alone=passage.whole)


def _learned(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:  # noqa: ARG001
    if not page.sentences:
        return
    scores = page.scores_of(rule.label, rule.quotations)
    for number in np.flatnonzero(scores >= labels.thresholds().adds[rule.label]):
        sentence = page.sentences[number]
        if not _IS_SENTENCE.search(sentence.text):
            continue
        text = sentence.text if rule.quotations == "read" else sentence.hidden
        found = weighed(labels.weights(), text, rule.label)
        yield Hit(sentence.start + found.start, sentence.start + found.end, words=found.words)


KINDS: Mapping[Kind, Callable[[Rule, Page, Chances], Iterator[Hit]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "sequence": _sequence,
    "conditional": _conditional,
    "missing": _missing,
    "metric": _metric,
    "ratio": _ratio,
    "language": _language,
    "learned": _learned,
}


def worth_looking(rule: Rule, page: Page, chances: Chances) -> Chances:
    """Leave out the sentences in which what a rule may find would be overruled anyway."""
    if not chances or rule.scope != "sentence" or (speaks_for := _speaks_for(rule, page)) is None:
        return chances
    return [(part, finders) for part, finders in chances if speaks_for[page.part_at(part.start, "sentence")]]


def overruled(rule: Rule, page: Page, hit: Hit) -> bool:
    """Whether the second opinion contradicts a match strongly enough to drop it."""
    if hit.start == hit.end or (speaks_for := _speaks_for(rule, page)) is None:
        return False
    return not speaks_for[page.part_at(hit.start, "sentence")]


def _speaks_for(rule: Rule, page: Page) -> NDArray[np.bool_] | None:
    """Return for each sentence whether the second opinion keeps a match of `rule`, None without a say."""
    keeps = labels.thresholds().keeps.get(rule.label)
    has_no_say = rule.final or rule.kind == "learned" or rule.scope not in ("sentence", "paragraph")
    if keeps is None or has_no_say or not page.sentences:
        return None
    kept: NDArray[np.bool_] = page.scores_of(rule.label, rule.quotations) >= keeps
    return kept


def supported(rule: Rule, page: Page, hit: Hit) -> bool:
    """Whether the claim has evidence next to it.

    That is in its sentence, outside the claim, or in the next one; for a rule on paragraphs, anywhere
    in the paragraph.
    """
    parts = page.parts(rule.scope)
    number = page.part_at(hit.start, rule.scope)
    start, end = hit.start - parts[number].start, hit.end - parts[number].start
    if any(not _overlap(start, end, other) for other in page.spans(rule.supported, parts[number])):
        return True
    following = () if rule.scope == "paragraph" else parts[number + 1 : number + 2]
    return any(page.spans(rule.supported, part) for part in following)


def _matches(rule: Rule, finders: Sequence[Finder], text: str) -> Iterator[re.Match[str]]:
    """Find the rule in one sentence, without what its antipatterns overlap."""
    cancelled: list[tuple[int, int]] | None = None
    count = 0
    for match in chain.from_iterable(finder.compiled.finditer(text) for finder in finders):
        if cancelled is None:
            if rule.excused and rule.excused.search(text):
                return
            cancelled = [other.span() for other in rule.cancelled.finditer(text)] if rule.cancelled else []
        start, end = span(match)
        if start < end and not any(_overlap(start, end, other) for other in cancelled):
            yield match
            count += 1
            if count == MOST:
                return


def _overlap(start: int, end: int, other: tuple[int, int]) -> bool:
    return other[0] < end and start < other[1]
