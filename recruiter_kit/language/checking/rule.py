"""One rule of a rule pack, as a validated record.

In: values of a YAML file. Out: a record with its patterns compiled on first use, because most
rules are never asked for most texts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from recruiter_kit.messages import say
from recruiter_kit.model import Record

Kind = Literal["existence", "substitution", "conditional", "missing", "metric"]
Scope = Literal["sentence", "document", "feedback"]
Severity = Literal["error", "warning", "info"]
SPAN = "at"

Patterns = tuple[str, ...]


@dataclass(frozen=True)
class Finder:
    """One pattern, and the beginnings of words without one of which it finds nothing."""

    pattern: str
    anchors: frozenset[str] | None = None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return _either((self.pattern,))

    def may_find(self, keys: frozenset[str]) -> bool:
        """Whether a text whose words begin with `keys` can hold the pattern."""
        return self.anchors is None or not self.anchors.isdisjoint(keys)


class Rule(Record):
    """What is looked for, why it is wrong, and sentences that show both sides.

    `patterns` are what is found; the group named `at`, where there is one, is the span. `anchors`
    are the loader's, one a pattern. `antipatterns` cancel a find that they overlap, `unless`
    cancels every find in its sentence. A `conditional` find stands only where neither its sentence
    nor the next holds `evidence`. A `missing` rule finds nothing of `patterns` (or nothing within
    the first `limit` words) in a text that holds `when`. A `metric` rule counts words against
    `limit`. `swap` gives a substitution its better wording by pattern. `also` names a conditional
    rule that takes each find as a claim of its own.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")
    label: str
    severity: Severity
    kind: Kind = "existence"
    scope: Scope = "sentence"
    quotations: Literal["exempt", "read"] = "exempt"
    patterns: Patterns = ()
    anchors: tuple[frozenset[str] | None, ...] = ()
    antipatterns: Patterns = ()
    unless: Patterns = ()
    evidence: Patterns = ()
    when: Patterns = ()
    swap: Mapping[str, str] = Field(default_factory=dict)
    metric: Literal["words_of_sentence", "words_of_text"] | None = None
    limit: int | None = Field(default=None, ge=1)
    also: str | None = None
    message: str = Field(min_length=1)
    better: str | None = None
    source: str = Field(min_length=1)
    flag: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> Self:
        needed = {
            "substitution": ("swap",),
            "conditional": ("evidence",),
            "missing": ("patterns",),
            "metric": ("metric", "limit"),
            "existence": ("patterns",),
        }[self.kind]
        for field in needed:
            if not getattr(self, field):
                raise ValueError(say("rule_lacks", kind=self.kind, field=field))
        return self

    @cached_property
    def finders(self) -> tuple[Finder, ...]:
        """What is looked for, pattern by pattern."""
        patterns = self.patterns or tuple(self.swap)
        anchors = self.anchors or (None,) * len(patterns)
        return tuple(map(Finder, patterns, anchors))

    @cached_property
    def cancelled(self) -> re.Pattern[str] | None:
        """What a find must not overlap."""
        return _either(self.antipatterns) if self.antipatterns else None

    @cached_property
    def excused(self) -> re.Pattern[str] | None:
        """What must stand nowhere in the sentence."""
        return _either(self.unless) if self.unless else None

    @cached_property
    def supported(self) -> re.Pattern[str]:
        """What makes a claim good."""
        return _either(self.evidence)

    @cached_property
    def asked(self) -> re.Pattern[str] | None:
        """What a text must hold for the rule to apply to it."""
        return _either(self.when) if self.when else None


def _either(patterns: Patterns) -> re.Pattern[str]:
    """Return one pattern for all; none cuts a word in two, so that rules need not say so."""
    choice = numbered("|".join(f"(?:{each})" for each in patterns))
    return re.compile(rf"(?:(?<!\w)|(?=\W))(?:{choice})(?:(?!\w)|(?<=\W))", re.IGNORECASE)


def numbered(pattern: str) -> str:
    """Give each group `at` a number, because a name may stand only once in a regular expression."""
    first, *rest = pattern.split(f"(?P<{SPAN}>")
    return first + "".join(f"(?P<{SPAN}{place}>{each}" for place, each in enumerate(rest))


def span(match: re.Match[str]) -> tuple[int, int]:
    """Return the characters that a find marks: its group `at`, or all of it."""
    name = match.lastgroup
    return match.span(name) if name and name.startswith(SPAN) else match.span()
