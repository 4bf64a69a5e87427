"""How the JSON of Ashby looks, recognised by its keys.

In: any value. Out: whether it is of this source, and what each object in it is.
Source: ats-formats, section 4; Ashby's OpenAPI document.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, object_in

KINDS = {
    "feedback": "feedback",
    "submission": "responses to forms",
    "application": "applications",
    "candidate": "candidates",
    "interview": "interviews",
    "user": "users",
    "reason": "reasons to close an application",
    "form": "definitions of forms",
    "schedule": "interview schedules",
    "stage": "stages",
    "job": "jobs",
    "note": "notes on candidates",
    "webhook": "bodies of webhooks",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("feedback", lambda value: has(value, "applicationId", "submittedValues")),
    ("submission", lambda value: has(object_in(value, "submittedFormInstance"), "submittedValues")),
    (
        "application",
        lambda value: (
            has(value, "id", "candidate", "job", "status")
            and ("currentInterviewStage" in value or "archiveReason" in value)
        ),
    ),
    ("candidate", lambda value: has(value, "id", "name", "applicationIds")),
    ("interview", lambda value: has(value, "id", "title", "isDebrief")),
    ("user", lambda value: has(value, "id", "firstName", "lastName", "globalRole")),
    ("reason", lambda value: has(value, "id", "text", "reasonType")),
    ("form", lambda value: has(value, "id", "title", "formDefinition")),
    ("schedule", lambda value: has(value, "applicationId", "interviewEvents")),
    ("stage", lambda value: has(value, "id", "title", "interviewPlanId")),
    (
        "job",
        lambda value: (
            has(value, "id", "title", "status") and ("employmentType" in value or "interviewPlanIds" in value)
        ),
    ),
    (
        "note",
        lambda value: (
            has(value, "id", "content", "createdAt") and has(object_in(value, "author"), "firstName")
        ),
    ),
    ("webhook", lambda value: has(value, "action", "data") and _webhook_data(value["data"])),
)


def is_ashby(value: Any) -> bool:
    """Whether this is a saved list, object or webhook body of Ashby."""
    return any(ashby_part(item) for _, item in items(value))


def ashby_part(value: Any, _name: str = "") -> str | None:
    """Return what an Ashby object is: feedback, application, interview, user, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)


def _webhook_data(data: Any) -> bool:
    """Whether the data of a webhook hold an object of Ashby under the name of what it is."""
    return isinstance(data, dict) and any(ashby_part(item) for item in data.values())
