"""JSON text to values, within limits; JSON Lines to a list of them.

In: text. Out: a Document. A key that appears twice is remembered, not resolved: the reader of the
format decides what it makes unusable.
"""

import json
from typing import Any, NoReturn

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import DEEPEST, Document, Repeating, first_repeated, tidy

# More values than any export has; text of that many would fill the memory before it is refused.
MOST_VALUES = 5_000_000


def parse_json(text: str, file: str) -> Document:
    """Return the values that `text` writes.

    Raises InputError when it is not JSON (with line and column), is nested too deep or holds
    more values than an export can.
    """
    if text.count(",") + text.count("[") + text.count("{") > MOST_VALUES:
        raise InputError.of("json_too_many", file=file, limit=f"{MOST_VALUES:,}")
    try:
        value = _loaded(text)
    except json.JSONDecodeError as error:
        raise InputError.of(
            "not_json", file=file, reason=_reason(error), line=error.lineno, column=error.colno
        ) from error
    except RecursionError as error:
        raise InputError.of("json_too_deep", file=file, limit=DEEPEST) from error
    except ValueError as error:  # a number of thousands of digits, NaN or Infinity
        raise InputError.of("not_finite", file=file) from error
    return tidy(value, file)


def _loaded(text: str) -> Any:
    """Return the value of a JSON text, or of JSON Lines the list of its values."""
    try:
        return _value(text)
    except json.JSONDecodeError:
        # Not splitlines(), which divides inside texts: JSON allows U+2028 in them.
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2 or not all(line.lstrip()[0] == "{" for line in lines):
            raise
    values, start = [], 0
    for line in text.split("\n"):
        try:
            values += [_value(line)] if line.strip() else []
        except json.JSONDecodeError as error:
            raise json.JSONDecodeError(error.msg, text, start + error.pos) from error
        start += len(line) + 1
    return values


def _value(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object, parse_constant=_refused)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = first_repeated([key for key, _ in pairs])
    return Repeating(pairs, repeated or "")


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)


def _reason(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]
