"""Whose an object is, where a response does not say so itself.

In: a parsed JSON value. Out: its objects with the ids that their wrapping gives, {"candidate": "4f2",
"activities": [...]}, or the address of a recorded call, such as "/candidates/4f2/activities". A response to a
question about one candidate often leaves out which one it was.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from recruiter_kit.intake.records import named_items
from recruiter_kit.intake.values import has, id_in, object_in, text_in

_OWNERS = ("candidate", "position", "job")
_ADDRESS = re.compile(r"/(candidate|position|job)s?/([^/?#{}]+)")


class Owned(NamedTuple):
    """An object, its place, and the ids of the candidate, position or job that it belongs to."""

    place: str
    value: Any
    owners: Mapping[str, str]


def owned_items(value: Any, place: str = "", owners: Mapping[str, str] | None = None) -> Iterator[Owned]:
    """Yield each object of a file with its place and its owners."""
    known = dict(owners or {})
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from owned_items(item, f"{place}[{index}]", known)
    elif has(value, "method", "endpoint"):
        known |= dict(_ADDRESS.findall(text_in(value, "endpoint") or ""))
        inside = _inside(value)
        yield from owned_items(inside[1], f"{place}.{inside[0]}".strip("."), known)
    elif wrapped := _wrapped(value):
        rest = {key: item for key, item in value.items() if key not in wrapped}
        yield from owned_items(rest, place, known | wrapped)
    else:
        for item in named_items(value, place):
            if item.value is not value and (has(item.value, "method", "endpoint") or _wrapped(item.value)):
                yield from owned_items(item.value, item.place, known)
            else:
                yield Owned(item.place, item.value, known)


def _inside(call: dict[str, Any]) -> tuple[str, Any]:
    """Return what a recorded call holds: its response, or what was sent where nothing came back."""
    if isinstance(call.get("response"), dict | list):
        return "response", call["response"]
    request = object_in(call, "request")
    return ("request.data", request["data"]) if has(request, "data") else ("request", request)


def _wrapped(value: Any) -> dict[str, str]:
    """Return the ids that a wrapping gives; an object of its own has an id of its own."""
    if not isinstance(value, dict) or "id" in value or "_id" in value:
        return {}
    return {key: its_id for key in _OWNERS if (its_id := id_in(value, key))}
