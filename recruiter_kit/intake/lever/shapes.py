"""How the JSON of Lever looks, recognised by its keys.

In: any value. Out: whether it is of this source, its objects, and what each is.
Source: ats-formats, section 3.
"""

from collections.abc import Callable, Iterator
from typing import Any

from recruiter_kit.intake.values import as_id, has

_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
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

    The opportunity is known from the wrapping {"opportunity": id, "data": [...]}, or from the key
    in an object of the shape {id: [...]}.
    """
    if has(value, "data") and not lever_part(value):
        its_opportunity = as_id(value.get("opportunity")) or opportunity
        yield from _listed(value["data"], its_opportunity, f"{place}.data".strip("."))
    elif isinstance(value, dict) and not lever_part(value) and _keyed(value):
        for key, item in value.items():
            yield from _listed(item, key, f"{place}.{key}".strip("."))
    else:
        yield from _listed(value, opportunity, place)


def _listed(value: Any, opportunity: str | None, place: str) -> Iterator[tuple[str, Any, str | None]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            if has(item, "data") and not lever_part(item):
                yield from lever_items(item, opportunity, f"{place}[{index}]")
            else:
                yield f"{place}[{index}]", item, opportunity
    elif has(value, "data") and not lever_part(value):
        yield from lever_items(value, opportunity, place)
    else:
        yield place, value, opportunity


def _keyed(value: dict[str, Any]) -> bool:
    """Whether every value is a list of forms, or an envelope with one."""
    lists = [item["data"] if has(item, "data") else item for item in value.values()]
    return bool(lists) and all(
        isinstance(forms, list) and all(lever_part(form) == "form" for form in forms) for forms in lists
    )
