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

from recruiter_kit.language.checking.engine.literals import ANY, Ways
from recruiter_kit.language.checking.engine.page import Quotations
from recruiter_kit.language.checking.engine.sequences import Token
from recruiter_kit.language.jurisdictions import Jurisdiction
from recruiter_kit.messages import say
from recruiter_kit.model import Record

Kind = Literal[
    "existence",
    "substitution",
    "sequence",
    "conditional",
    "missing",
    "metric",
    "ratio",
    "language",
    "learned",
]
Scope = Literal["sentence", "paragraph", "document", "feedback"]
Severity = Literal["error", "warning", "info"]
SPAN = "at"
AT_WORD = r"(?<!\w)"
"""Before a pattern that can only begin a word; cheaper to ask than what holds for any pattern."""
FEWEST = 5
"""Sentences that a rule must bring for each side."""

Patterns = tuple[str, ...]


@dataclass(frozen=True)
class Finder:
    """One pattern, and the ways a text may hold it (literals.py)."""

    pattern: str
    ways: Ways = ANY

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return _either((self.pattern,))


class Rule(Record):
    """What is looked for, why it is wrong, and sentences that show both sides.

    docs/rules.md explains every field to those who write rules. `ways` are the loader's, for each
    pattern its own. The second opinion does not overrule what is `final`.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")
    label: str = Field(pattern=r"^[a-z][a-z-]*$")
    severity: Severity
    kind: Kind = "existence"
    scope: Scope = "sentence"
    quotations: Quotations = "exempt"
    final: bool = False
    jurisdictions: tuple[Jurisdiction, ...] = ()
    patterns: Patterns = ()
    ways: tuple[Ways, ...] = ()
    antipatterns: Patterns = ()
    unless: Patterns = ()
    evidence: Patterns = ()
    when: Patterns = ()
    against: Patterns = ()
    tokens: tuple[Token, ...] = ()
    in_order: Patterns = ()
    swap: Mapping[str, str] = Field(default_factory=dict)
    metric: Literal["words_of_sentence", "words_of_text", "reading_grade"] | None = None
    limit: float | None = Field(default=None, gt=0)
    least: int = Field(default=1, ge=1)
    also: str | None = None
    message: str = Field(min_length=1)
    better: str | None = None
    source: str = Field(min_length=1)
    flag: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> Self:
        for field in _NEEDED[self.kind]:
            if not getattr(self, field):
                raise ValueError(say("rule_lacks", kind=self.kind, field=field))
        if self.kind == "sequence" and bool(self.tokens) is bool(self.in_order):
            raise ValueError(say("rule_lacks", kind=self.kind, field="tokens"))
        if self.in_order and self.scope != "document":
            raise ValueError(say("rule_order"))
        if (self.kind in WHOLE_TEXT or self.in_order) and self.scope in ("sentence", "paragraph"):
            raise ValueError(say("rule_scope", kind=self.kind))
        return self

    def holds_in(self, jurisdiction: Jurisdiction | None) -> bool:
        """Whether the rule holds there; a rule that names no place holds everywhere, None is every place."""
        return jurisdiction is None or not self.jurisdictions or jurisdiction in self.jurisdictions

    @cached_property
    def finders(self) -> tuple[Finder, ...]:
        """What is looked for, pattern by pattern."""
        patterns = self.patterns or tuple(self.swap) or self.in_order or (("",) if self.tokens else ())
        return tuple(map(Finder, patterns, self.ways or (ANY,) * len(patterns)))

    @cached_property
    def cancelled(self) -> re.Pattern[str] | None:
        """What a match must not overlap."""
        return _either(self.antipatterns) if self.antipatterns else None

    @cached_property
    def excused(self) -> re.Pattern[str] | None:
        """What must be nowhere in the sentence."""
        return _either(self.unless) if self.unless else None

    @cached_property
    def supported(self) -> re.Pattern[str]:
        """What makes a claim good."""
        return _either(self.evidence)

    @cached_property
    def asked(self) -> re.Pattern[str] | None:
        """What a text must hold for the rule to apply to it."""
        return _either(self.when) if self.when else None

    @cached_property
    def beside(self) -> re.Pattern[str]:
        """What a ratio is counted against."""
        return _either(self.against)


_NEEDED: Mapping[Kind, tuple[str, ...]] = {
    "existence": ("patterns",),
    "substitution": ("swap",),
    "sequence": (),
    "conditional": ("patterns", "evidence"),
    "missing": ("patterns",),
    "metric": ("metric", "limit"),
    "ratio": ("patterns", "against", "limit"),
    "language": (),
    "learned": (),
}
WHOLE_TEXT = frozenset({"missing", "metric", "ratio"})


def _either(patterns: Patterns) -> re.Pattern[str]:
    """Return one pattern for all; none cuts a word in two, so that rules need not say so."""
    choice = numbered("|".join(f"(?:{pattern.removeprefix(AT_WORD)})" for pattern in patterns))
    whole = all(pattern.startswith(AT_WORD) for pattern in patterns)
    before = AT_WORD if whole else r"(?:(?<!\w)|(?=\W))"
    return re.compile(rf"{before}(?:{choice})(?:(?!\w)|(?<=\W))", re.IGNORECASE)


def numbered(pattern: str) -> str:
    """Give each group `at` a number, because a name may appear only once in a regular expression."""
    first, *rest = pattern.split(f"(?P<{SPAN}>")
    return first + "".join(f"(?P<{SPAN}{number}>{part}" for number, part in enumerate(rest))


def span(match: re.Match[str]) -> tuple[int, int]:
    """Return the characters that a match marks: its group `at`, or all of it."""
    name = match.lastgroup
    return match.span(name) if name and name.startswith(SPAN) else match.span()
