"""How the JSON of Workable looks, recognised by its keys.

In: any value. Out: whether it is of this source, and what each object in it is.
Source: ats-formats, section 5.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.values import has, object_in
from recruiter_kit.intake.whose import owned_items

KINDS = {
    "activity": "activities",
    "rating": "bodies of ratings",
    "request": "bodies of requests",
    "candidate": "candidates",
    "reason": "reasons to close an application",
    "stage": "stages",
    "user": "users",
    "job": "jobs",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("activity", lambda value: has(value, "id", "action", "stage_name", "body")),
    (
        "rating",
        lambda value: has(value, "member_id") and ("score_card" in value or has(value, "scale", "grade")),
    ),
    (
        "request",
        lambda value: (
            has(value, "member_id") and ("disqualify_reason_id" in value or "disqualify_note" in value)
        ),
    ),
    (
        "candidate",
        lambda value: (
            has(value, "id", "name", "stage", "job")
            and has(object_in(value, "job"), "shortcode")
            and ("disqualified" in value or "account" in value)
        ),
    ),
    ("reason", lambda value: has(value, "id", "description", "candidate_withdrew")),
    ("stage", lambda value: has(value, "slug", "name", "kind", "position")),
    ("user", lambda value: has(value, "id", "name", "headline", "email", "role")),
    ("job", lambda value: has(value, "id", "title", "shortcode")),
)


def is_workable(value: Any) -> bool:
    """Whether this holds objects of Workable, bare or in a wrapping that says whose they are."""
    return any(workable_part(item.value) for item in owned_items(value))


def workable_part(value: Any, _name: str = "") -> str | None:
    """Return what a Workable object is: activity, candidate, stage, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)
