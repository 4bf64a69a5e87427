"""How the JSON of Greenhouse Harvest v1 looks, recognised by its keys.

In: any value. Out: whether it is of this source, and what each object in it is.
Source: ats-formats, section 1.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has

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
            and any(key in value for key in ("application_ids", "applications", "email_addresses"))
        ),
    ),
    ("rejection_reason", lambda value: has(value, "id", "name", "type") and isinstance(value["type"], dict)),
)


def is_greenhouse(value: Any) -> bool:
    """Whether this is a saved list or object of Greenhouse Harvest v1."""
    return any(greenhouse_part(item) for _, item in items(value))


def greenhouse_part(value: Any) -> str | None:
    """Return what a Greenhouse object is: scorecard, application, candidate, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)
