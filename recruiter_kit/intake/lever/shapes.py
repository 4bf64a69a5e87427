"""How the JSON of Lever looks, recognised by its keys.

In: any value. Out: whether it is of this source, its objects, and what each is.
Source: ats-formats, section 3.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from recruiter_kit.intake.records import is_message, named_items, record_in, response_in
from recruiter_kit.intake.values import as_id, has, text_in

_OPPORTUNITY = re.compile(r"/opportunities/([^/?]+)")
KINDS = {
    "note": "notes on profiles",
    "template": "templates",
    "application": "applications",
    "interview": "interviews",
    "opportunity": "opportunities",
    "user": "users",
    "posting": "postings",
    "archive_reason": "archive reasons",
    "stage": "stages",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("webhook", lambda value: has(value, "event", "triggeredAt", "data")),
    ("webhook", lambda value: has(value, "event", "url", "configuration")),
    ("note", lambda value: has(value, "fields", "secret")),
    (
        "form",
        lambda value: (
            has(value, "fields")
            and any(key in value for key in ("completedAt", "isCompleted", "baseTemplateId"))
        ),
    ),
    ("template", lambda value: has(value, "fields", "group") or has(value, "fields", "instructions", "text")),
    (
        "application",
        lambda value: has(value, "posting") and ("opportunityId" in value or "candidateId" in value),
    ),
    ("interview", lambda value: has(value, "interviewers", "panel")),
    ("opportunity", lambda value: has(value, "id", "name", "stage", "contact")),
    ("opportunity", lambda value: has(value, "id", "name", "stage", "emails")),
    (
        "user",
        lambda value: has(value, "id", "name", "email") and ("accessRole" in value or "username" in value),
    ),
    ("posting", lambda value: has(value, "id", "text") and ("categories" in value or "state" in value)),
    ("archive_reason", lambda value: has(value, "id", "text", "status", "type")),
    ("stage", lambda value: isinstance(value, dict) and set(value) == {"id", "text"}),
)


def is_lever(value: Any) -> bool:
    """Whether this holds objects of Lever, bare or in an envelope or keyed by opportunity."""
    return any(lever_part(item) for _, item, _ in lever_items(value))


def lever_part(value: Any) -> str | None:
    """Return what a Lever object is: form, opportunity, posting, user, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)


def lever_items(
    value: Any, opportunity: str | None = None, place: str = ""
) -> Iterator[tuple[str, Any, str | None]]:
    """Yield place, value and opportunity of each object of a Lever file.

    The opportunity is known from the wrapping {"opportunity": id, "data": [...]}, from the key in an object
    of the shape {id: [...]}, or from the address of a recorded call.
    """
    if is_message(value):
        return
    record = record_in(value, place)
    if record.value is not value:
        yield from lever_items(record.value, opportunity, record.place)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from lever_items(item, opportunity, f"{place}[{index}]")
    elif lever_part(value):
        yield place, value, opportunity
    elif response_in(value) is not None:
        called = _OPPORTUNITY.search(text_in(value, "endpoint") or "")
        its_opportunity = called[1] if called else opportunity
        yield from lever_items(response_in(value), its_opportunity, f"{place}.response".strip("."))
    elif has(value, "data"):
        its_opportunity = as_id(value.get("opportunity")) or opportunity
        yield from lever_items(value["data"], its_opportunity, f"{place}.data".strip("."))
    elif isinstance(value, dict) and _keyed(value):
        for key, item in value.items():
            yield from lever_items(item, key, f"{place}.{key}".strip("."))
    else:
        yield from _envelope(value, opportunity, place)


def _envelope(value: Any, opportunity: str | None, place: str) -> Iterator[tuple[str, Any, str | None]]:
    """Yield the objects of lists by name, {"feedback": [...], "users": [...]}, or the value as it is."""
    for item in named_items(value, place):
        if item.value is value:
            yield place, value, opportunity
        else:
            yield from lever_items(item.value, opportunity, item.place)


def _keyed(value: dict[str, Any]) -> bool:
    """Whether every value is a list of forms, or an envelope with one."""
    lists = [item["data"] if has(item, "data") else item for item in value.values()]
    return bool(lists) and all(
        isinstance(forms, list) and all(lever_part(form) == "form" for form in forms) for forms in lists
    )
