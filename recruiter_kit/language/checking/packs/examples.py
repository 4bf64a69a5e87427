"""The sentences by which a rule proves itself.

In: a rule and how to look for it. Out: the first thing that is wrong with its examples, or None. In
`flag` the span that must be marked is in double brackets.
"""

import re
from collections.abc import Callable, Iterable

from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking.packs.rule import FEWEST, Rule
from recruiter_kit.messages import say

MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
Look = Callable[[str], Iterable[Finding]]


def too_few(rule: Rule) -> str | None:
    """Return what is missing; a rule that counts the words of a whole text needs no examples."""
    if rule.metric in ("words_of_text", "reading_grade"):
        return None
    for side, examples in (("flag", rule.flag), ("allow", rule.allow)):
        if len(examples) < FEWEST:
            return say("rule_examples", side=side, count=len(examples), fewest=FEWEST)
    return None


def failing(rule: Rule, look: Look) -> str | None:
    """Return which example of `rule` is not as the file says when `look` reads it, or None.

    Where two rules of a label overlap the longer match wins, so the span may be another's.
    """
    for sentence in rule.flag:
        if not _found(rule, sentence, look):
            return say("rule_not_found", text=sentence)
    for sentence in rule.allow:
        if any(finding.rule == rule.id for finding in look(sentence)):
            return say("rule_found", text=sentence)
    return None


def _found(rule: Rule, sentence: str, look: Look) -> bool:
    findings = [finding for finding in look(MARK.sub(r"\1", sentence)) if finding.label == rule.label]
    mark = MARK.search(sentence)
    if mark is None:
        return rule.scope == "document" and any(finding.rule == rule.id for finding in findings)
    start, end = mark.start(), mark.start() + len(mark[1])
    return any(finding.start < end and start < finding.end for finding in findings)
