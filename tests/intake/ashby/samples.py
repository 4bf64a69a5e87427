"""Invented objects in the shapes of Ashby."""

from typing import Any

SELECT = [{"label": "Strong Hire", "value": "strong_hire"}, {"label": "No Hire", "value": "no_hire"}]


def a_field(kind: str, path: str, title: str, **others: object) -> dict[str, Any]:
    inner = {"id": f"f-{path}", "type": kind, "path": path, "title": title, "humanReadablePath": title}
    return {"isRequired": True, "field": inner | others}


def a_form(*fields: dict[str, Any], title: str = "Scorecard") -> dict[str, Any]:
    return {"sections": [{"title": title, "fields": list(fields)}]}


FIELDS = (
    a_field("ValueSelect", "overall_recommendation", "Overall Recommendation", selectableValues=SELECT),
    a_field("Score", "modelling", "Data modelling"),
    a_field("RichText", "notes", "Notes"),
)
ANSWERS = {
    "overall_recommendation": "no_hire",
    "modelling": {"score": 2, "comments": {"type": "PlainText", "value": "Began with the tables."}},
    "notes": "Careful, but slow to ask.",
}


def a_user(**others: object) -> dict[str, Any]:
    user = {"id": "u1", "firstName": "Ana", "lastName": "Reyes", "email": "ana@example.org"}
    return user | {"globalRole": "Interviewer", "isEnabled": True} | others


def feedback(**others: object) -> dict[str, Any]:
    item = {
        "id": "fb-1",
        "applicationId": "app-1",
        "feedbackFormDefinitionId": "form-1",
        "interviewId": "int-1",
        "interviewEventId": "event-1",
        "submittedAt": "2026-11-09T11:00:00.000Z",
        "submittedByUser": a_user(),
        "formDefinition": a_form(*FIELDS),
        "submittedValues": ANSWERS,
    }
    return item | others


def application(**others: object) -> dict[str, Any]:
    item = {
        "id": "app-1",
        "createdAt": "2026-10-20T09:00:00.000Z",
        "updatedAt": "2026-11-12T09:00:00.000Z",
        "archivedAt": "2026-11-12T09:00:00.000Z",
        "candidate": {
            "id": "can-1",
            "name": "Marta Silva",
            "primaryEmailAddress": {"value": "marta@example.org", "type": "Personal", "isPrimary": True},
        },
        "status": "Archived",
        "customFields": [],
        "currentInterviewStage": {"id": "st-9", "title": "Archived", "type": "Archived"},
        "archiveReason": {
            "id": "r1",
            "text": "Modelling",
            "reasonType": "RejectedByOrg",
            "isArchived": False,
        },
        "job": {"id": "job-1", "title": "Data Engineer", "locationId": "l1", "departmentId": "d1"},
        "applicationHistory": [
            {"id": "h1", "title": "Final round", "stageNumber": 3, "enteredStageAt": "2026-11-08T09:00:00Z"},
            {"id": "h2", "title": "Archived", "stageNumber": 4, "enteredStageAt": "2026-11-12T09:00:00Z"},
        ],
    }
    return item | others


INTERVIEW = {
    "id": "int-1",
    "title": "Modelling (panel 2)",
    "externalTitle": "Modelling exercise",
    "isArchived": False,
    "isDebrief": False,
    "feedbackFormDefinitionId": "form-1",
}
JOB = {"id": "job-1", "title": "Data Engineer", "status": "Open", "employmentType": "FullTime"}
SAMPLES: dict[str, Any] = {
    "feedback": {"success": True, "results": [feedback()], "moreDataAvailable": False},
    "applications": {"success": True, "results": [application()], "moreDataAvailable": False},
    "application": {"success": True, "results": application()},
    "interview": {"success": True, "results": INTERVIEW},
    "users": {"success": True, "results": [a_user()]},
    "jobs": {"success": True, "results": [JOB]},
    "reasons": {
        "success": True,
        "results": [{"id": "r1", "text": "Modelling", "reasonType": "RejectedByOrg", "isArchived": False}],
    },
    "webhook": {"action": "applicationUpdate", "data": {"application": application()}},
}
