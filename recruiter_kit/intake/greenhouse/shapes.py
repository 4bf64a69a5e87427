"""How the JSON of Greenhouse Harvest v1 looks, recognised by its keys.

In: any value. Out: whether it is of this source, and what each object in it is.
Source: ats-formats, section 1.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.shapes import items
from recruiter_kit.intake.values import has

_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
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


def is_greenhouse(value: Any) -> bool:
    """Whether this is a saved list or object of Greenhouse Harvest v1."""
    return any(greenhouse_part(each) for _, each in items(value))


def greenhouse_part(value: Any) -> str | None:
    """Return what a Greenhouse object is: scorecard, application, candidate, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)
