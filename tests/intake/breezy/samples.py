"""Invented objects in the shapes of Breezy HR."""

from typing import Any


def criterion(text: str, score: object) -> dict[str, Any]:
    return {"text": text, "score": score}


def scorecard(*criteria: dict[str, Any], **others: object) -> dict[str, Any]:
    said = {
        "_id": "r1",
        "note": "Careful, but slow to ask.",
        "score": "poor",
        "updated_date": "2026-11-09T11:00:00.000Z",
        "sections": [{"criteria": list(criteria) or [criterion("Data modelling", "poor")]}],
    }
    return {"_id": "s1", "acting_user": {"_id": "u1", "name": "Ana Reyes"}, "scorecard": said | others}


def meta(*cards: dict[str, Any]) -> dict[str, Any]:
    entry = {"timestamp": "2026-11-01T09:00:00Z", "type": "candidateNote", "object": {"body": "Wants 80k."}}
    return {"scorecards": list(cards) or [scorecard()], "stream": [entry], "questionnaires": []}


def candidate(**others: object) -> dict[str, Any]:
    item = {
        "_id": "c1",
        "meta_id": "m1",
        "creation_date": "2026-10-20T09:00:00.000Z",
        "email_address": "marta@example.org",
        "name": "Marta Silva",
        "origin": "applied",
        "stage": {"id": "6", "name": "Interviewing", "type": {"id": "6", "name": "Interviewing"}},
        "tags": [],
        "updated_date": "2026-11-09T09:00:00.000Z",
    }
    return item | others


def position(**others: object) -> dict[str, Any]:
    item = {"_id": "p1", "name": "Data Engineer", "state": "published", "friendly_id": "p1-data-engineer"}
    return item | others


BODY = {"score": "very_good", "note": "Quick to ask."}
SAMPLES: dict[str, Any] = {
    "meta": {"candidate": "c1", **meta()},
    "bare meta": meta(),
    "recorded meta": [
        {
            "method": "GET",
            "endpoint": "/v3/company/k1/position/p1/candidate/c1/meta",
            "status": 200,
            "request": {},
            "response": meta(),
        }
    ],
    "body": BODY,
    "body of a candidate": {"candidate": "c1", **BODY},
    "candidates": [candidate()],
    "candidates of a position": {"position": "p1", "candidates": [candidate()]},
    "positions": [position()],
    "webhook": {
        "type": "candidateStatusUpdated",
        "object": {"candidate": candidate(), "position": position()},
    },
}
