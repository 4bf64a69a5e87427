"""Files of Greenhouse Harvest v3 that are recognised by themselves."""

from typing import Any

from tests.intake.greenhouse_v3.lists import LISTS, v3_lists

_FULL_CANDIDATE = LISTS["candidates"][0] | {"can_email": True, "private": False, "title": "Engineer"}
_FULL_USER = LISTS["users"][0] | {
    "primary_email": "ana@example.org",
    "deactivated": False,
    "site_admin": False,
}
_FULL_JOB = {
    "id": 401,
    "name": "Data Engineer",
    "confidential": False,
    "office_ids": [],
    "department_id": None,
}
_REASON = {
    "id": 4,
    "name": "Skills",
    "type": {"id": 1, "key": "WE_REJECTED_THEM", "name": "We rejected them"},
}

SAMPLES: dict[str, dict[str, Any]] = {
    "Greenhouse Harvest v3": {
        **{
            name: LISTS[name]
            for name in LISTS
            if name not in ("candidates", "jobs", "users", "job_candidate_attributes")
        },
        "one file": v3_lists(),
        "wrapped applications": {"applications": LISTS["applications"]},
        "wrapped attributes": {"job_candidate_attributes": LISTS["job_candidate_attributes"]},
        "whole candidate": [_FULL_CANDIDATE],
        "whole user": [_FULL_USER],
        "whole job": [_FULL_JOB],
        "rejection reason": [_REASON],
        "rejection": [{"id": 1, "application_id": 201, "rejection_reason_id": 4, "rejected_at": None}],
        "kit": [{"id": 11, "job_id": 401, "job_interview_id": 21}],
        "interview": [{"id": 21, "job_id": 401, "job_interview_stage_id": 31, "name": "Modelling"}],
        "interviewer": [{"id": 1, "interview_id": 5, "user_id": 42, "scorecard_id": 501}],
        "note": [{"id": 1, "candidate_id": 101, "body": "Called.", "visibility": "publicly_visible"}],
        "connector": [
            {"stream": name, "data": row, "emitted_at": 1} for name, rows in LISTS.items() for row in rows
        ],
        "tap": [
            {"type": "SCHEMA", "stream": "scorecards", "schema": {}, "key_properties": ["id"]},
            *({"type": "RECORD", "stream": "scorecards", "record": row} for row in LISTS["scorecards"]),
            {"type": "STATE", "value": {}},
        ],
    }
}
