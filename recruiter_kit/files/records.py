"""Values to records, each error with its place and in plain words.

In: a value in the shape of recruiter-kit/1. Out: the record, or None and the notices that say why
not. Strict: "3" is not a number and 3 is not text, because a value that has to be guessed is an error.
"""

import json
from typing import Any, TypeVar

from pydantic import ValidationError

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe, plain_errors
from recruiter_kit.files.text import one_line
from recruiter_kit.messages import say
from recruiter_kit.model import Notice, Record

R = TypeVar("R", bound=Record)

# A line break in one of these would reach the heading of a letter or an e-mail.
_ONE_LINE = frozenset(
    {"given_name", "family_name", "email", "pronouns", "name", "title", "organisation", "stage"}
    | {"interview", "decided_by"}
)


def record_of(model: type[R], value: Any, where: Where, notices: list[Notice]) -> R | None:
    """Return the record that `value` describes, or None after adding what is wrong to `notices`."""
    if not isinstance(value, dict):
        expected = say("expected_object")
        notices.append(where.notice("error", "wrong_type", found=describe(value), expected=expected))
        return None
    try:
        return model.model_validate_json(json.dumps(_one_lined(value)), strict=True)
    except ValidationError as error:
        notices += [where.at(place).note("error", text) for place, text in plain_errors(error, model)]
        return None


def _one_lined(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _one_lined(element, key) for key, element in value.items()}
    if isinstance(value, list):
        return [_one_lined(element) for element in value]
    return one_line(value) if isinstance(value, str) and name in _ONE_LINE else value
