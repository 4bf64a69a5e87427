"""Rule packs: read, validated and cached.

In: a folder of YAML files, one family of rules per file, and words.yaml with the words they share;
perhaps an organisation's folder that adds rules, changes them or turns them off. Out: the rules. Raises
DataFileError that names file, line, rule and reason before anything is checked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from recruiter_kit.errors import DataFileError
from recruiter_kit.installation import here
from recruiter_kit.language.checking.engine.ruleset import Ruleset
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.cache import through
from recruiter_kit.language.checking.packs.examples import failing, too_few
from recruiter_kit.language.checking.packs.rule import Rule, Scope
from recruiter_kit.language.checking.packs.rule_file import Written, contents, family
from recruiter_kit.language.checking.packs.shared_words import Words
from recruiter_kit.language.jurisdictions import Jurisdiction
from recruiter_kit.language.learned import labels
from recruiter_kit.messages import say

WORDS = "words.yaml"
WHOLE: tuple[Scope, ...] = ("sentence", "paragraph", "document")


@dataclass(frozen=True, eq=False)
class Packs:
    """All rules, in the order of their files."""

    rules: tuple[Rule, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @lru_cache(64)  # noqa: B019 - packs live as long as the program
    def of(self, *scopes: Scope, jurisdiction: Jurisdiction | None = None) -> Ruleset:
        """Return the rules of these scopes that hold in `jurisdiction`; None asks for all."""
        return Ruleset(
            tuple(
                (rule, self.by_id.get(rule.also) if rule.also else None)
                for rule in self.rules
                if rule.scope in scopes and rule.holds_in(jurisdiction)
            )
        )


def packs() -> Packs:
    """Return the rules that the software brings with the organisation's own; each set is read once."""
    return _packs(tuple(yaml_files_of(here().rules)))


@lru_cache(4)
def _packs(theirs: tuple[Path, ...]) -> Packs:
    """Return the rules, by the organisation's files: without any, all installations share one set."""
    own = own_files()
    return Packs(through([*own, *theirs], lambda: load(own, theirs).rules))


def own_files() -> list[Traversable]:
    """Return the rule files that the software brings."""
    return list(files("recruiter_kit.language").joinpath("rules").iterdir())


def yaml_files_of(house: Path) -> list[Path]:
    """Return the rule files of an organisation in their order; none when there is no such folder."""
    return sorted(house.glob("*.yaml")) if house.is_dir() else []


def load(folder: Iterable[Traversable], house: Iterable[Traversable] = ()) -> Packs:
    """Return the rules of all YAML files in `folder`, with what those of `house` say of them.

    An organisation's rules must find their own examples; those of the software are run as its tests.
    """
    words = Words()
    written: dict[str, Written] = {}
    for these, of_house in ((folder, False), (house, True)):
        by_name = {file.name: file for file in these if file.name.endswith(".yaml")}
        if WORDS in by_name:
            add_words(by_name.pop(WORDS), words)
        for name in sorted(by_name):
            for record in family(by_name[name], of_house=of_house):
                written[record.id] = record.over(written.get(record.id))
    rules = {name: record.rule(words) for name, record in written.items() if not record.off}
    packs = Packs(tuple(rules.values()))
    for name, rule in rules.items():
        wrong = _unknown_claim(rule, written, packs) or _not_learned(rule) or too_few(rule)
        wrong = wrong or (failing_example(rule, packs) if written[name].of_house else None)
        if wrong:
            raise written[name].broken(wrong)
    return packs


def _unknown_claim(rule: Rule, written: Mapping[str, Written], packs: Packs) -> str | None:
    if not rule.also or (rule.also in written and written[rule.also].off):
        return None
    claim = packs.by_id.get(rule.also)
    return None if claim and claim.kind == "conditional" else say("rule_unknown", rule=rule.also)


def _not_learned(rule: Rule) -> str | None:
    names = labels.weights().names
    if rule.kind != "learned" or rule.label in names:
        return None
    return say("rule_not_learned", label=rule.label, expected=", ".join(names))


def failing_example(rule: Rule, packs: Packs) -> str | None:
    """Return which example of `rule` fails among the rules of `packs`, or None."""
    scopes: Sequence[Scope] = {
        "document": WHOLE, "feedback": ("feedback",),
    }.get(rule.scope, ("sentence", "paragraph"))  # fmt: skip
    return failing(rule, lambda text: run(text, packs.of(*scopes)))


def add_words(file: Traversable, words: Words) -> None:
    """Add the lists of one file, written with " | " between the words."""
    for name, values in contents(file).items():
        try:
            words.add(str(name), str(values).split(" | "))
        except (re.error, ValueError) as error:
            raise DataFileError(str(error), file=file.name, place=str(name)) from error
