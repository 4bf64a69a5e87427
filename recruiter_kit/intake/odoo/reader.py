"""Reader of records saved from Odoo's external API: applicants, and feedback on their activities.

In: documents in any order. Out: applications, one for each applicant, with a scorecard for each activity that
was marked as done with feedback. Survey answers are the applicant's own, and messages mix mail, log and
remarks: both are named and left out, as is an evaluation that nobody signed. Source: docs/formats.md.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.odoo.shapes import KINDS, odoo_items, odoo_part, pair
from recruiter_kit.intake.scorecards import (
    Answers,
    Card,
    by_application,
    keep_application,
    read_applications,
    report_rejection,
)
from recruiter_kit.intake.values import as_id, day_in, id_in, text_in

_APPLICANT = "hr.applicant"
_SAYS = {"applicant": lambda value: (text_in(value, "partner_name"), pair(value, "job_id")[0])}


def read_odoo(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all files of Odoo to what was found."""
    export = gather(documents, odoo_part, _SAYS, found, odoo_items)
    expected = "activities with feedback (mail.activity)"
    report_held(export, "Odoo", ("activity",), expected, KINDS, found)
    _report_left_out(export, found)
    activities = by_application(
        export,
        "activity",
        "res_id",
        lambda activity: as_id(activity.get("res_id")),
        found,
        partial(_is_feedback, found=found),
    )
    read_applications(activities, "applicant", export, found, _read_application)


def _is_feedback(activity: dict[str, Any], where: Where, found: Found) -> bool:
    """Whether somebody marked an activity as done and wrote what came of it; report why it is not so."""
    if activity.get("res_model") != _APPLICANT or where.application is None:
        return False
    if activity.get("automated") is True:
        found.notices.append(where.notice("left_out", "activity_automated"))
        return False
    done = bool(text_in(activity, "date_done")) or activity.get("active") is False
    if not done or text_in(activity, "feedback") is None:
        found.notices.append(where.notice("left_out", "activity_open"))
        return False
    return True


def _read_application(
    applicant: str, activities: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    first = activities[0][1]
    problem = export.problem(first, Need("applicant", applicant, "candidate_absent"))
    value, where = export.find("applicant", applicant) or ({}, first)
    job, title = pair(value, "job_id")
    if problem is None and (job is None or title is None):
        problem = where.of(applicant).notice("error", "job_absent", job=job or "—")
    if problem is not None:
        found.refuse(problem)
        return
    _hear_status(applicant, export, found)
    email = text_in(value, "email_from") or text_in(value, "email_normalized")
    if email and value.get("is_blacklisted") is True:
        at = where.of(applicant).at("is_blacklisted")
        found.notices.append(at.notice("left_out", "not_to_be_emailed"))
        email = None
    read = {
        "id": applicant,
        "role": job,
        "stage": pair(value, "stage_id")[1],
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {
            "given_name": text_in(value, "partner_name") or pair(value, "candidate_id")[1],
            "email": email,
        },
    }
    cards = [_card(activity, at, found) for activity, at in activities]
    keep_application(read, title or "", cards, roles, found, where.of(applicant), where)


def _card(activity: dict[str, Any], where: Where, found: Found) -> Card:
    answers = Answers(where)
    answers.write(text_in(activity, "feedback"))
    answers.report(found.notices)
    user, name = pair(activity, "user_id")
    done = day_in(activity, "date_done")
    value: dict[str, Any] = {
        "id": id_in(activity, "id"),
        "interviewer": {"name": name or user},
        "interview": text_in(activity, "summary") or pair(activity, "activity_type_id")[1],
        "submitted_at": f"{done.isoformat()}T00:00:00" if done else None,
        "ratings": [],
        **answers.notes,
    }
    return Card(value, where, named=name is not None)


def _hear_status(applicant: str, export: Export, found: Found) -> None:
    reasons: dict[str, Where] = {}
    for value, where in export.copies("applicant", applicant):
        at, on = where.of(applicant), day_in(value, "write_date")
        status = text_in(value, "application_status")
        found.hear(applicant, status, at.at("application_status"), on)
        reason = pair(value, "refuse_reason_id")[1]
        if reason:
            found.hear_reason(applicant, reason, at.at("refuse_reason_id"), on)
            reasons.setdefault(reason, at)
        stage = pair(value, "stage_id")[1]
        closed = reason is not None or status_of(status) is Status.CLOSED
        found.hear_stage(applicant, stage, at.at("stage_id"), on, closed=closed)
    for reason, at in reasons.items():
        report_rejection(reason, at, found)


def _report_left_out(export: Export, found: Found) -> None:
    """Report what is not the feedback of a known person, messages and answers once for each file."""
    for kind, message in (
        ("answers", "survey_answers"),
        ("answer", "survey_answers"),
        ("message", "messages_left_out"),
    ):
        files = [where.file for _, where in export.listed[kind]]
        for file in dict.fromkeys(files):
            found.notices.append(Where(file).notice("left_out", message, count=files.count(file)))
    for value, where in export.listed["applicant"]:
        rated = value.get("priority") not in (None, False, "", "0")
        if rated or text_in(value, "applicant_notes"):
            at = where.at("priority" if rated else "applicant_notes").of(id_in(value, "id"))
            found.notices.append(at.notice("left_out", "summary_left_out"))
