"""The house's own sentences, as data.

In: a wording file beside this module and the fields of a sentence. Out: the sentence. A file with
a missing key or an unknown field fails when it is loaded, not on the day it is needed.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

import yaml

from recruiter_kit.errors import DataFileError
from recruiter_kit.messages import say as explain
from recruiter_kit.model import Record
from recruiter_kit.standard import Standard

FIELDS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "letter": {
        "subject": frozenset({"role", "subject"}),
        "decision": frozenset({"role"}),
        "process": frozenset({"people", "date", "criteria", "document", "count", "told"}),
        "outcome": frozenset({"count", "met", "criteria"}),
        "closing": frozenset({"sender", "dispute_date", "answer_date", "retention_date", "reapply_date"}),
        "band": frozenset(),
        "scope": frozenset({"interview", "other"}),
        "count": frozenset({"number", "first", "last"}),
    },
    "call": {
        "opening": frozenset({"candidate", "sender", "organisation", "role"}),
        "decision": frozenset(),
        "feeling": frozenset(),
        "choice": frozenset(),
        "strength": frozenset(),
        "gap": frozenset({"criterion", "count", "needs"}),
        "advice": frozenset(),
        "questions": frozenset(),
        "close": frozenset({"criterion", "other"}),
        "stage": frozenset(),
    },
    "answers": {
        "decided": frozenset({"criteria"}),
        "needs": frozenset(),
        "close_answer": frozenset({"criteria", "outcome"}),
        "reapply_answer": frozenset({"reapply_date"}),
        "do_not_say": frozenset(),
    },
}
CARD_FIELDS = frozenset(
    {"decided", "sender", "dispute_date", "answer_date", "needs", "close_answer", "reapply_answer"}
)


class CardWording(Record):
    """One card of a call before it is filled in."""

    id: str
    when: str
    first: str
    then: str
    avoid: str
    stop: bool = False


def say(key: str, **fields: object) -> str:
    """Return the sentence `file.group.name` with its fields filled in.

    Raises KeyError for an unknown key or a missing field: both are defects of the program.
    """
    return _sentences(key.split(".", 1)[0])[key].format(**fields)


def known(key: str) -> bool:
    """Whether there is a sentence for this key."""
    return key in _sentences(key.split(".", 1)[0])


@cache
def card_wordings() -> tuple[CardWording, ...]:
    """Return the cards of a call, in the order of the file."""
    cards = tuple(CardWording.model_validate(each) for each in _load("cards"))
    for card in cards:
        for text in (card.first, card.then):
            _refuse_unknown_fields("cards", card.id, text, CARD_FIELDS)
    return cards


def number(value: int) -> str:
    """Return a whole number as a word up to twelve, in figures above."""
    words = say("letter.count.numbers").split()
    return words[value] if value < len(words) else str(value)


def people(value: int) -> str:
    """Return "person" or "three people"."""
    return say("letter.count.person") if value == 1 else say("letter.count.people", number=number(value))


def criteria(value: int) -> str:
    """Return "criterion" or "five criteria"."""
    return say("letter.count.criterion") if value == 1 else say("letter.count.criteria", number=number(value))


def inside_sentence(name: str) -> str:
    """Write a name inside a sentence: "data modelling", but "SQL" stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def joined(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return say("letter.count.listed", first=", ".join(names[:-1]), last=names[-1])


def all_of(value: int) -> str:
    """Return "it", "both" or "all five"."""
    if value > 2:
        return say("letter.count.all_many", number=number(value))
    return say("letter.count.all_one" if value == 1 else "letter.count.all_two")


def day(value: date, standard: Standard, decided_on: date) -> str:
    """Return a date in the spelling of the house; the year is named when it is not the decision's."""
    month = value.strftime("%B")
    if standard.spelling == "en-US":
        return f"{month} {value.day}" + (f", {value.year}" if value.year != decided_on.year else "")
    return f"{value.day} {month}" + (f" {value.year}" if value.year != decided_on.year else "")


@cache
def _sentences(file: str) -> Mapping[str, str]:
    found = {}
    content = _load(file)
    allowed = FIELDS[file]
    if set(content) != set(allowed):
        expected = ", ".join(sorted(allowed))
        raise DataFileError.of("data_keys", file=f"{file}.yaml", expected=expected)
    for group, sentences in content.items():
        for name, text in sentences.items():
            _refuse_unknown_fields(file, f"{group}.{name}", text, allowed[group])
            found[f"{file}.{group}.{name}"] = text
    return found


def _refuse_unknown_fields(file: str, place: str, text: str, allowed: frozenset[str]) -> None:
    used = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    if not used <= allowed:
        unknown, expected = ", ".join(sorted(used - allowed)), ", ".join(sorted(allowed)) or "no field"
        problem = explain("data_fields", unknown=unknown, expected=expected)
        raise DataFileError(problem, file=f"{file}.yaml", place=place)


def _load(file: str) -> Any:
    path = files("recruiter_kit.composing") / "wording" / f"{file}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))
