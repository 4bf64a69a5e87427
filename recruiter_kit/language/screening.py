"""What must never reach a candidate, found in a sentence as it was written.

In: a sentence and the names of other people. Out: why it is withheld or asked about, or None. Keeps R2, R6,
R7, R9 and R13. The engine knows no words: rules are in lexicon/screening.yaml; where they are silent, the
second opinion of learned/notes.py decides. What it is not sure of does not leave before a person says yes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from recruiter_kit.language.learned.notes import Suspicion, kind_of, suspect, whether, why
from recruiter_kit.language.lexicons import Lexicon, Pattern, compiled, load
from recruiter_kit.language.names import Names
from recruiter_kit.language.patterns import prefilter
from recruiter_kit.model import Candidate, Record

__all__ = ["Candidate", "Names", "Screened", "is_withheld", "screen"]


@dataclass(frozen=True, slots=True)
class Screened:
    """Why a sentence is withheld; `quarantined` kinds are seen only by those with that right (R13).

    With `asked` it is in doubt, and a person may say that it can be told.
    """

    rule: str
    label: str
    reason: str
    quarantined: bool = False
    asked: bool = False

    @property
    def can_be_released(self) -> bool:
        """Whether a person with that right may let it go: never a protected characteristic (R6, R13)."""
        return not self.quarantined and self.label not in _NEVER_RELEASED


_NEVER_RELEASED = frozenset({"protected", "markup"})


class Examples(Record):
    """Sentences that a rule must withhold and near misses that it must let pass."""

    withhold: tuple[str, ...]
    allow: tuple[str, ...]


class ScreeningRule(Record):
    """One kind of thing that is withheld.

    A sentence is withheld where one of `patterns` matches once everything that `allowed`
    describes has been taken out of it. What is `said_in_exercises` may be about a patient, a customer
    or somebody else in a case, and not about the candidate. No second opinion overrules what is `final`.
    """

    rule: str
    label: str
    why: str
    quarantined: bool = False
    said_in_exercises: bool = False
    final: bool = False
    patterns: tuple[Pattern, ...]
    allowed: tuple[Pattern, ...] = ()
    examples: Examples

    @property
    def is_sensitive(self) -> bool:
        """Whether it is about a protected characteristic (R6, R13)."""
        return self.quarantined or self.label == "protected"

    def is_overruled_by(self, suspicion: Suspicion) -> bool:
        """Whether the second opinion contradicts a find strongly enough to ask a person."""
        if self.final:
            return False
        return suspicion.overrules_sensitive if self.is_sensitive else suspicion.overrules


class ScreeningRules(Lexicon):
    """All rules, in the order in which they are asked; `names` is said of a person named.

    `setting` is how a clause shows that it speaks of an exercise, `of_candidate` that it does not.
    """

    names: ScreeningRule
    setting: tuple[Pattern, ...]
    of_candidate: tuple[Pattern, ...]
    rules: tuple[ScreeningRule, ...]


def rules() -> ScreeningRules:
    """Return the rules of lexicon/screening.yaml."""
    return load("screening", ScreeningRules)


class RulesSay(NamedTuple):
    """What the rules say of a text.

    `rule` is the first that finds something; `in_exercise` where that may be about a role in an exercise;
    `near_miss` where a rule knows a part of the text as harmless and none finds anything.
    """

    rule: ScreeningRule | None
    in_exercise: bool = False
    near_miss: bool = False


def screen(sentence: str, names: Names | None = None, *, overall: bool = False) -> Screened | None:
    """Return why `sentence` must be withheld or asked about, or None when nothing in it speaks against it.

    `overall` says that it has no rating beside it: less is taken for granted.
    """
    text = _plain(sentence)
    anybody = names.without_own(text) if names else text
    said, suspicion = ask_rules(text), suspect(anybody)
    # Two that know nothing of each other must agree: a word of the exercise, and what was learned.
    rule = None if said.in_exercise and suspicion.harmless else said.rule
    if rule is not None and not rule.is_overruled_by(suspicion):
        return _because(rule, text)
    if names is not None and names.found_in(text):
        return _because(rules().names, text)
    if rule is not None:
        return Screened(rule.rule, rule.label, whether(rule.why), asked=True)
    if (said.near_miss or said.in_exercise) and suspicion.harmless:
        return None
    if not (suspicion.asked_overall if overall else suspicion.asked):
        return None
    kind = kind_of(anybody)
    # What a rule knows as a near miss is at most asked about.
    if said.near_miss or not suspicion.withheld:
        return Screened(kind.rule, kind.label, why(anybody, kind, text, asked=True), asked=True)
    return Screened(kind.rule, kind.label, why(anybody, kind, text), kind.quarantined)


def is_withheld(sentence: str, names: Names | None = None) -> bool:
    """Whether `sentence` must not leave, whatever a person may be asked about."""
    found = screen(sentence, names)
    return found is not None and not found.asked


def ask_rules(text: str) -> RulesSay:
    """Return what the rules alone say of `text`, which has plain quotation marks and spaces."""
    near_miss = False
    for rule, pattern, allowed in _compiled() if _any().search(text.lower()) else ():
        if pattern.search(text):
            rest = allowed.sub(" … ", text) if allowed else text
            if found := pattern.search(rest):
                return RulesSay(
                    rule, rule.said_in_exercises and _of_exercise(_clause_of(found.group(), text))
                )
            near_miss = True
    return RulesSay(None, near_miss=near_miss)


def _clause_of(found: str, text: str) -> str:
    """Return the clause of what was found: an exercise in another clause says nothing about it."""
    before, _, after = text.partition(found)
    return _EDGE.split(before)[-1] + found + _EDGE.split(after)[0]


def screen_all(sentences: Sequence[str], names: Names | None = None) -> Screened | None:
    """Return why the first of `sentences` to be withheld is, or else the first to be asked about, or None."""
    found = [each for sentence in sentences if (each := screen(sentence, names))]
    return next((each for each in found if not each.asked), next(iter(found), None))


def _because(rule: ScreeningRule, text: str) -> Screened:
    """Say why; a text is quarantined for anything in it that is, whichever rule was asked first (R13)."""
    quarantined = any(
        other.quarantined and pattern.search(allowed.sub(" … ", text) if allowed else text)
        for other, pattern, allowed in _compiled()
    )
    return Screened(rule.rule, rule.label, rule.why, quarantined)


_EDGE = re.compile(r"[,;.!?]|\b(?:but|then|though|although|yet)\b", re.IGNORECASE)
_CURLY = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u00ad": None, "\u200b": None}
)


def _plain(sentence: str) -> str:
    return sentence if sentence.isascii() else sentence.translate(_CURLY)


@cache
def _compiled() -> tuple[tuple[ScreeningRule, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (rule, compiled(rule.patterns), compiled(rule.allowed) if rule.allowed else None)
        for rule in rules().rules
    )


def _of_exercise(clause: str) -> bool:
    setting, of_candidate = _settings()
    return bool(setting.search(clause)) and not of_candidate.search(clause)


@cache
def _settings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return compiled(rules().setting), compiled(rules().of_candidate)


@cache
def _any() -> re.Pattern[str]:
    """One search that rules a clean sentence out at once."""
    return prefilter(pattern for rule in rules().rules for pattern in rule.patterns)
