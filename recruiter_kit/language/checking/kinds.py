"""How each kind of rule reads a page.

In: a rule and a page. Out: the places where it finds something, in characters of the page.
A kind is a small engine and knows no words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recruiter_kit.language.checking.page import Page, after_words
from recruiter_kit.language.checking.rule import Finder, Kind, Rule, span


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters [start, end) of a page; `sentence` is the number of their sentence, if they have one."""

    start: int
    end: int
    sentence: int | None = None
    better: str | None = None


def _existence(rule: Rule, page: Page) -> Iterator[Hit]:
    finders = [each for each in rule.finders if each.may_find(page.keys)]
    for number, sentence in enumerate(page.sentences if finders else ()):
        text = sentence.text if rule.quotations == "read" else sentence.hidden
        for found in _finds(rule, finders, text, sentence.keys):
            start, end = span(found)
            yield Hit(sentence.start + start, sentence.start + end, number)


def _substitution(rule: Rule, page: Page) -> Iterator[Hit]:
    for hit in _existence(rule, page):
        found = page.plain[hit.start : hit.end]
        better = next(
            (each for key, each in rule.swap.items() if re.fullmatch(key, found, re.IGNORECASE)), None
        )
        yield replace(hit, better=better)


def _conditional(rule: Rule, page: Page) -> Iterator[Hit]:
    if rule.patterns:
        for hit in _existence(rule, page):
            if not supported(rule, page, hit):
                yield hit


def _missing(rule: Rule, page: Page) -> Iterator[Hit]:
    if rule.asked and not rule.asked.search(page.plain):
        return
    found = next((hit.start for hit in _existence(rule, page)), None)
    late = found is not None and rule.limit is not None and found > after_words(page.plain, rule.limit)
    if late if rule.limit else found is None:
        yield Hit(0, 0)


def _metric(rule: Rule, page: Page) -> Iterator[Hit]:
    limit = rule.limit or 0
    if rule.metric == "words_of_text":
        if page.words(page.plain) > limit:
            yield Hit(0, 0)
        return
    for number, sentence in enumerate(page.sentences):
        if page.words(sentence.text) > limit:
            yield Hit(sentence.start, sentence.start + len(sentence.text), number)


KINDS: Mapping[Kind, Callable[[Rule, Page], Iterator[Hit]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "conditional": _conditional,
    "missing": _missing,
    "metric": _metric,
}


def supported(rule: Rule, page: Page, hit: Hit) -> bool:
    """Whether what was seen stands beside the claim: in its sentence, outside it, or in the next."""
    if hit.sentence is None:
        return False
    sentence = page.sentences[hit.sentence]
    start, end = hit.start - sentence.start, hit.end - sentence.start
    around = sentence.hidden[:start] + " … " + sentence.hidden[end:]
    following = page.sentences[hit.sentence + 1 : hit.sentence + 2]
    return bool(rule.supported.search(around)) or any(
        rule.supported.search(each.hidden) for each in following
    )


def _finds(rule: Rule, finders: Sequence[Finder], text: str, keys: frozenset[str]) -> Iterator[re.Match[str]]:
    """Find the rule in one sentence, without what its antipatterns overlap."""
    found = [match for each in finders if each.may_find(keys) for match in each.compiled.finditer(text)]
    if not found or (rule.excused and rule.excused.search(text)):
        return
    cancelled = [each.span() for each in rule.cancelled.finditer(text)] if rule.cancelled else []
    for match in found:
        start, end = span(match)
        if start < end and not any(first < end and start < last for first, last in cancelled):
            yield match
