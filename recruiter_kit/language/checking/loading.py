"""Rule packs: read, validated and kept.

In: a folder of YAML files, one family of rules a file, and words.yaml with the words they share.
Out: the rules. Raises DataFileError that names file, line, rule and reason before anything is
checked; a house's own folder will be read by the same functions.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from pydantic import ValidationError

from recruiter_kit.errors import DataFileError
from recruiter_kit.language.checking.rule import Rule, Scope
from recruiter_kit.language.checking.words import Words, branches
from recruiter_kit.messages import say

WORDS = "words.yaml"
_SHARED = ("label", "severity", "quotations", "source", "scope")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PATTERN_FIELDS = ("patterns", "antipatterns", "unless", "evidence", "when")


@dataclass(frozen=True)
class Packs:
    """All rules, in the order of their files."""

    rules: tuple[Rule, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        return {each.id: each for each in self.rules}

    @cache  # noqa: B019 - packs live as long as the program
    def of(self, *scopes: Scope) -> tuple[tuple[Rule, Rule | None], ...]:
        """Return the rules of these scopes, each with the rule that takes its finds as claims."""
        return tuple(
            (each, self.by_id[each.also] if each.also else None)
            for each in self.rules
            if each.scope in scopes
        )

    def __hash__(self) -> int:
        return id(self)


@cache
def packs() -> Packs:
    """Return the rules that the software brings, read once."""
    return load(files("recruiter_kit.language").joinpath("rules").iterdir())


def load(folder: Iterable[Traversable]) -> Packs:
    """Return the rules of all YAML files in `folder`."""
    found = {each.name: each for each in folder if each.name.endswith(".yaml")}
    words = shared_words(found.pop(WORDS)) if WORDS in found else Words()
    rules: list[Rule] = []
    for name in sorted(found):
        rules += family(found[name], words)
    conditional = {each.id for each in rules if each.kind == "conditional"}
    for each in rules:
        if each.also and each.also not in conditional:
            raise DataFileError.of("rule_unknown", file=f"{each.label}.yaml", place=each.id, rule=each.also)
    return Packs(tuple(rules))


def family(file: Traversable, words: Words) -> list[Rule]:
    """Return the rules of one file; what all share stands once at its head."""
    content = _content(file)
    if not isinstance(content.get("rules"), list):
        raise DataFileError.of("rule_list", file=file.name)
    shared = {key: content[key] for key in _SHARED if key in content}
    unknown = sorted(set(content) - {*_SHARED, "rules"})
    if unknown:
        raise DataFileError.of("rule_field", file=file.name, field=unknown[0])
    rules = []
    for place, values in enumerate(content["rules"]):
        try:
            rules.append(_rule(shared, values, words))
        except (ValidationError, ValueError) as error:
            raise _broken(file, place, values, error) from error
    return rules


def _rule(shared: Mapping[str, Any], values: Any, words: Words) -> Rule:
    if not isinstance(values, dict) or "anchors" in values:
        return Rule.model_validate(values)
    filled: dict[str, Any] = {**shared, **values, "id": f"{shared.get('label')}.{values.get('id')}"}
    for field in _PATTERN_FIELDS:
        if isinstance(filled.get(field), list):
            read = [words.read(branch) for each in filled[field] for branch in branches(str(each))]
            filled[field] = [pattern for pattern, _ in read]
            if field == "patterns":
                filled["anchors"] = [anchor for _, anchor in read]
    if isinstance(filled.get("swap"), dict):
        filled["swap"] = {words.read(str(key))[0]: better for key, better in filled["swap"].items()}
    return Rule.model_validate(filled)


def shared_words(file: Traversable) -> Words:
    """Return the words of one file, written with " | " between them."""
    words = Words()
    for name, values in _content(file).items():
        try:
            words.add(str(name), str(values).split(" | "))
        except (re.error, ValueError) as error:
            raise DataFileError(str(error), file=file.name, place=str(name)) from error
    return words


def _content(file: Traversable) -> dict[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError.of("file_unreadable", file=file.name, reason=type(error).__name__) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or say("rule_unreadable")
        raise DataFileError.of("not_yaml", file=file.name, reason=reason, line=line, column=column) from error
    if not isinstance(content, dict):
        raise DataFileError.of("rule_list", file=file.name)
    return content


def _broken(file: Traversable, place: int, values: Any, error: ValueError) -> DataFileError:
    """Return the error with the line of the rule, found only now that something is wrong."""
    root: Any = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    nodes = next(value for key, value in root.value if key.value == "rules").value
    name = values.get("id", place + 1) if isinstance(values, dict) else place + 1
    reason = str(error)
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        reason = ": ".join(part for part in (".".join(map(str, first["loc"])), first["msg"]) if part)
    where = say("rule_line", line=nodes[place].start_mark.line + 1, rule=name)
    return DataFileError(reason, file=file.name, place=where)
