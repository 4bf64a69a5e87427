"""How each kind of rule reads a page.

In: a rule, a page, and where the rule has a chance (ruleset.py). Out: the places where it finds
something, in characters of the page. A kind is a small engine and knows no words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recruiter_kit.language.checking import readability, sequences
from recruiter_kit.language.checking.page import Page, Sentence, after_words
from recruiter_kit.language.checking.rule import Finder, Kind, Rule, span

Place = tuple[Finder, Sequence[int] | None]
"""A pattern, and where in a sentence it may begin; None is anywhere."""
Chances = Sequence[tuple[Sentence, Sequence[Place]]]
"""Parts of a page with the patterns of one rule that they may hold, in reading order."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters [start, end) of a page; the same number twice stands for the whole."""

    start: int
    end: int
    better: str | None = None


def _existence(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:  # noqa: ARG001
    for sentence, finders in chances:
        text = sentence.text if rule.quotations == "read" else sentence.hidden
        for found in _finds(rule, finders, text):
            start, end = span(found)
            yield Hit(sentence.start + start, sentence.start + end)


def _substitution(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    for hit in _existence(rule, page, chances):
        found = page.plain[hit.start : hit.end]
        better = next(
            (each for key, each in rule.swap.items() if re.fullmatch(key, found, re.IGNORECASE)), None
        )
        yield replace(hit, better=better)


def _sequence(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    if rule.steps:
        yield from _order(rule, page)
        return
    for sentence, _ in chances:
        text = sentence.text if rule.quotations == "read" else sentence.hidden
        for start, end in sequences.find(rule.tokens, text):
            if not _cancelled(rule, text, start, end) and not (rule.excused and rule.excused.search(text)):
                yield Hit(sentence.start + start, sentence.start + end)


def _order(rule: Rule, page: Page) -> Iterator[Hit]:
    """Find sentences that come in the order of the rule's steps, with others between them."""
    step = 0
    for sentence in page.sentences:
        step += bool(rule.steps[step].search(sentence.hidden))
        if step == len(rule.steps):
            yield Hit(sentence.start, sentence.end)
            return


def _conditional(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    for hit in _existence(rule, page, chances):
        if not supported(rule, page, hit):
            yield hit


def _missing(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    if rule.asked and not rule.asked.search(page.plain):
        return
    found = next((hit.start for hit in _existence(rule, page, chances)), None)
    late = found is not None and rule.limit is not None and found > after_words(page.plain, int(rule.limit))
    if late if rule.limit else found is None:
        yield Hit(0, 0)


def _metric(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:  # noqa: ARG001
    limit = rule.limit or 0
    if rule.metric == "words_of_sentence":
        for sentence in page.sentences:
            if page.words(sentence.text) > limit:
                yield Hit(sentence.start, sentence.end)
    elif rule.metric == "words_of_text":
        if page.words(page.plain) > limit:
            yield Hit(0, 0)
    elif readability.grade([page.without_terms(each.text) for each in page.sentences]) > limit:
        yield Hit(0, 0)


def _ratio(rule: Rule, page: Page, chances: Chances) -> Iterator[Hit]:
    found = sum(1 for _ in _existence(rule, page, chances))
    beside = sum(1 for each in page.sentences if rule.beside.search(each.hidden))
    if found >= rule.least and found > (rule.limit or 0) * beside:
        yield Hit(0, 0)


KINDS: Mapping[Kind, Callable[[Rule, Page, Chances], Iterator[Hit]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "sequence": _sequence,
    "conditional": _conditional,
    "missing": _missing,
    "metric": _metric,
    "ratio": _ratio,
}


def supported(rule: Rule, page: Page, hit: Hit) -> bool:
    """Whether what was seen stands beside the claim.

    That is in its sentence, outside the claim, or in the next one; for a rule on paragraphs, anywhere
    in the paragraph.
    """
    parts = page.parts(rule.scope)
    number = page.part_at(hit.start, rule.scope)
    part = parts[number]
    around = part.hidden[: hit.start - part.start] + " … " + part.hidden[hit.end - part.start :]
    following = () if rule.scope == "paragraph" else parts[number + 1 : number + 2]
    return bool(rule.supported.search(around)) or any(
        rule.supported.search(each.hidden) for each in following
    )


def _finds(rule: Rule, finders: Sequence[Place], text: str) -> Iterator[re.Match[str]]:
    """Find the rule in one sentence, without what its antipatterns overlap."""
    found: list[re.Match[str]] = []
    for finder, places in finders:
        found += finder.compiled.finditer(text) if places is None else _at(finder, places, text)
    if not found or (rule.excused and rule.excused.search(text)):
        return
    for match in found:
        start, end = span(match)
        if start < end and not _cancelled(rule, text, start, end):
            yield match


def _at(finder: Finder, places: Sequence[int], text: str) -> Iterator[re.Match[str]]:
    """Find the pattern at these places, none overlapping, as a search from left to right would."""
    end = 0
    for place in places:
        found = finder.compiled.match(text, place) if place >= end else None
        if found:
            end = found.end()
            yield found


def _cancelled(rule: Rule, text: str, start: int, end: int) -> bool:
    found = rule.cancelled.finditer(text) if rule.cancelled else ()
    return any(first < end and start < last for first, last in (each.span() for each in found))
