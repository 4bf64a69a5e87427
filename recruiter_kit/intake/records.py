"""The objects of a saved response or of a connector's file, out of whatever they are wrapped in.

In: a parsed JSON value. Out: its objects, one by one, with their places and the name of the list or
stream that each was in. Seen through are lists; envelopes such as {"results": [...], "next": null} or
{"candidate": {...}}; recorded calls, {"method": "GET", "endpoint": "...", "response": {...}}; and the
records of data connectors, {"stream": "users", "data": {...}} and
{"type": "RECORD", "stream": "users", "record": {...}}.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from recruiter_kit.intake.values import has, object_in, text_in

# What says how a list goes on, beside the list itself.
_BESIDE = """
count current cursor first has_more hasMore hasNext last limit links meta moreDataAvailable next nextCursor
next_cursor next_page nextPageId nextPageUrl offset page paging pagination paginationComplete per_page
previous status success syncToken total total_count totalFound total_pages
"""
_PAGING = frozenset(_BESIDE.split())
# An envelope around one object; a bare object never has only one of these.
_AROUND_ONE = ("results", "result", "data", "candidate", "application", "job")
_MORE = ("hasNext", "has_more", "hasMore", "moreDataAvailable")


class Item(NamedTuple):
    """An object and its place; `name` is that of its list in an envelope or of its stream, or ""."""

    place: str
    value: Any
    name: str = ""


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield place and value of each object of a file."""
    yield from ((item.place, item.value) for item in named_items(value))


def named_items(value: Any, place: str = "", name: str = "") -> Iterator[Item]:
    """Yield each object of a file with its place and the name of its list or stream."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            if _lists_of(item) or _around_one(item):
                yield from named_items(item, f"{place}[{index}]", name)
            else:
                yield _record(item, f"{place}[{index}]", name)
    elif lists := _lists_of(value):
        for key in lists:
            yield from named_items(value[key], f"{place}.{key}".strip("."), key)
    elif inner := _around_one(value):
        yield from named_items(value[inner], f"{place}.{inner}".strip("."), name)
    else:
        yield _record(value, place, name)


def goes_on(value: Any) -> bool:
    """Whether a response says that there are more pages of its list."""
    return isinstance(value, dict) and (
        any(value.get(key) is True for key in _MORE)
        or value.get("paginationComplete") is False
        or any(
            text_in(value, key) for key in ("next", "nextCursor", "next_cursor", "nextPageId", "nextPageUrl")
        )
        or bool(text_in(object_in(value, "links"), "next") or text_in(object_in(value, "paging"), "next"))
    )


def _lists_of(value: Any) -> list[str]:
    """Return the keys of the lists of objects in an envelope, none if it is an object of its own."""
    if not isinstance(value, dict):
        return []
    lists = [key for key, item in value.items() if key not in _PAGING and _objects(item)]
    others = value.keys() - set(lists) - _PAGING
    return [] if any(not _empty(value[key]) for key in others) else lists


def _around_one(value: Any) -> str | None:
    """Return the key of what a recorded call or an envelope holds, None where the value is neither."""
    if not isinstance(value, dict):
        return None
    if has(value, "method", "endpoint", "response") and isinstance(value["response"], dict | list):
        return "response"
    filled = [key for key, item in value.items() if key not in _PAGING and not _empty(item)]
    one = filled[0] if len(filled) == 1 and filled[0] in _AROUND_ONE else None
    return one if one and isinstance(value[one], dict) else None


def _objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _empty(value: Any) -> bool:
    return value in ([], {}, None, "")


def _record(value: Any, place: str, name: str) -> Item:
    """Return the object that a data connector's record holds, or the value as it is."""
    if has(value, "type", "record") and value["type"] == "RECORD":
        inner, at = value["record"], f"{place}.record"
        stream = text_in(value, "stream") or name
        return _record(inner, at, stream) if has(inner, "stream", "data") else Item(at, inner, stream)
    if has(value, "stream", "data") and isinstance(value["data"], dict):
        return Item(f"{place}.data", value["data"], text_in(value, "stream") or name)
    if has(value, "_airbyte_data") and isinstance(value["_airbyte_data"], dict):
        return Item(f"{place}._airbyte_data", value["_airbyte_data"], name)
    return Item(place, value, name)
