"""Small exports for tests, written as the sources write them, with invented people."""

import json
from pathlib import Path
from typing import Any

from recruiter_kit.model import Bundle, Notice

NO_DECISION = "no_decision"


def write(folder: Path, name: str, value: object) -> Path:
    """Write a value as JSON, or text as it is."""
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def messages(bundle: Bundle, kind: str) -> list[str]:
    return [notice.message for notice in bundle.notices if notice.kind == kind]


def only(bundle: Bundle, kind: str) -> Notice:
    """Return the one notice of a kind; the test fails when there are several."""
    found = [notice for notice in bundle.notices if notice.kind == kind]
    assert len(found) == 1, found
    return found[0]


def told(bundle: Bundle) -> object:
    """Return everything of a bundle but the places, which change with the order."""
    notices = sorted((notice.kind, notice.application or "", notice.message) for notice in bundle.notices)
    return bundle.roles, bundle.applications, notices


# recruiter-kit/1
def a_role(**fields: object) -> dict[str, Any]:
    criterion = {
        "id": "modelling",
        "name": "Data modelling",
        "kind": "experience_and_skills",
        "required": 4,
        "weight": 3,
        "levels": {"4": "Designs a schema from questions."},
        "advice": ["Write down three trade-offs."],
    }
    role = {"id": "de", "title": "Data Engineer", "organisation": "Northgate", "criteria": [criterion]}
    return role | fields


def a_decision(**fields: object) -> dict[str, Any]:
    decision = {
        "outcome": "not_offered",
        "reason": "below_bar",
        "decisive": ["modelling"],
        "decided_by": "Ines Duarte",
        "decided_on": "2026-11-12",
    }
    return decision | fields


def a_scorecard(**fields: object) -> dict[str, Any]:
    rating = {"criterion": "modelling", "level": 2, "note": "Began with the tables."}
    return {"id": "s1", "interviewer": {"name": "Ana Reyes"}, "ratings": [rating]} | fields


def an_application(**fields: object) -> dict[str, Any]:
    application = {
        "id": "a1",
        "role": "de",
        "candidate": {"given_name": "Marta", "family_name": "Silva"},
        "decision": a_decision(),
        "scorecards": [a_scorecard()],
    }
    return application | fields


def a_bundle(*applications: object, roles: list[Any] | None = None, **fields: object) -> dict[str, Any]:
    return {
        "format": "recruiter-kit/1",
        "roles": [a_role()] if roles is None else roles,
        "applications": list(applications) or [an_application()],
    } | fields


# Greenhouse Harvest v1
def greenhouse_card(**fields: object) -> dict[str, Any]:
    card = {
        "id": 501,
        "interview": "Modelling exercise",
        "interview_step": {"id": 7, "name": "Modelling exercise"},
        "candidate_id": 301,
        "application_id": 201,
        "interviewed_at": "2026-11-09T10:00:00.000Z",
        "submitted_by": {"id": 1, "first_name": "Olu", "last_name": "Ade", "name": "Olu Ade"},
        "interviewer": {"id": 2, "first_name": "Ana", "last_name": "Reyes", "name": "Ana Reyes"},
        "submitted_at": "2026-11-09T11:00:00.000Z",
        "overall_recommendation": "no",
        "attributes": [
            {"name": "Data modelling", "type": "Skills", "note": "Began with the tables.", "rating": "no"},
            {"name": "Testing", "type": "Skills", "note": None, "rating": NO_DECISION},
        ],
        "questions": [{"id": None, "question": "Key Take-Aways", "answer": "Careful, but slow to ask."}],
    }
    return card | fields


def greenhouse_application(**fields: object) -> dict[str, Any]:
    application = {
        "id": 201,
        "candidate_id": 301,
        "prospect": False,
        "rejected_at": None,
        "rejection_reason": None,
        "jobs": [{"id": 401, "name": "Data Engineer"}],
        "status": "rejected",
        "current_stage": {"id": 9, "name": "Final"},
    }
    return application | fields


def greenhouse_candidate(**fields: object) -> dict[str, Any]:
    candidate = {
        "id": 301,
        "first_name": "Marta",
        "last_name": "Silva",
        "email_addresses": [
            {"value": "m.silva@work.example.org", "type": "work"},
            {"value": "marta@example.org", "type": "personal"},
        ],
        "application_ids": [201],
    }
    return candidate | fields


def greenhouse_files(
    folder: Path, *cards: dict[str, Any], application: object = None, candidate: object = None
) -> list[Path]:
    return [
        write(folder, "scorecards.json", list(cards) or [greenhouse_card()]),
        write(folder, "applications.json", [application or greenhouse_application()]),
        write(folder, "candidates.json", [candidate or greenhouse_candidate()]),
    ]


# Lever
RATING = {"id": "f1", "type": "score-system", "text": "Rating", "value": "2 - No Hire", "options": []}
SCORES = {
    "id": "f2",
    "type": "scorecard",
    "text": "",
    "scores": [{"text": "Data modelling"}, {"text": "Testing"}],
    "value": [{"score": 2, "comment": "Began with the tables."}, {"score": None, "comment": None}],
}
WORDS = {"id": "f3", "type": "textarea", "text": "Comments", "value": "Careful, but slow to ask."}


def lever_form(*fields: dict[str, Any], **others: object) -> dict[str, Any]:
    form = {
        "id": "form-1",
        "type": "interview",
        "text": "Modelling exercise",
        "instructions": "",
        "fields": list(fields) or [RATING, SCORES, WORDS],
        "baseTemplateId": "t1",
        "interview": None,
        "panel": None,
        "user": "u1",
        "createdAt": 1794218400000,
        "updatedAt": None,
        "completedAt": 1794222000000,
        "deletedAt": None,
    }
    return form | others


LEVER_PARTS: dict[str, dict[str, Any]] = {
    "opportunity": {
        "id": "opp-1",
        "name": "Marta Silva",
        "contact": "c1",
        "stage": "st1",
        "emails": ["marta@example.org"],
        "archived": None,
        "applications": ["app-1"],
    },
    "application": {"id": "app-1", "opportunityId": "opp-1", "candidateId": "opp-1", "posting": "p1"},
    "posting": {"id": "p1", "text": "Data Engineer", "state": "closed", "categories": {}},
    "user": {"id": "u1", "name": "Ana Reyes", "email": "ana@example.org", "accessRole": "interviewer"},
    "stage": {"id": "st1", "text": "On-site"},
}


def lever_files(folder: Path, *forms: dict[str, Any], **parts: object) -> list[Path]:
    """Write forms and the objects that they point to; a part that is None is left away."""
    files = [write(folder, "forms.json", {"data": list(forms) or [lever_form()], "hasNext": False})]
    for name, value in (LEVER_PARTS | parts).items():
        if value is not None:
            listed = value if isinstance(value, list) else [value]
            files.append(write(folder, f"{name}.json", {"data": listed}))
    return files
