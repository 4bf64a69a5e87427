"""How the flat lists of Greenhouse Harvest v3 look, recognised by their keys.

In: any value. Out: whether it is of this source, and what each row is. A row of an id and a name may be
several things; what it is depends on what points at it (lists.py).
Source: ats-formats, Greenhouse Harvest v3.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.greenhouse.shapes import is_bare_candidate
from recruiter_kit.intake.records import Item, items, named_items
from recruiter_kit.intake.values import has

# What rows are called in a list or stream of this name.
PARTS = {
    "scorecards": "scorecard",
    "scorecard_candidate_attributes": "rating",
    "job_candidate_attributes": "attribute",
    "scorecard_questions": "question",
    "scorecard_question_answers": "answer",
    "scorecard_question_answer_options": "choice",
    "scorecard_question_options": "option",
    "applications": "application",
    "candidates": "candidate",
    "jobs": "job",
    "users": "user",
    "interview_kits": "kit",
    "job_interviews": "interview",
    "interviewers": "interviewer",
    "rejection_details": "rejection",
    "rejection_reasons": "reason",
    "notes": "note",
}
# Lists that no other system has under this name; "jobs" and "users" are anybody's.
_OWN_NAMES = frozenset(
    {"job_candidate_attributes", *(name for name in PARTS if name.startswith("scorecard_"))}
)
_CARD = ("candidate_rating", "submitter_id", "private_notes", "public_notes")
_OPEN = (
    *("stage_name", "status", "prospect", "prospective_job_ids"),
    *("job_post_id", "needs_decision", "rejected_at"),
)
_JOB = frozenset(
    {"confidential", "copied_from_id", "department_id", "is_template", "office_ids", "requisition_id"}
)
_NOT_APPLICATION = ("jobs", "application_id", "applied_at", "hired_at")


def _has_one(value: dict[str, Any], *keys: str) -> bool:
    return any(key in value for key in keys)


_ROWS: tuple[tuple[str, Callable[[dict[str, Any]], bool]], ...] = (
    ("scorecard", lambda row: "application_id" in row and _has_one(row, *_CARD) and "interview" not in row),
    ("rating", lambda row: has(row, "scorecard_id", "job_candidate_attribute_id")),
    ("choice", lambda row: has(row, "scorecard_question_answer_id", "scorecard_question_option_id")),
    ("answer", lambda row: has(row, "scorecard_id", "scorecard_question_id")),
    ("option", lambda row: has(row, "name", "scorecard_question_id")),
    ("question", lambda row: has(row, "question", "interview_kit_id")),
    (
        "application",
        lambda row: (
            has(row, "id", "candidate_id", "job_id")
            and _has_one(row, *_OPEN)
            and not _has_one(row, *_NOT_APPLICATION)
        ),
    ),
    (
        "candidate",
        lambda row: has(row, "id", "first_name", "can_email") and _has_one(row, "private", "preferred_name"),
    ),
    ("user", lambda row: has(row, "id", "primary_email") and _has_one(row, "deactivated", "site_admin")),
    ("job", lambda row: has(row, "id", "name") and len(_JOB & row.keys()) > 1 and "departments" not in row),
    ("attribute", lambda row: has(row, "name", "candidate_attribute_type_id")),
    (
        "other",
        lambda row: has(row, "name", "job_id", "is_draft") or has(row, "application_id", "job_interview_id"),
    ),
    ("kit", lambda row: has(row, "id", "job_interview_id")),
    ("interview", lambda row: has(row, "name", "job_interview_stage_id")),
    ("other", lambda row: has(row, "application_id", "job_interview_stage_id")),
    ("interviewer", lambda row: has(row, "interview_id", "scorecard_id")),
    ("rejection", lambda row: has(row, "application_id", "rejection_reason_id")),
    ("reason", lambda row: has(row, "id", "name", "type") and has(row["type"], "id", "key", "name")),
    (
        "note",
        lambda row: has(row, "body", "candidate_id") and str(row.get("visibility")).endswith("_visible"),
    ),
)
_VISIBILITY = ("admin_only_visible", "privately_visible", "publicly_visible")
_PERSON = frozenset({"first_name", "last_name"})
_OF_USER = frozenset({"deactivated", "emails", "employee_id", "job_title", "primary_email", "site_admin"})
_WITH_JOB = frozenset({"active", "duration", "job_id", "scheduling_type", "sort_order"})
_BARE = frozenset(
    {"id", "name", "status", "confidential", "requisition_id"}
    | {"created_at", "updated_at", "opened_at", "closed_at"}
)


def is_greenhouse_v3(value: Any) -> bool:
    """Whether this holds rows of Greenhouse Harvest v3."""
    return any(row_part(item.value) or item.name in _OWN_NAMES for item in named_items(value))


def may_be_greenhouse_v3(value: Any) -> bool:
    """Whether these are rows of which other lists of v3 can say what they are."""
    found = [bool(possible_parts(item)) and not row_part(item) for _, item in items(value)]
    return bool(found) and all(found)


def part_of(item: Item) -> str | None:
    """Return what a row is by its keys, or else by the name of its list; None where neither says it."""
    return row_part(item.value) or (PARTS.get(item.name) if isinstance(item.value, dict) else None)


def row_part(row: Any) -> str | None:
    """Return what a row is by its own keys, or None."""
    if not isinstance(row, dict):
        return None
    return next((name for name, fits in _ROWS if fits(row)), None)


def possible_parts(row: Any) -> tuple[str, ...]:
    """Return what a row of an id and little more may be."""
    if not isinstance(row, dict) or "id" not in row:
        return ()
    keys = row.keys()
    if is_bare_candidate(row):
        return ("candidate",)
    if keys & (_PERSON | _OF_USER) and keys <= _BARE | _PERSON | _OF_USER:
        return ("user",) if keys & _OF_USER else ("user", "candidate")
    if "name" in row and "job_id" in row and keys <= _BARE | _WITH_JOB:
        return ("attribute", "interview")
    return ("user", "job", "reason") if "name" in row and keys <= _BARE else ()
