"""Invented responses of SmartRecruiters; together they are one application with two reviews."""

from typing import Any

REVIEW = {
    "id": "rev-1",
    "candidateId": "cand-1",
    "jobId": "vac-1",
    "reviewerId": "user-1",
    "overallRating": 2,
    "comment": "Began with the tables and asked no questions.",
    "createdOn": "2026-11-09T11:00:00.000Z",
    "updatedOn": "2026-11-09T11:00:00.000Z",
}
CANDIDATE: dict[str, Any] = {
    "id": "cand-1",
    "internal": False,
    "firstName": "Marta",
    "lastName": "Silva",
    "email": "marta@example.org",
    "createdOn": "2026-10-01T09:00:00.000Z",
    "updatedOn": "2026-11-10T09:00:00.000Z",
    "averageRating": 2.5,
    "tags": [],
    "primaryAssignment": {
        "job": {"id": "vac-1", "title": "Data Engineer", "actions": {}},
        "status": "IN_REVIEW",
        "subStatus": "On-site",
        "startsOn": None,
        "source": "Careers page",
    },
    "secondaryAssignments": [],
}
JOB = {
    "id": "vac-1",
    "title": "Data Engineer",
    "refNumber": "R7",
    "status": "SOURCING",
    "postingStatus": "PUBLIC",
}
USERS = [
    {
        "id": "user-1",
        "firstName": "Ana",
        "lastName": "Reyes",
        "email": "ana@example.org",
        "systemRole": {"id": "E"},
    },
    {
        "id": "user-2",
        "firstName": "Olu",
        "lastName": "Ade",
        "email": "olu@example.org",
        "systemRole": {"id": "E"},
    },
]
INTERVIEW = {
    "id": "int-1",
    "candidate": {"id": "cand-1", "status": "accepted"},
    "jobId": "vac-1",
    "organizerId": "user-1",
    "timeslots": [{"id": "slot-1", "title": "On-site", "interviewers": [{"id": "user-1"}]}],
}
SECOND = REVIEW | {
    "id": "rev-2",
    "reviewerId": "user-2",
    "overallRating": 3,
    "comment": "Careful, but slow to ask.",
}

SAMPLES: dict[str, Any] = {
    "reviews": [REVIEW, SECOND],
    "candidates": {"limit": 10, "offset": 0, "totalFound": 1, "content": [CANDIDATE]},
    "jobs": {"limit": 10, "offset": 0, "totalFound": 1, "content": [JOB]},
    "users": {"limit": 10, "content": USERS},
    "interview": INTERVIEW,
}
