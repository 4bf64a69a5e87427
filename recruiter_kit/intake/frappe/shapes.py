"""How the documents of Frappe HR look: by their doctype, or in lists without one by their fields.

In: any value. Out: what each document is. Source: docs/formats.md.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, text_in

KINDS = {
    "feedback": "interview feedback",
    "skill": "skill assessments",
    "interview": "interviews",
    "applicant": "job applicants",
    "opening": "job openings",
    "user": "users",
}
_DOCTYPES = {
    "Interview Feedback": "feedback",
    "Skill Assessment": "skill",
    "Interview": "interview",
    "Job Applicant": "applicant",
    "Job Opening": "opening",
    "User": "user",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("feedback", lambda value: has(value, "name", "interview", "interviewer", "result")),
    ("skill", lambda value: has(value, "parent", "skill", "rating")),
    (
        "interview",
        lambda value: (
            has(value, "name", "job_applicant", "scheduled_on")
            and ("interview_type" in value or "interview_round" in value)
        ),
    ),
    ("applicant", lambda value: has(value, "name", "applicant_name", "email_id")),
    ("opening", lambda value: has(value, "name", "job_title", "designation")),
)


def is_frappe(value: Any) -> bool:
    """Whether this holds documents of the recruiting part of Frappe HR."""
    return any(_certain(item) for _, item in items(value))


def may_be_frappe(value: Any) -> bool:
    """Whether this may be a list of Frappe's users: their ids, which are addresses, and their names."""
    found = [item for _, item in items(value)]
    return bool(found) and all(has(item, "name", "full_name") for item in found)


def frappe_part(value: Any, _name: str = "") -> str | None:
    """Return what a document is: feedback, applicant, opening, …"""
    return _certain(value) or ("user" if has(value, "name", "full_name") else None)


def _certain(value: Any) -> str | None:
    doctype = text_in(value, "doctype")
    if doctype is not None:
        return _DOCTYPES.get(doctype) if has(value, "name") else None
    return next((name for name, fits in _PARTS if fits(value)), None)
