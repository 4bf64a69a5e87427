"""How the JSON of StackOne's unified API looks, recognised by its keys, and its scale.

In: any value. Out: what each object is, and the recommendation of a literal. Source: docs/formats.md.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.intake.values import has
from recruiter_kit.model import Recommendation

KINDS = {
    "scorecard": "scorecards",
    "application": "applications",
    "candidate": "candidates",
    "job": "jobs",
    "interview": "interviews",
    "user": "users",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    (
        "scorecard",
        lambda value: has(value, "sections", "application_id") and ("author_id" in value or "label" in value),
    ),
    ("interview", lambda value: has(value, "application_id") and "interviewers" in value),
    ("application", lambda value: has(value, "candidate_id", "job_id", "application_status")),
    ("candidate", lambda value: has(value, "first_name", "last_name", "application_ids")),
    ("job", lambda value: has(value, "title") and ("job_status" in value or "hiring_team" in value)),
    ("user", lambda value: has(value, "first_name", "last_name", "email")),
)


def is_stackone(value: Any) -> bool:
    """Whether this holds objects of StackOne."""
    return any(stackone_part(item) for _, item in items(value))


def stackone_part(value: Any, _name: str = "") -> str | None:
    """Return what an object is: scorecard, application, candidate, …; all have two ids, as those of Merge."""
    if not has(value, "id", "remote_id") or "remote_was_deleted" in value or "modified_at" in value:
        return None
    return next((name for name, fits in _PARTS if fits(value)), None)


def stackone_recommendation(literal: object) -> Recommendation | Unknown | None:
    """Return the recommendation of a literal; `unmapped_value` says that StackOne knew none for it."""
    if literal in (None, "", "no_decision"):
        return None
    known = ("strong_no", "no", "yes", "strong_yes")
    return Recommendation(literal) if isinstance(literal, str) and literal in known else UNKNOWN
