"""One evaluation of Recruitee as a scorecard.

In: an interview result. Out: a scorecard with the thumb as its recommendation and the texts as its note.
Answers to questions are read where they are text; what else a question may hold is not published.
Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.intake.cards import Answers, Card, entries, full_name, not_on_scale, time_in
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.parts import Parts
from recruiter_kit.intake.recruitee.shapes import recruitee_recommendation
from recruiter_kit.intake.scales import UNKNOWN
from recruiter_kit.intake.values import id_in, object_in, text_in

_HEADING = "info"
_TEXT = "text"


def evaluation_card(result: dict[str, Any], where: Where, parts: Parts, found: Found) -> Card:
    """Return the scorecard of one evaluation."""
    literal = result.get("rating")
    recommendation = recruitee_recommendation(literal)
    if recommendation is UNKNOWN:
        found.notices.append(not_on_scale(literal, where.at("rating")))
    answers = Answers(where)
    answers.write(text_in(result, "rating_note"))
    for _, answer in entries(result, "interview_result_answers", where, found):
        _read_answer(answer, answers)
    answers.report(found)
    value: dict[str, Any] = {
        "id": id_in(result, "id"),
        "interviewer": {"name": reviewer(result, parts) or id_in(result, "admin_id")},
        "interview": text_in(result, "interview_template_name") or _stage(result, parts),
        "submitted_at": time_in(result, "created_at", where, found),
        "recommendation": None if recommendation is UNKNOWN else recommendation,
        "raw": None if literal in (None, "") else str(literal)[:200],
        "ratings": [],
        **answers.notes,
    }
    return Card(value, where)


def reviewer(result: dict[str, Any], parts: Parts) -> str | None:
    """Return the name of who evaluated, or None where the files do not have it."""
    for person in (
        object_in(result, "admin"),
        parts.value("admin", id_in(result, "admin_id")),
        object_in(result, "guest"),
    ):
        name = text_in(person, "name") or full_name(person, "first_name", "last_name")
        if name:
            return name
    return None


def _stage(result: dict[str, Any], parts: Parts) -> str | None:
    own = text_in(object_in(result, "stage"), "name")
    return own or text_in(parts.value("stage", id_in(result, "stage_id")), "name")


def _read_answer(answer: dict[str, Any], answers: Answers) -> None:
    kind, heading, content = (
        text_in(answer, "question_kind"),
        text_in(answer, "question_title"),
        answer.get("content"),
    )
    if kind == _HEADING or content in (None, "", [], {}):
        return
    if kind == _TEXT and isinstance(content, str):
        answers.write(content, heading or "")
    else:
        answers.leave_out(heading or kind or "")
