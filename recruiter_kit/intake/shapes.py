"""How the JSON of each source looks, told by its keys.

In: any value. Out: whether it is of that source, and for the exports of applicant tracking
systems what each object in them is. Sources: ats-formats, sections 1 and 3.
"""

from collections.abc import Callable, Iterator
from typing import Any

from recruiter_kit.intake.values import as_id, has, text_in

_GREENHOUSE: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("scorecard", lambda each: has(each, "overall_recommendation") or has(each, "attributes", "interview")),
    ("scheduled_interview", lambda each: has(each, "interviewers", "application_id")),
    ("application", lambda each: has(each, "id", "candidate_id", "jobs")),
    (
        "candidate",
        lambda each: (
            has(each, "id", "first_name", "last_name")
            and any(key in each for key in ("application_ids", "applications", "email_addresses"))
        ),
    ),
    ("rejection_reason", lambda each: has(each, "id", "name", "type") and isinstance(each["type"], dict)),
)
_LEVER: tuple[tuple[str, Callable[[Any], bool]], ...] = (
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


def is_bundle(value: Any) -> bool:
    """Whether this is recruiter-kit/1, or would be with the right format string."""
    if not isinstance(value, dict):
        return False
    return "format" in value or ("applications" in value and "id" not in value)


def is_nothing(value: Any) -> bool:
    """Whether this is a list without anything in it, alone or in Lever's envelope."""
    return value in ([], {}, None) or (has(value, "data") and value["data"] == [])


def is_greenhouse(value: Any) -> bool:
    """Whether this is a saved list or object of Greenhouse Harvest v1."""
    return any(greenhouse_part(each) for _, each in items(value))


def is_lever(value: Any) -> bool:
    """Whether this holds objects of Lever, bare or in an envelope or keyed by opportunity."""
    return any(lever_part(each) for _, each, _ in lever_items(value))


def is_roles(value: Any) -> bool:
    """Whether this is a role file: one role, a list of roles, or {"roles": [...]}."""
    if has(value, "roles"):
        return True
    return any(text_in(each, "title") and ("criteria" in each or "id" in each) for _, each in items(value))


def is_decisions(value: Any) -> bool:
    """Whether this is a decisions file: a list, {"decisions": [...]}, or application to decision."""
    if has(value, "decisions"):
        return True
    if any(_looks_decided(each) and "application" in each for _, each in items(value)):
        return True
    return isinstance(value, dict) and bool(value) and any(_looks_decided(each) for each in value.values())


def greenhouse_part(value: Any) -> str | None:
    """Return what a Greenhouse object is: scorecard, application, candidate, …"""
    return next((name for name, fits in _GREENHOUSE if fits(value)), None)


def lever_part(value: Any) -> str | None:
    """Return what a Lever object is: form, opportunity, posting, user, …"""
    return next((name for name, fits in _LEVER if fits(value)), None)


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield place and value of each object of a file that holds a list or a single object."""
    if isinstance(value, list):
        yield from ((f"[{index}]", each) for index, each in enumerate(value))
    else:
        yield "", value


def lever_items(
    value: Any, opportunity: str | None = None, place: str = ""
) -> Iterator[tuple[str, Any, str | None]]:
    """Yield place, value and opportunity of each object of a Lever file.

    The opportunity is known from the wrapping {"opportunity": id, "data": [...]}, or from the key
    in an object of the shape {id: [...]}.
    """
    if has(value, "data") and not lever_part(value):
        known = as_id(value.get("opportunity")) or opportunity
        yield from _lever_list(value["data"], known, f"{place}.data".strip("."))
    elif isinstance(value, dict) and not lever_part(value) and _keyed(value):
        for key, each in value.items():
            yield from _lever_list(each, key, f"{place}.{key}".strip("."))
    else:
        yield from _lever_list(value, opportunity, place)


def _lever_list(value: Any, opportunity: str | None, place: str) -> Iterator[tuple[str, Any, str | None]]:
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


def _looks_decided(value: Any) -> bool:
    return isinstance(value, dict) and any(key in value for key in ("outcome", "decided_by", "decided_on"))
