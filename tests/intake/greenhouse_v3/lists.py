"""Small lists as Greenhouse Harvest v3 writes them, with invented people."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from tests.intake.sources import write

TIME = "2026-11-09T15:00:00Z"
CARD: dict[str, Any] = {
    "id": 501,
    "application_id": 201,
    "interview_kit_id": 11,
    "interviewer_id": 42,
    "submitter_id": 42,
    "candidate_rating": "no",
    "status": "complete",
    "interviewed_at": TIME,
    "submitted_at": TIME,
    "notes": "Careful, but slow to ask.",
    "public_notes": "Careful, but slow to ask.",
    "public_notes_with_tags": "<p>Careful, but slow to ask.</p>",
    "private_notes": "Wants 80k.",
}
DRAFT = CARD | {
    "id": 502,
    "interviewer_id": 43,
    "status": "draft",
    "submitted_at": None,
    "notes": "One line.",
}
LISTS: dict[str, list[dict[str, Any]]] = {
    "scorecards": [CARD, DRAFT],
    "scorecard_candidate_attributes": [
        {
            "id": 1,
            "scorecard_id": 501,
            "job_candidate_attribute_id": 301,
            "candidate_attribute_rating": "no",
            "note": "Began with the tables.",
        },
        {
            "id": 2,
            "scorecard_id": 501,
            "job_candidate_attribute_id": 302,
            "candidate_attribute_rating": "no_decision",
            "note": None,
        },
    ],
    "job_candidate_attributes": [
        {"id": 301, "job_id": 401, "name": "Data modelling"},
        {"id": 302, "job_id": 401, "name": "Testing"},
    ],
    "scorecard_questions": [
        {"id": 71, "interview_kit_id": 11, "question": "<p>What was finished?</p>", "answer_type": "text"},
        {"id": 72, "interview_kit_id": 11, "question": "Hire again?", "answer_type": "yes_no"},
        {"id": 73, "interview_kit_id": 11, "question": "Which office?", "answer_type": "single_select"},
        {"id": 74, "interview_kit_id": 11, "question": "Be kind.", "answer_type": "instruction"},
    ],
    "scorecard_question_answers": [
        {
            "id": 1,
            "scorecard_id": 501,
            "scorecard_question_id": 71,
            "answer": "One task.",
            "boolean_value": None,
        },
        {"id": 2, "scorecard_id": 501, "scorecard_question_id": 72, "answer": None, "boolean_value": False},
        {"id": 3, "scorecard_id": 501, "scorecard_question_id": 73, "answer": "", "boolean_value": None},
    ],
    "scorecard_question_answer_options": [
        {"id": 1, "scorecard_question_answer_id": 3, "scorecard_question_option_id": 9}
    ],
    "applications": [
        {"id": 201, "candidate_id": 101, "job_id": 401, "status": "rejected", "stage_name": "Final"}
    ],
    "candidates": [
        {
            "id": 101,
            "first_name": "Marta",
            "last_name": "Silva",
            "email_addresses": [{"value": "marta@example.org", "type": "personal"}],
        }
    ],
    "jobs": [{"id": 401, "name": "Data Engineer"}],
    "users": [
        {"id": 42, "first_name": "Ana", "last_name": "Reyes"},
        {"id": 43, "first_name": "Ben", "last_name": "Marsh"},
    ],
}


def v3_lists(**changed: object) -> dict[str, Any]:
    """Return the lists; one that is changed to None is left away."""
    lists: dict[str, Any] = deepcopy(LISTS) | changed
    return {name: rows for name, rows in lists.items() if rows is not None}


def v3_files(folder: Path, **changed: object) -> list[Path]:
    """Write each list to a file of its own."""
    return [write(folder, f"{name}.json", rows) for name, rows in v3_lists(**changed).items()]


def changed_row(name: str, **fields: object) -> dict[str, Any]:
    """Return a list with its first row changed, as an argument of `v3_files`."""
    first, *others = deepcopy(LISTS[name])
    return {name: [first | fields, *others]}
