"""How the JSON of Merge's unified API looks, recognised by its keys, and its scale.

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
    "interview": "interviews",
    "application": "applications",
    "candidate": "candidates",
    "user": "users",
    "stage": "stages",
    "job": "jobs",
    "reason": "reject reasons",
}
# Every object of Merge has an id of its own and that of the system behind it; these are its other marks.
_MARKS = ("remote_was_deleted", "modified_at", "field_mappings", "remote_data")
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("scorecard", lambda value: has(value, "overall_recommendation", "application", "interviewer")),
    (
        "interview",
        lambda value: (
            has(value, "application") and ("interviewers" in value or "job_interview_stage" in value)
        ),
    ),
    ("application", lambda value: has(value, "candidate", "job")),
    (
        "candidate",
        lambda value: (
            has(value, "first_name", "last_name") and ("email_addresses" in value or "can_email" in value)
        ),
    ),
    (
        "user",
        lambda value: (
            has(value, "first_name", "last_name", "email") and ("access_role" in value or "disabled" in value)
        ),
    ),
    ("stage", lambda value: has(value, "name", "stage_order")),
    ("job", lambda value: has(value, "name") and any(key in value for key in ("status", "code", "offices"))),
    ("reason", lambda value: has(value, "name")),
)
_RECOMMENDATIONS = {
    "DEFINITELY_NO": Recommendation.STRONG_NO,
    "NO": Recommendation.NO,
    "YES": Recommendation.YES,
    "STRONG_YES": Recommendation.STRONG_YES,
    "NO_DECISION": None,
}


def is_merge(value: Any) -> bool:
    """Whether this holds objects of Merge."""
    return any(merge_part(item) for _, item in items(value))


def merge_part(value: Any, _name: str = "") -> str | None:
    """Return what an object is: scorecard, application, candidate, …"""
    if not has(value, "id", "remote_id") or not any(mark in value for mark in _MARKS):
        return None
    return next((name for name, fits in _PARTS if fits(value)), None)


def merge_recommendation(literal: object) -> Recommendation | Unknown | None:
    """Return the recommendation of a literal; Merge passes on what it could not map."""
    if literal in (None, ""):
        return None
    return _RECOMMENDATIONS.get(literal, UNKNOWN) if isinstance(literal, str) else UNKNOWN
