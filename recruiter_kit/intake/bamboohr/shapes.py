"""How the JSON of BambooHR's applicant tracking looks, recognised by its keys.

In: any value. Out: whether it is of this source, and what each object in it is.
Source: ats-formats, section 9; the models of BambooHR's own SDK.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, object_in

KINDS = {
    "application": "applications",
    "job": "jobs",
    "stage": "stages",
    "request": "bodies of requests",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    (
        "application",
        lambda value: (
            has(value, "id", "applicant", "job")
            and has(object_in(value, "applicant"), "firstName")
            and ("rating" in value or "appliedDate" in value)
        ),
    ),
    (
        "job",
        lambda value: has(value, "id", "title", "hiringLead") and has(object_in(value, "title"), "label"),
    ),
    ("stage", lambda value: has(value, "id", "code", "name", "manageable")),
    ("request", lambda value: isinstance(value, dict) and set(value) == {"type", "comment"}),
)


def is_bamboohr(value: Any) -> bool:
    """Whether this is a saved list or object of BambooHR's applicant tracking."""
    return any(bamboohr_part(item) for _, item in items(value))


def bamboohr_part(value: Any, _name: str = "") -> str | None:
    """Return what a BambooHR object is: application, job, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)
