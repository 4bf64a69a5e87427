"""Rule files, parsed but not yet validated.

In: a YAML file with one family of rules. Out: the values of each rule with its place in the file.
Raises DataFileError with file, line, rule and reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Any

from pydantic import ValidationError

from recruiter_kit.errors import DataFileError
from recruiter_kit.files.data_file import content, line_of
from recruiter_kit.language.checking.engine.literals import ANY, Ways
from recruiter_kit.language.checking.packs.rule import Rule
from recruiter_kit.language.checking.packs.shared_words import Words
from recruiter_kit.language.patterns import alternatives
from recruiter_kit.messages import say

NEVER_OFF = frozenset({"protected", "disclosure", "comparison", "last-look", "not-in-the-notes"})
"""Labels that nobody turns off, weakens or suppresses (PRODUCT, R2, R4, R6, R7, R9)."""
_SHARED = ("label", "severity", "quotations", "source", "scope", "jurisdictions")
_PATTERN_FIELDS = ("antipatterns", "unless", "evidence", "when", "against", "in_order")


@dataclass(frozen=True)
class Written:
    """One rule of `file`, the `place`-th there; `of_house` says that the organisation wrote it."""

    id: str
    values: Mapping[str, Any]
    file: Traversable
    place: int
    of_house: bool = False

    @property
    def off(self) -> bool:
        return bool(self.values.get("off", False))

    def over(self, before: "Written | None") -> "Written":
        """Return this rule laid over the one of the same id that was read before, if there is one."""
        if before is None:
            if self.off:
                raise self.broken(say("rule_off_unknown"))
            # What an organisation forbids in words of its own, no second opinion allows.
            return replace(self, values={"final": True, **self.values}) if self.of_house else self
        if not self.of_house or before.of_house:
            raise self.broken(say("rule_twice"))
        changed = {key for key in self.values if self.values[key] != before.values.get(key)}
        if str(before.values.get("label")) in NEVER_OFF and changed - {"message", "better", "source"}:
            raise self.broken(say("rule_never_off", label=before.values.get("label")))
        finds_its_own = {"final": True} if "patterns" in changed else {}
        return replace(self, values={**before.values, **finds_its_own, **self.values})

    def rule(self, words: Words) -> Rule:
        """Return the validated rule, with the words of the lists in its patterns."""
        try:
            return Rule.model_validate(self._filled(words))
        except (ValidationError, ValueError) as error:
            raise self.broken(_reason(error)) from error

    def _filled(self, words: Words) -> dict[str, Any]:
        if "ways" in self.values:
            raise ValueError(say("rule_ways"))
        filled: dict[str, Any] = {key: value for key, value in self.values.items() if key != "off"}
        filled["id"] = self.id
        for field in _PATTERN_FIELDS:
            if isinstance(filled.get(field), list):
                read = [words.read(_text(pattern)) for pattern in filled[field]]
                filled[field] = [pattern.text for pattern in read]
                if field == "in_order":
                    filled["ways"] = [pattern.ways for pattern in read]
        if isinstance(filled.get("patterns"), list):
            branches = chain.from_iterable(alternatives(_text(pattern)) for pattern in filled["patterns"])
            read = [words.read(branch) for branch in branches]
            filled["patterns"] = [pattern.text for pattern in read]
            filled["ways"] = [pattern.ways for pattern in read]
        if isinstance(filled.get("swap"), dict):
            swaps = {words.read(_text(key)): better for key, better in filled["swap"].items()}
            filled["swap"] = {pattern.text: better for pattern, better in swaps.items()}
            filled["ways"] = [pattern.ways for pattern in swaps]
        if isinstance(filled.get("tokens"), list):
            filled["tokens"], filled["ways"] = _tokens(filled["tokens"], words)
        return filled

    def broken(self, reason: str) -> DataFileError:
        """Return the error with the line of the rule, found only now that something is wrong."""
        name = self.id.partition(".")[2] or self.place + 1
        where = say("rule_line", line=line_of(self.file, "rules", self.place), rule=name)
        return DataFileError(reason, file=self.file.name, place=where)


def family(file: Traversable, *, of_house: bool = False) -> list[Written]:
    """Return the rules of one file; what all share is written once at its head."""
    values_of_all = contents(file)
    if not isinstance(values_of_all.get("rules"), list):
        raise DataFileError.of("rule_list", file=file.name)
    shared = {key: values_of_all[key] for key in _SHARED if key in values_of_all}
    unknown = sorted(map(str, set(values_of_all) - {*_SHARED, "rules"}))
    if unknown:
        raise DataFileError.of("rule_field", file=file.name, field=unknown[0])
    rules = []
    for place, values in enumerate(values_of_all["rules"]):
        if not isinstance(values, dict) or "id" not in values:
            raise Written("", {}, file, place).broken(say("rule_no_id"))
        name = f"{shared.get('label')}.{values['id']}"
        rules.append(Written(name, {**shared, **values}, file, place, of_house))
    return rules


def contents(file: Traversable) -> dict[str, Any]:
    """Return what one YAML file holds; raises DataFileError."""
    values = content(file)
    if not isinstance(values, dict):
        raise DataFileError.of("rule_list", file=file.name)
    return values


def _text(value: Any) -> str:
    """Return a pattern; YAML makes something else of one with ": " in it that has no quotation marks."""
    if not isinstance(value, str):
        raise ValueError(say("rule_not_text", value=value))
    return value


def _tokens(tokens: list[Any], words: Words) -> tuple[list[Any], list[Ways]]:
    """Return tokens with the words of the lists, and the ways to hold one that must be there."""
    filled: list[Any] = []
    needed: list[Ways] = [ANY]
    for token in tokens:
        read = dict(token) if isinstance(token, dict) else {"word": token}
        for field in ("word", "but"):
            if field in read:
                pattern = words.read(_text(read[field]))
                read[field] = pattern.text
                needed += [pattern.ways] if field == "word" and read.get("least", 1) else []
        filled.append(read)
    return filled, [max(needed, key=_rarity)]


def _rarity(ways: Ways) -> int:
    """Return how much a text must hold at least for one of `ways`."""
    return min(sum(map(len, way)) for way in ways)


def _reason(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    return ": ".join(part for part in (".".join(map(str, first["loc"])), first["msg"]) if part)
