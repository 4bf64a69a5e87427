"""Invented responses of Merge's unified API, with Greenhouse behind it; together they are one application."""

from typing import Any

MARKS = {"remote_id": "22", "created_at": "2026-11-01T00:00:00Z", "modified_at": "2026-11-10T00:00:00Z"}
MARKS |= {"remote_was_deleted": False, "field_mappings": None, "remote_data": None}  # type: ignore[dict-item]
BEHIND = {
    "id": 501,
    "interview": "Modelling exercise",
    "overall_recommendation": "no",
    "attributes": [
        {"name": "Data modelling", "type": "Skills", "note": "Began with the tables.", "rating": "no"},
        {"name": "Testing", "type": "Skills", "note": None, "rating": "no_decision"},
    ],
    "questions": [
        {"id": None, "question": "Key Take-Aways", "answer": "Careful, but slow to ask."},
        {"id": None, "question": "Private Notes", "answer": "Wants 80k a year."},
    ],
}
SCORECARD: dict[str, Any] = MARKS | {
    "id": "card-1",
    "application": "app-1",
    "interview": "int-1",
    "interviewer": "user-1",
    "remote_created_at": "2026-11-09T10:00:00Z",
    "submitted_at": "2026-11-09T11:00:00Z",
    "overall_recommendation": "NO",
    "remote_data": [{"path": "/scorecards", "data": BEHIND}],
}
APPLICATION: dict[str, Any] = MARKS | {
    "id": "app-1",
    "candidate": "cand-1",
    "job": "job-1",
    "applied_at": "2026-10-01T00:00:00Z",
    "rejected_at": None,
    "current_stage": "stage-1",
    "reject_reason": None,
}
CANDIDATE: dict[str, Any] = MARKS | {
    "id": "cand-1",
    "first_name": "Marta",
    "last_name": "Silva",
    "is_private": False,
    "can_email": True,
    "email_addresses": [
        {"value": "m.silva@work.example.org", "email_address_type": "WORK"},
        {"value": "marta@example.org", "email_address_type": "PERSONAL"},
    ],
    "applications": ["app-1"],
}
JOB = MARKS | {"id": "job-1", "name": "Data Engineer", "status": "OPEN", "code": None, "offices": []}
USER = MARKS | {
    "id": "user-1",
    "first_name": "Ana",
    "last_name": "Reyes",
    "email": "ana@example.org",
    "disabled": False,
}
STAGE = MARKS | {"id": "stage-1", "name": "On-site", "job": "job-1", "stage_order": 3}
INTERVIEW = MARKS | {
    "id": "int-1",
    "application": "app-1",
    "job_interview_stage": "stage-1",
    "interviewers": [],
}
REASON = MARKS | {"id": "reason-1", "name": "Lacking skills"}


def page(*listed: dict[str, Any]) -> dict[str, Any]:
    return {"next": None, "previous": None, "results": list(listed)}


SAMPLES: dict[str, Any] = {
    "scorecards": page(SCORECARD),
    "applications": page(APPLICATION),
    "candidates": page(CANDIDATE),
    "jobs": page(JOB),
    "users": page(USER),
    "stages": page(STAGE),
    "interviews": page(INTERVIEW),
    "reject-reasons": page(REASON),
}
