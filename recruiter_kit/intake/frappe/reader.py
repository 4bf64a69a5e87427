"""Reader of saved Frappe HR documents: interview feedback, with the applicants and openings it points to.

In: documents in any order, as the REST API answers them. Out: applications, one for each job applicant, with
a scorecard for each submitted feedback. Source: docs/formats.md.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.frappe.feedback import feedback_card, is_submitted
from recruiter_kit.intake.frappe.scale import FRAPPE_SCALE, written_as_fractions
from recruiter_kit.intake.frappe.shapes import KINDS, frappe_part
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.scorecards import by_application, keep_application, read_applications
from recruiter_kit.intake.values import day_in, objects_in, text_in
from recruiter_kit.model import Notice

_SAYS = {
    "applicant": lambda value: (text_in(value, "applicant_name"), text_in(value, "job_title")),
    "opening": lambda value: (text_in(value, "job_title"),),
    "interview": lambda value: (text_in(value, "job_applicant"),),
}


def read_frappe(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all files of Frappe HR to what was found."""
    export = gather(documents, frappe_part, _SAYS, found, id_key="name")
    report_held(export, "Frappe HR", ("feedback",), "interview feedback", KINDS, found)

    def applicant_of(value: dict[str, Any]) -> str | None:
        interview = export.value("interview", text_in(value, "interview"))
        return text_in(value, "job_applicant") or text_in(interview, "job_applicant")

    feedback = by_application(
        export, "feedback", "job_applicant", applicant_of, found, partial(is_submitted, found=found)
    )
    for _, where in [each for each in export.listed["interview"] if text_in(each[0], "interview_summary")]:
        found.notices.append(where.at("interview_summary").notice("left_out", "summary_left_out"))
    read = partial(_read_application, fractions=_fractions(export, found))
    read_applications(feedback, "applicant", export, found, read, FRAPPE_SCALE)


def _fractions(export: Export, found: Found) -> bool | None:
    inside = [
        (skill.get("rating"), where)
        for value, where in export.listed["feedback"]
        for _, skill in objects_in(value, "skill_assessment")
    ]
    ratings = [*inside, *((skill.get("rating"), where) for skill, where in export.listed["skill"])]
    fractions = written_as_fractions(rating for rating, _ in ratings)
    ones = [where for rating, where in ratings if rating == 1 and not isinstance(rating, bool)]
    if fractions is None and ones:
        found.notices.append(Where(ones[0].file).notice("lacking", "stars_unclear", count=len(ones)))
    return fractions


def _read_application(
    applicant: str,
    feedback: Sequence[Placed],
    export: Export,
    roles: ExportRoles,
    found: Found,
    *,
    fractions: bool | None,
) -> None:
    first = feedback[0][1]
    value, where = export.find("applicant", applicant) or ({}, first)
    opening = text_in(value, "job_title")
    needs = [Need("opening", opening, "job_absent")] if opening else []
    problem = export.problem(first, Need("applicant", applicant, "candidate_absent"), *needs)
    problem = problem or _mixed(applicant, feedback, export)
    if problem is not None:
        found.refuse(problem)
        return
    held = export.value("opening", opening)
    # An applicant without an opening applied for a designation.
    designation = text_in(value, "designation") or text_in(held, "designation")
    for copy, at in export.copies("applicant", applicant):
        found.hear(
            applicant, text_in(copy, "status"), at.of(applicant).at("status"), day_in(copy, "modified")
        )
    read = {
        "id": applicant,
        "role": opening or designation,
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(value, "applicant_name"), "email": text_in(value, "email_id")},
    }
    cards = [feedback_card(each, at, export, found, fractions=fractions) for each, at in feedback]
    title = text_in(held, "job_title") or designation or ""
    company = text_in(held, "company") or ""
    keep_application(read, title, cards, roles, found, where.of(applicant), where, company)


def _mixed(applicant: str, feedback: Sequence[Placed], export: Export) -> Notice | None:
    """Return an error about feedback on an interview of somebody else, or None."""
    for value, where in feedback:
        other = text_in(export.value("interview", text_in(value, "interview")), "job_applicant")
        if other not in (None, applicant):
            return where.notice("error", "candidate_mixed", candidate=applicant, other=other)
    return None
