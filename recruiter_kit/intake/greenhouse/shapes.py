"""How the JSON of Greenhouse Harvest v1 looks, recognised by its keys.

In: any value. Out: whether it is of this source, and what each object in it is.
Source: ats-formats, section 1.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, object_in

# A candidate with no more than these may be of v1 or of v3.
_FIELDS = """
addresses can_email company coordinator created_at custom_fields email_addresses first_name id last_activity
last_activity_at last_name linked_user_ids phone_numbers photo_url recruiter social_media_addresses tags title
updated_at website_addresses
"""
_OF_BOTH = frozenset(_FIELDS.split())
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    (
        "scorecard",
        lambda value: has(value, "overall_recommendation") or has(value, "attributes", "interview"),
    ),
    ("scheduled_interview", lambda value: has(value, "interviewers", "application_id")),
    ("application", lambda value: has(value, "id", "candidate_id", "jobs")),
    (
        "candidate",
        lambda value: (
            has(value, "id", "first_name", "last_name")
            and any(key in value for key in ("application_ids", "applications", "is_private"))
        ),
    ),
    (
        "rejection_reason",
        lambda value: (
            has(value, "id", "name", "type")
            and has(value["type"], "id", "name")
            and "key" not in value["type"]
        ),
    ),
    ("job", lambda value: has(value, "id", "name", "hiring_team") or has(value, "id", "name", "openings")),
    ("user", lambda value: has(value, "id", "name", "primary_email_address")),
    (
        "webhook",
        lambda value: (
            has(value, "action", "payload") and has(object_in(value, "payload").get("application"), "jobs")
        ),
    ),
)


def is_greenhouse(value: Any) -> bool:
    """Whether this is a saved list or object of Greenhouse Harvest v1."""
    return any(_certain(item) for _, item in items(value))


def may_be_greenhouse(value: Any) -> bool:
    """Whether these are candidates that files of v1 may belong to: v3 writes the same few keys."""
    return _all(value, is_bare_candidate)


def greenhouse_part(value: Any) -> str | None:
    """Return what a Greenhouse object is: scorecard, application, candidate, …"""
    return _certain(value) or ("candidate" if is_bare_candidate(value) else None)


def is_bare_candidate(value: Any) -> bool:
    """Whether this is a candidate of whom only names and addresses are given."""
    return has(value, "id", "first_name", "last_name", "email_addresses") and value.keys() <= _OF_BOTH


def _certain(value: Any) -> str | None:
    return next((name for name, fits in _PARTS if fits(value)), None)


def _all(value: Any, fits: Callable[[Any], bool]) -> bool:
    found = [fits(item) for _, item in items(value)]
    return bool(found) and all(found)
