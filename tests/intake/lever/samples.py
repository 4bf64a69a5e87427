"""Files of Lever that are recognised by themselves."""

from typing import Any

from tests.intake.sources import LEVER_PARTS, lever_form

NOTE = {"id": "n1", "text": "Note", "fields": [{"type": "note", "value": "Wants 80k."}], "secret": True}
TEMPLATE = {"id": "t1", "text": "Phone", "instructions": "", "group": {}, "fields": []}
REASON = {"id": "r1", "text": "Underqualified", "status": "active", "type": "non-hired"}
WEBHOOK = {
    "triggeredAt": 1794222000000,
    "event": "candidateArchiveChange",
    "data": {"opportunityId": "opp-1", "candidateId": "opp-1", "toArchived": {"reason": "r1"}},
    "signature": "0",
    "token": "0",
}


def recorded(value: object, endpoint: str = "/v1/opportunities/opp-1/feedback") -> list[dict[str, Any]]:
    """Return a call as recorders save it, with its answer."""
    return [
        {"method": "GET", "endpoint": endpoint, "status": 200, "request": {}, "response": {"data": value}}
    ]


SAMPLES: dict[str, dict[str, Any]] = {
    "Lever feedback forms": {
        "forms": {"data": [lever_form()], "hasNext": False},
        "bare forms": [lever_form()],
        "one form": {"data": lever_form()},
        "forms by opportunity": {"opp-1": [lever_form()]},
        "envelopes by opportunity": {"opp-1": {"data": [lever_form()]}},
        "forms in wrapping": [{"opportunity": "opp-1", "data": [lever_form()]}],
        **{name: {"data": [part]} for name, part in LEVER_PARTS.items()},
        "archive reasons": {"data": [REASON]},
        "note": {"data": NOTE},
        "template": {"data": [TEMPLATE]},
        "webhook": WEBHOOK,
        "webhook setting": {"data": {"id": "w1", "event": "candidateHired", "url": "", "configuration": {}}},
        "recorded call": recorded(lever_form()),
        "connector": [
            {"stream": "opportunities", "data": LEVER_PARTS["opportunity"], "emitted_at": 1},
            {"stream": "notes", "data": NOTE, "emitted_at": 1},
        ],
        "tap": [
            {"type": "SCHEMA", "stream": "feedback", "schema": {}, "key_properties": ["id"]},
            {"type": "RECORD", "stream": "feedback", "record": lever_form()},
        ],
    }
}
