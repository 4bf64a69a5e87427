"""How the JSON of Lever looks, recognised by its keys.

In: any value. Out: whether it is of this source, its objects, and what each is.
Source: ats-formats, section 3.
"""

from collections.abc import Callable, Iterator
from typing import Any

from recruiter_kit.intake.values import as_id, has

_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("note", lambda each: has(each, "fields", "secret")),
    (
        "form",
        lambda each: (
            has(each, "fields")
            and any(key in each for key in ("completedAt", "isCompleted", "baseTemplateId"))
        ),
    ),
    ("template", lambda each: has(each, "fields", "group") or has(each, "fields", "instructions", "text")),
    ("application", lambda each: has(each, "posting") and ("opportunityId" in each or "candidateId" in each)),
    ("interview", lambda each: has(each, "interviewers", "panel")),
    ("opportunity", lambda each: has(each, "id", "name", "stage", "contact")),
    ("opportunity", lambda each: has(each, "id", "name", "stage", "emails")),
    ("user", lambda each: has(each, "id", "name", "email") and ("accessRole" in each or "username" in each)),
    ("posting", lambda each: has(each, "id", "text") and ("categories" in each or "state" in each)),
    ("archive_reason", lambda each: has(each, "id", "text", "status", "type")),
    ("stage", lambda each: isinstance(each, dict) and set(each) == {"id", "text"}),
)


def is_lever(value: Any) -> bool:
    """Whether this holds objects of Lever, bare or in an envelope or keyed by opportunity."""
    return any(lever_part(each) for _, each, _ in lever_items(value))


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
        for key, each in value.items():
            yield from _listed(each, key, f"{place}.{key}".strip("."))
    else:
        yield from _listed(value, opportunity, place)


def _listed(value: Any, opportunity: str | None, place: str) -> Iterator[tuple[str, Any, str | None]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            if has(each, "data") and not lever_part(each):
                yield from lever_items(each, opportunity, f"{place}[{index}]")
            else:
                yield f"{place}[{index}]", each, opportunity
    elif has(value, "data") and not lever_part(value):
        yield from lever_items(value, opportunity, place)
    else:
        yield place, value, opportunity


def _keyed(value: dict[str, Any]) -> bool:
    """Whether every value is a list of forms, or an envelope with one."""
    lists = [each["data"] if has(each, "data") else each for each in value.values()]
    return bool(lists) and all(
        isinstance(each, list) and all(lever_part(form) == "form" for form in each) for each in lists
    )
