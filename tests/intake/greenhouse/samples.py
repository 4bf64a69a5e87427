"""Files of Greenhouse Harvest v1 that are recognised by themselves."""

from typing import Any

from tests.intake.sources import greenhouse_application, greenhouse_candidate, greenhouse_card

_REASON = {"id": 1, "name": "Too slow", "type": {"id": 1, "name": "We rejected them"}}
_OLD_CARD = {
    key: value for key, value in greenhouse_card().items() if key not in ("interviewer", "interview_step")
}

SAMPLES: dict[str, dict[str, Any]] = {
    "Greenhouse Harvest v1": {
        "scorecards": [greenhouse_card()],
        "one scorecard": greenhouse_card(),
        "old scorecard": [_OLD_CARD],
        "applications": [greenhouse_application()],
        "wrapped applications": {"applications": [greenhouse_application()]},
        "candidate": greenhouse_candidate(applications=[greenhouse_application()], title="Engineer"),
        "rejection reasons": [_REASON],
        "scheduled interview": [{"id": 1, "application_id": 201, "interview": {"id": 1}, "interviewers": []}],
        "job": [{"id": 401, "name": "Data Engineer", "openings": [], "departments": [], "offices": []}],
        "user": [
            {"id": 2, "name": "Ana Reyes", "primary_email_address": "ana@example.org", "disabled": False}
        ],
        "webhook": {
            "action": "reject_candidate",
            "payload": {"application": {"id": 201, "jobs": [{"id": 401, "name": "Data Engineer"}]}},
        },
        "connector": [
            {"stream": "applications", "data": greenhouse_application(), "emitted_at": 1},
            {"stream": "scorecards", "data": greenhouse_card(), "emitted_at": 1},
        ],
    }
}
