"""A better wording that can be taken with one click, where nothing has to be known but the text.

In: a text and a finding in it. Out: the text put right, or None where a person has to write. What puts what
right is data (lexicon/remedies.yaml); a remedy that brings findings of its own is not used.
"""

import re
from collections.abc import Iterator, Mapping

from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.sentences import Sentence, split

FEWEST_LEFT = 4
"""Words that must remain of a sentence once some are left out."""


class Remedies(Lexicon):
    """Rules by what puts their findings right."""

    words: Mapping[str, tuple[str, ...]]
    sentence: tuple[str, ...]
    plain: Mapping[str, str]


def remedied(text: str, finding: Finding) -> str | None:
    """Return `text` without what `finding` marks, or None where no remedy leaves it better than it was."""
    before = len(check(text))
    for changed in _tried(text, finding):
        if changed and changed != text and len(check(changed)) < before:
            return changed
    return None


def _tried(text: str, finding: Finding) -> Iterator[str]:
    remedies = load("remedies", Remedies)
    words = text[finding.start : finding.end]
    if finding.better and finding.rule in _substitutions():
        better = finding.better[:1].upper() + finding.better[1:] if words[:1].isupper() else finding.better
        yield text[: finding.start] + better + text[finding.end :]
    inside = next((part for part in split(text) if part.start <= finding.start < part.end), None)
    if inside is None:
        return
    if words.casefold() in remedies.words.get(finding.rule, ()):
        yield _without_words(text, inside, finding)
    if finding.rule in remedies.plain:
        yield _with(text, inside, remedies.plain[finding.rule])
    if finding.rule in remedies.sentence:
        yield _with(text, inside, "")


def _without_words(text: str, inside: Sentence, finding: Finding) -> str:
    before, after = text[inside.start : finding.start], text[finding.end : inside.end]
    if before.rstrip().endswith(",") and after.lstrip().startswith(","):
        before, after = before.rstrip().removesuffix(","), after.lstrip().removeprefix(",")
    if not before.strip():
        after = after.lstrip().removeprefix(",")
    rest = " ".join(f"{before} {after}".split())
    rest = re.sub(r" ([,.;!?])", r"\1", rest)
    if len(rest.split()) < FEWEST_LEFT:
        return ""
    return _with(text, inside, rest[:1].upper() + rest[1:])


def _with(text: str, inside: Sentence, instead: str) -> str:
    return " ".join(f"{text[: inside.start]} {instead} {text[inside.end :]}".split())


def _substitutions() -> frozenset[str]:
    return frozenset(rule.id for rule, _ in packs().of("sentence").pairs if rule.kind == "substitution")
