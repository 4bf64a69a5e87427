"""Invented responses of Recruitee; together they are one application with two evaluations."""

from typing import Any

RESULT: dict[str, Any] = {
    "id": 9001,
    "kind": "rating",
    "candidate_id": 592,
    "offer_id": 77,
    "stage_id": 31,
    "admin_id": 5,
    "rating": "no",
    "rating_note": "Began with the tables.<br>Asked no questions.",
    "interview_template_name": None,
    "interview_result_answers": [],
    "created_at": "2026-11-09T11:00:00.000000Z",
    "updated_at": "2026-11-09T11:00:00.000000Z",
}
FORM = RESULT | {
    "id": 9002,
    "kind": "template_form",
    "admin_id": 6,
    "rating": "yes",
    "rating_note": "",
    "interview_template_name": "Modelling exercise",
    "interview_result_answers": [
        {"question_title": None, "question_kind": "info", "question_hint": "On modelling.", "content": ""},
        {"question_title": "What went well?", "question_kind": "text", "content": "Careful with keys."},
        {"question_title": "Private remarks", "question_kind": "text", "content": "Wants 80k a year."},
    ],
}
REFERENCES = [
    {"id": 5, "type": "Admin", "first_name": "Ana", "last_name": "Reyes"},
    {"id": 6, "type": "Admin", "first_name": "Olu", "last_name": "Ade"},
    {"id": 31, "type": "Stage", "name": "On-site"},
    {"id": 592, "type": "Candidate", "name": "Marta Silva"},
]
PLACEMENT: dict[str, Any] = {
    "id": 4401,
    "offer_id": 77,
    "stage_id": 31,
    "disqualified_at": None,
    "ratings": {},
}
CANDIDATE: dict[str, Any] = {
    "id": 592,
    "name": "Marta Silva",
    "emails": ["marta@example.org"],
    "phones": [],
    "placements": [PLACEMENT],
}
OFFER = {"id": 77, "title": "Data Engineer", "slug": "data-engineer", "status": "published", "kind": "job"}

SAMPLES: dict[str, Any] = {
    "results": {"interview_results": [RESULT, FORM], "references": REFERENCES, "hidden_results_preview": []},
    "candidate": {"candidate": CANDIDATE, "references": REFERENCES},
    "offers": {"offers": [OFFER], "meta": {}},
    "disqualify-reasons": {"disqualify_reasons": [{"id": 1, "name": "Lacking skills"}]},
}
