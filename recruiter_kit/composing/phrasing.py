"""The sentences of the product, read from wording/.

In: a wording file beside this module and the fields of a sentence. Out: the sentence. A file with
a missing group or an unknown field fails when it is loaded, not on the day it is needed.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from recruiter_kit.errors import DataFileError
from recruiter_kit.files.data_file import content, place_of
from recruiter_kit.messages import say as explain
from recruiter_kit.model import Record
from recruiter_kit.standard import Standard, fields_of

FIELDS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "letter": {
        "subject": frozenset({"role", "subject"}),
        "correction": frozenset({"role", "date", "criteria"}),
        "decision": frozenset({"role", "interviews"}),
        "process": frozenset(
            {
                "people",
                "date",
                "criteria",
                "document",
                "count",
                "number",
                "told",
                "names",
                "decider",
                "post",
                "pronoun",
            }
        ),
        "needs": frozenset({"needs", "lower", "higher"}),
        "outcome": frozenset({"count", "met", "criteria", "names", "ordinal", "mark"}),
        "closing": frozenset(
            {"sender", "address", "dispute_date", "answer_date", "retention_date", "reapply_date"}
        ),
        "band": frozenset(),
        "chart": frozenset(),
        "heading": frozenset(),
        "count": frozenset({"number", "first", "last"}),
    },
    "call": {
        "opening": frozenset({"candidate", "sender", "organisation", "role"}),
        "decision": frozenset(),
        "feeling": frozenset(),
        "choice": frozenset(),
        "strength": frozenset(),
        "gap": frozenset({"criterion", "criteria", "count"}),
        "advice": frozenset(),
        "questions": frozenset(),
        "close": frozenset({"criterion", "other", "interview"}),
        "stage": frozenset(),
        "voicemail": frozenset({"candidate", "sender", "organisation"}),
        "before": frozenset({"criterion", "count"}),
        "question": frozenset({"criterion"}),
        "answer": frozenset({"criteria"}),
    },
    "dispute": {
        "subject": frozenset({"role"}),
        "answer": frozenset({"candidate", "sentence", "sign_off", "sender"}),
    },
    "answers": {
        "decided": frozenset({"criteria"}),
        "needs": frozenset(),
        "close_answer": frozenset({"criteria", "outcome"}),
        "reapply_answer": frozenset({"reapply_date"}),
        "writing_answer": frozenset(),
        "in_writing": frozenset(),
        "do_not_say": frozenset(),
    },
}
CARD_FIELDS = frozenset(
    {"decided", "sender", "dispute_date", "answer_date", "needs", "close_answer", "reapply_answer"}
    | {"writing_answer", "in_writing"}
)


class CardWording(Record):
    """One card of a call before it is filled in."""

    id: str
    when: str
    first: str
    then: str
    avoid: str
    stop: bool = False


def wording_file(name: str) -> Traversable:
    """Return one of our own wording files."""
    return files("recruiter_kit.composing") / "wording" / name


def say(key: str, **fields: object) -> str:
    """Return the sentence `file.group.name` with its fields filled in.

    Raises KeyError for an unknown key or a missing field: both are defects of the program.
    """
    return wording(key).format(**fields)


def wording(key: str) -> str:
    """Return the sentence `file.group.name`, fields in braces. Raises KeyError."""
    return _sentences(key.split(".", 1)[0])[key]


def known(key: str) -> bool:
    """Return whether there is a sentence for this key."""
    return key in _sentences(key.split(".", 1)[0])


@cache
def card_wordings() -> tuple[CardWording, ...]:
    """Return the cards of a call, in the order of the file."""
    cards = tuple(CardWording.model_validate(card) for card in content(wording_file("cards.yaml")))
    for index, card in enumerate(cards):
        for text in (card.first, card.then):
            _refuse_unknown_fields("cards", text, CARD_FIELDS, index)
    return cards


def number(value: int) -> str:
    """Return a whole number as a word up to twelve, in figures above."""
    words = say("letter.count.numbers").split()
    return words[value] if value < len(words) else str(value)


def opening_number(value: int) -> str:
    """Return a whole number as a sentence begins with it: "Two"."""
    word = number(value)
    return word[:1].upper() + word[1:]


def ordinal(value: int) -> str:
    """Return "fifth"; above twelve in figures."""
    words = say("letter.count.ordinals").split()
    return words[value] if value < len(words) else f"{value}th"


def people(value: int) -> str:
    """Return "three people"; a lone interviewer has a sentence of their own."""
    return say("letter.count.people", number=number(value))


def criteria(value: int) -> str:
    """Return "criterion" or "five criteria"."""
    return say("letter.count.criterion") if value == 1 else say("letter.count.criteria", number=number(value))


def inside_sentence(name: str) -> str:
    """Write a name inside a sentence: "data modelling", but "SQL" and "French" stay."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    stays = name[1:2].isupper() or first in say("letter.count.capital").split()
    return name if stays else name[:1].lower() + name[1:]


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
    """Return a date as the standard spells it; the year is named when it is not the decision's."""
    month = value.strftime("%B")
    if standard.spelling == "en-US":
        return f"{month} {value.day}" + (f", {value.year}" if value.year != decided_on.year else "")
    return f"{value.day} {month}" + (f" {value.year}" if value.year != decided_on.year else "")


@cache
def _sentences(file: str) -> Mapping[str, str]:
    return read(file, content(wording_file(f"{file}.yaml")), FIELDS[file])


def read(file: str, values: Any, allowed: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    """Return the sentences of one wording file by key.

    Raises DataFileError that names the file and the reason, and the line where one sentence is wrong.
    """
    if not isinstance(values, dict) or set(values) != set(allowed):
        expected = ", ".join(sorted(allowed))
        raise DataFileError.of("data_keys", file=f"{file}.yaml", expected=expected)
    sentences_by_key = {}
    for group, sentences in values.items():
        for name, text in sentences.items():
            if not isinstance(text, str):
                problem = explain("wording_sentence")
                place = place_of(wording_file(f"{file}.yaml"), group, name)
                raise DataFileError(problem, file=f"{file}.yaml", place=place)
            _refuse_unknown_fields(file, text, allowed[group], group, name)
            sentences_by_key[f"{file}.{group}.{name}"] = text
    return sentences_by_key


def _refuse_unknown_fields(file: str, text: str, allowed: frozenset[str], *keys: str | int) -> None:
    try:
        used = fields_of(text)
    except ValueError:
        used = frozenset({text})
    if not used <= allowed:
        unknown, expected = ", ".join(sorted(used - allowed)), ", ".join(sorted(allowed)) or "no field"
        problem = explain("data_fields", unknown=unknown, expected=expected)
        place = place_of(wording_file(f"{file}.yaml"), *keys)
        raise DataFileError(problem, file=f"{file}.yaml", place=place)
