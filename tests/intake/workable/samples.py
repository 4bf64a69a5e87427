"""Invented objects in the shapes of Workable."""

from typing import Any

EVERYBODY = ["simple", "hiring_manager", "admin", "reviewer", "recruiting_admin"]
ANA = {"id": "m1", "name": "Ana Reyes", "type": "Member"}
STAGE = {"id": 7, "identifier": "a7", "name": "Interview", "slug": "interview"}


def activity(**others: object) -> dict[str, Any]:
    item = {
        "id": "act-1",
        "action": "rating",
        "stage_name": "Interview",
        "action_stage": STAGE,
        "target_stage": None,
        "created_at": "2026-11-09T11:00:00.000Z",
        "updated_at": "2026-11-09T11:00:00.000Z",
        "member": ANA,
        "body": "Careful, but slow to ask.",
        "rating": {"score": "negative", "scale": "thumbs", "grade": 0},
        "visibility_roles": EVERYBODY,
    }
    return item | others


def comment(**others: object) -> dict[str, Any]:
    item = activity(id="act-2", action="comment", body="Began with the tables.")
    del item["rating"]
    return item | others


def job_activity(**others: object) -> dict[str, Any]:
    item = {
        "id": "act-1",
        "action": "rating",
        "stage_name": None,
        "created_at": "2026-11-09T11:00:00.000Z",
        "candidate": {"id": "c1", "name": "Marta Silva"},
        "member": ANA,
        "body": "Careful, but slow to ask.",
        "rating": {"score": "negative"},
    }
    return item | others


def candidate(**others: object) -> dict[str, Any]:
    item = {
        "id": "c1",
        "name": "Marta Silva",
        "firstname": "Marta",
        "lastname": "Silva",
        "headline": "Engineer",
        "account": {"subdomain": "northgate", "name": "Northgate Logistics"},
        "job": {"shortcode": "9CD", "title": "Data Engineer"},
        "stage": "Interview",
        "stage_kind": "interview",
        "disqualified": True,
        "withdrew": False,
        "disqualification_reason": "Unsuccessful interview",
        "hired_at": None,
        "email": "marta@example.org",
        "updated_at": "2026-11-12T09:00:00Z",
    }
    return item | others


def trait(name: str, score: object, **others: object) -> dict[str, Any]:
    return {"id": 2, "name": name, "score": score} | others


def rating_body(*traits: dict[str, Any], **others: object) -> dict[str, Any]:
    listed = list(traits) or [trait("Data modelling", "negative", note="Began with the tables.")]
    body = {
        "member_id": "m1",
        "comment": "Careful, but slow to ask.",
        "scale": "thumbs",
        "grade": 0,
        "score_card": {
            "settings": {"questions_rateable": True},
            "sections": [{"id": 1, "name": "Skills", "traits": listed}],
        },
    }
    return body | others


def recorded(method: str, endpoint: str, **others: object) -> dict[str, Any]:
    return {"method": method, "endpoint": endpoint, "status": 200, "request": {}} | others


REASON = {"id": "r1", "description": "Unsuccessful interview", "candidate_withdrew": False, "position": 1}
SAMPLES: dict[str, Any] = {
    "activities": {"candidate": "c1", "activities": [activity(), comment()]},
    "bare activities": {"activities": [activity(), comment()]},
    "recorded activities": [
        recorded("GET", "/spi/v3/candidates/c1/activities", response={"activities": [activity()]})
    ],
    "job activities": {"activities": [job_activity()], "paging": {}},
    "candidate": {"candidate": candidate()},
    "candidates": {"candidates": [candidate()], "paging": {}},
    "rating body": rating_body(),
    "reasons": [REASON],
    "stages": {
        "stages": [{"id": 7, "slug": "interview", "name": "Interview", "kind": "interview", "position": 5}]
    },
    "members": {
        "members": [
            {"id": "m1", "name": "Ana Reyes", "headline": "", "email": "ana@example.org", "role": "simple"}
        ]
    },
    "disqualify request": {"member_id": "m1", "disqualify_reason_id": "r1", "withdrew": False},
}
