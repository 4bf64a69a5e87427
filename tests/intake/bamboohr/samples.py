"""Invented objects in the shapes of BambooHR."""

from typing import Any


def application(**others: object) -> dict[str, Any]:
    item = {
        "id": 77,
        "appliedDate": "2026-10-20T09:00:00+00:00",
        "status": {"id": 5, "label": "Not Selected", "dateChanged": "2026-11-12T09:00:00+00:00"},
        "rating": 2,
        "commentCount": 0,
        "questionsAndAnswers": [],
        "applicant": {
            "id": 301,
            "firstName": "Marta",
            "lastName": "Silva",
            "email": "marta@example.org",
            "source": "Referral",
        },
        "job": {
            "id": 12,
            "title": {"id": 3, "label": "Data Engineer"},
            "hiringLead": {"employeeId": 9, "firstName": "Ines", "lastName": "Duarte"},
        },
    }
    return item | others


JOB = {
    "id": 12,
    "title": {"id": 3, "label": "Data Engineer"},
    "hiringLead": {"employeeId": 9},
    "status": {"id": 1, "label": "Open"},
}
SAMPLES: dict[str, Any] = {
    "application": application(),
    "applications": {"paginationComplete": True, "nextPageUrl": None, "applications": [application()]},
    "jobs": [JOB],
    "statuses": [{"id": "5", "code": "NS", "name": "Not Selected", "enabled": True, "manageable": True}],
    "comment request": {"type": "comment", "comment": "Began with the tables."},
}
