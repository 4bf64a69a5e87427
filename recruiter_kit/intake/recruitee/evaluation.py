"""One evaluation of Recruitee as a scorecard.

In: an interview result. Out: a scorecard with the thumb as its recommendation and the texts as its note.
Answers to questions are read where they are text; what else a question may hold is not published.
Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.recruitee.shapes import recruitee_recommendation
from recruiter_kit.intake.scorecards import Answers, Card, entries, full_name, recommended
from recruiter_kit.intake.values import id_in, object_in, text_in

_HEADING = "info"
_TEXT = "text"


def evaluation_card(result: dict[str, Any], where: Where, export: Export, found: Found) -> Card:
    """Return the scorecard of one evaluation."""
    literal = result.get("rating")
    answers = Answers(where)
    answers.write(text_in(result, "rating_note"))
    for _, answer in entries(result, "interview_result_answers", where, found):
        _read_answer(answer, answers)
    answers.report(found.notices)
    name = _reviewer(result, export)
    value: dict[str, Any] = {
        "id": id_in(result, "id"),
        "interviewer": {"name": name or id_in(result, "admin_id")},
        "interview": text_in(result, "interview_template_name") or _stage(result, export),
        "submitted_at": moment_in(result, "created_at", where, found.notices),
        **recommended(recruitee_recommendation(literal), literal, where.at("rating"), found),
        "ratings": [],
        **answers.notes,
    }
    return Card(value, where, named=name is not None)


def _reviewer(result: dict[str, Any], export: Export) -> str | None:
    """Return the name of who evaluated, or None where the files do not have it."""
    for person in (
        object_in(result, "admin"),
        export.value("admin", id_in(result, "admin_id")),
        object_in(result, "guest"),
    ):
        name = text_in(person, "name") or full_name(person, "first_name", "last_name")
        if name:
            return name
    return None


def _stage(result: dict[str, Any], export: Export) -> str | None:
    own = text_in(object_in(result, "stage"), "name")
    return own or text_in(export.value("stage", id_in(result, "stage_id")), "name")


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
