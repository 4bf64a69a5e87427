"""The objects of a saved response or of a connector's file, out of whatever they are wrapped in.

In: a parsed JSON value. Out: its objects, one by one, with their places and the name of the list or
stream that each was in. Seen through are lists; envelopes such as {"results": [...], "next": null},
{"data": {...}, "included": [...]} and {"candidate": {...}}; the records of data connectors, {"stream":
"users", "data": {...}} and {"type": "RECORD", "stream": "users", "record": {...}}, without what is said
between them; and recorded calls, {"endpoint": "…", "response": {}}.
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
# What data connectors write beside their records (Singer, Airbyte), and where they write it.
_MESSAGES = ("SCHEMA", "STATE", "ACTIVATE_VERSION", "LOG", "TRACE")
_SAYS = frozenset({"schema", "value", "version", "state", "log", "trace"})
_PAGING = frozenset(_BESIDE.split())
# What a response with a single object calls it.
_SINGLE = frozenset(
    ["application", "candidate", "data", "interview_result", "job", "message", "offer", "result", "results"]
)
_NEXT = ("next", "nextCursor", "next_cursor", "nextPageId", "nextPageUrl")
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
            yield from _one(item, f"{place}[{index}]", name)
    elif lists := _lists_of(value):
        for key in lists:
            yield from named_items(value[key], f"{place}.{key}".strip("."), key)
    else:
        yield from _one(value, place, name)


def goes_on(value: Any) -> bool:
    """Whether a response says that there are more pages of its list."""
    return isinstance(value, dict) and (
        any(value.get(key) is True for key in _MORE)
        or value.get("paginationComplete") is False
        or any(text_in(value, key) for key in _NEXT)
        or bool(text_in(object_in(value, "links"), "next") or text_in(object_in(value, "paging"), "next"))
    )


def response_in(value: Any) -> Any:
    """Return what a recorded call was answered, None where the value is not a recorded call."""
    return value["response"] if has(value, "endpoint", "response") else None


def _one(value: Any, place: str, name: str) -> Iterator[Item]:
    """Yield the object of one entry of a list; of a recorded call, all that it answers."""
    if response_in(value) is not None:
        yield from named_items(value["response"], f"{place}.response".strip("."), name)
    elif _lists_of(value):
        yield from named_items(value, place, name)
    elif not is_message(value):
        yield record_in(value, place, name)


def is_message(value: Any) -> bool:
    """Whether this is what a data connector says between its records: a schema, a state, a line of a log."""
    return has(value, "type") and value["type"] in _MESSAGES and bool(_SAYS & value.keys())


def _lists_of(value: Any) -> list[str]:
    """Return the keys of an envelope under which its objects are, none if it is an object of its own."""
    if not isinstance(value, dict):
        return []
    lists = [
        key
        for key, item in value.items()
        if key not in _PAGING and (_objects(item) or (key in _SINGLE and item and isinstance(item, dict)))
    ]
    others = value.keys() - set(lists) - _PAGING
    return [] if any(not _empty(value[key]) for key in others) else lists


def _objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _empty(value: Any) -> bool:
    return value in ([], {}, None, "")


def record_in(value: Any, place: str, name: str = "") -> Item:
    """Return the object that a data connector's record holds, or the value as it is."""
    if has(value, "type", "record") and value["type"] == "RECORD":
        inner, at = value["record"], f"{place}.record"
        stream = text_in(value, "stream") or name
        return record_in(inner, at, stream) if has(inner, "stream", "data") else Item(at, inner, stream)
    if has(value, "stream", "data") and isinstance(value["data"], dict):
        return Item(f"{place}.data", value["data"], text_in(value, "stream") or name)
    if has(value, "_airbyte_data") and isinstance(value["_airbyte_data"], dict):
        return Item(f"{place}._airbyte_data", value["_airbyte_data"], name)
    return Item(place, value, name)
