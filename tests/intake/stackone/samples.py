"""Invented responses of StackOne's unified API; together they are one application with one scorecard."""

from typing import Any

SECTIONS: list[dict[str, Any]] = [
    {
        "id": "sec-1",
        "remote_id": "s1",
        "label": "Modelling",
        "fields": [
            {"id": "f1", "remote_id": "1", "label": "Data modelling", "type": "score", "value": 2},
            {
                "id": "f2",
                "remote_id": "2",
                "label": "Comments",
                "type": "long_text",
                "value": "Began with the tables.",
            },
            {
                "id": "f3",
                "remote_id": "3",
                "label": "Level",
                "type": "single_select",
                "values": ["Low", "High"],
            },
        ],
    },
    {
        "id": "sec-2",
        "remote_id": "s2",
        "label": "Private remarks",
        "fields": [
            {"id": "f4", "remote_id": "4", "label": "Pay", "type": "short_text", "value": "Wants 80k a year."}
        ],
    },
]
SCORECARD: dict[str, Any] = {
    "id": "card-1",
    "remote_id": "22",
    "label": "Modelling exercise",
    "candidate_id": "cand-1",
    "application_id": "app-1",
    "interview_id": "int-1",
    "author_id": "user-1",
    "overall_recommendation": "no",
    "sections": SECTIONS,
    "created_at": "2026-11-09T11:00:00.000Z",
    "updated_at": "2026-11-09T11:00:00.000Z",
}
APPLICATION: dict[str, Any] = {
    "id": "app-1",
    "remote_id": "33",
    "candidate_id": "cand-1",
    "job_id": "job-1",
    "interview_stage": {"id": "stage-1", "name": "On-site"},
    "application_status": {"value": "interview", "source_value": "Onsite"},
    "candidate": {
        "name": "Marta Silva",
        "first_name": "Marta",
        "last_name": "Silva",
        "email": "marta@example.org",
    },
    "rejected_reasons": [],
    "rejected_at": None,
    "updated_at": "2026-11-10T00:00:00.000Z",
}
CANDIDATE: dict[str, Any] = {
    "id": "cand-1",
    "remote_id": "44",
    "name": "Marta Silva",
    "first_name": "Marta",
    "last_name": "Silva",
    "email": None,
    "emails": [
        {"type": "work", "value": "m.silva@work.example.org"},
        {"type": "personal", "value": "marta@example.org"},
    ],
    "application_ids": ["app-1"],
}
JOB = {"id": "job-1", "remote_id": "55", "title": "Data Engineer", "job_status": {"value": "published"}}
USER = {
    "id": "user-1",
    "remote_id": "66",
    "first_name": "Ana",
    "last_name": "Reyes",
    "email": "ana@example.org",
}
INTERVIEW = {"id": "int-1", "remote_id": "77", "application_id": "app-1", "interviewers": []}

SAMPLES: dict[str, Any] = {
    "scorecards": {"next": None, "data": [SCORECARD]},
    "application": {"data": APPLICATION},
    "candidates": {"next": None, "data": [CANDIDATE]},
    "jobs": {"next": None, "data": [JOB]},
    "users": {"next": None, "data": [USER]},
    "interviews": {"next": None, "data": [INTERVIEW]},
}
