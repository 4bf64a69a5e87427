"""What is wrong with a value, in the words of someone who fills in scorecards.

In: a validation error and the record that was expected. Out: pairs of place and sentence; no
jargon of the validator, and no more than a few words of the value.
"""

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from recruiter_kit.files.document import path
from recruiter_kit.files.text import shorten
from recruiter_kit.messages import say

MOST_ERRORS = 10

_EXPECTED = {
    "date": "expected_date",
    "datetime": "expected_time",
    "string": "expected_text",
    "float": "expected_number",
    "int": "expected_whole_number",
    "bool": "expected_boolean",
    "tuple": "expected_list",
    "list": "expected_list",
    "model": "expected_object",
    "mapping": "expected_object",
    "dict": "expected_object",
    "finite": "expected_number",
    "timezone": "expected_time",
}
_LIMITS = {"gt": "expected_above", "ge": "expected_from", "lt": "expected_below", "le": "expected_to"}
_MISSING = {
    "id": "expected_for_id",
    "role": "expected_for_role",
    "criterion": "expected_for_criterion",
    "candidate": "expected_for_candidate",
    "title": "expected_for_title",
    "name": "expected_for_name",
    "outcome": "expected_for_outcome",
    "reason": "expected_for_reason",
    "decided_by": "expected_for_decided_by",
    "decided_on": "expected_date",
}


def plain_errors(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield place and sentence of each error, the first ten."""
    for fault in error.errors(include_url=False)[:MOST_ERRORS]:
        location = [part for part in fault["loc"] if part != "[key]"]
        yield path(location), _sentence(dict(fault), location, model)


def describe(value: object) -> str:
    """Return what a value is, in two or three words."""
    if value is None:
        return say("found_null")
    if isinstance(value, bool):
        return say("found_boolean")
    if isinstance(value, int | float):
        return shorten(value)
    if isinstance(value, str):
        return f"“{shorten(value)}”" if value.strip() else say("found_blank")
    return say("found_list") if isinstance(value, list | tuple) else say("found_object")


def choices(words: Sequence[object], most: int = 12, length: int = 40) -> str:
    """Return words as a list to choose from, cut where it becomes too long to read."""
    named = [shorten(word, length) for word in words[:most]]
    return ", ".join([*named, "…"] if len(words) > most else named)


def _sentence(error: dict[str, Any], location: list[str | int], model: type[BaseModel]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return shorten(context["error"], 300)
    if kind == "extra_forbidden":
        fields = _record_at(model, location[:-1]).model_fields
        names = [field.alias or name for name, field in fields.items()]
        return say("unknown_field", expected=choices(names, 20))
    if kind == "missing":
        expected = say(_MISSING.get(str(location[-1]), "expected_value"))
        return say("missing_field", expected=expected)
    return say("wrong_type", found=describe(error.get("input")), expected=_expected(kind, context))


def _expected(kind: str, context: dict[str, Any]) -> str:
    if kind in {"enum", "literal_error"}:
        words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return words[0] if len(words) == 1 else say("expected_one_of", words=", ".join(words))
    if kind == "string_too_short":
        return say("expected_filled")
    if kind == "string_too_long":
        return say("expected_shorter", limit=context["max_length"])
    if kind == "string_pattern_mismatch":
        return say("expected_address")
    for name, key in _LIMITS.items():
        if name in context:
            return say(key, limit=f"{context[name]:g}")
    return say(_EXPECTED.get(kind.split("_")[0], "expected_other"))


def _record_at(model: type[BaseModel], location: Sequence[str | int]) -> type[BaseModel]:
    """Return the record that holds the place, found by the types of the fields."""
    current: Any = model
    for part in location:
        record = _record_in(current)
        if isinstance(part, str) and record is not None and part in record.model_fields:
            current = record.model_fields[part].annotation
    return _record_in(current) or model


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, list, Union, UnionType}:
        return next((record for part in get_args(annotation) if (record := _record_in(part))), None)
    return None
