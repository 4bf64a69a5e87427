"""Careful looks into values whose shape is only hoped for.

In: any JSON value. Out: what was asked for, or nothing; never an exception.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from recruiter_kit.dates import iso_day, time_in_milliseconds


def text_in(value: Any, key: str) -> str | None:
    """Return the text under `key`, or None when there is none or it is blank."""
    found = value.get(key) if isinstance(value, dict) else None
    return found.strip() or None if isinstance(found, str) else None


def id_in(value: Any, key: str) -> str | None:
    """Return the id under `key` as text: exports write ids as numbers or as text."""
    return as_id(value.get(key) if isinstance(value, dict) else None)


def as_id(value: Any) -> str | None:
    """Return an id as text, or None when the value is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def object_in(value: Any, key: str) -> dict[str, Any]:
    """Return the object under `key`, or an empty one."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def day_in(value: Any, key: str) -> date | None:
    """Return the day of a time that is written as ISO or in milliseconds, or None when it is neither."""
    found = value.get(key) if isinstance(value, dict) else None
    if isinstance(found, str):
        return iso_day(found[:10]) if found[10:11] in ("", "T", " ") else None
    moment = time_in_milliseconds(found)
    return moment.date() if moment else None


def blank(value: Any, key: str) -> bool:
    """Whether there is nothing under `key`, or an empty text."""
    found = value.get(key) if isinstance(value, dict) else None
    return found is None or (isinstance(found, str) and not found.strip())


def objects_in(value: Any, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield position and object of each object in the list under `key`."""
    found = value.get(key) if isinstance(value, dict) else None
    for index, item in enumerate(found if isinstance(found, list) else ()):
        if isinstance(item, dict):
            yield index, item


def has(value: Any, *keys: str) -> bool:
    """Whether `value` is an object with all of these keys."""
    return isinstance(value, dict) and all(key in value for key in keys)
