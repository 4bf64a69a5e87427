"""Reader of saved Ashby feedback, with the applications, interviews and users that it points to.

In: documents in any order. Out: roles whose criteria are the scores of the forms, and applications. Joined by
ids only; several applications of one candidate are never mixed. An archive reason is not a decision (R1): it
is reported, never used. Source: ats-formats, section 4.
"""

from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.ashby.feedback import ASHBY_SCALE, read_feedback
from recruiter_kit.intake.ashby.shapes import KINDS, ashby_part
from recruiter_kit.intake.ashby.status import hear_status
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scales import UNKNOWN
from recruiter_kit.intake.scorecards import (
    Card,
    by_application,
    full_name,
    keep_application,
    read_applications,
    recommended,
    report_rejection,
)
from recruiter_kit.intake.values import has, id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say

_UNREAD = ("submission", "note", "webhook")


def read_ashby(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Ashby files to what was found."""
    export = gather(documents, ashby_part, {"application": _person_and_job}, found)
    expected = "feedback (applicationFeedback.list)"
    report_held(export, "Ashby", ("feedback",), expected, KINDS, found, _UNREAD)
    for card, where in export.listed["feedback"]:
        for person in ("submittedByUser", "creditedToUser"):
            if _name_of(object_in(card, person)):
                export.add("user", object_in(card, person), where.at(person))
    cards = by_application(
        export, "feedback", "applicationId", lambda card: id_in(card, "applicationId"), found
    )
    read_applications(cards, "application", export, found, _read_application, ASHBY_SCALE)


def _read_application(
    application: str, cards: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    problem = export.problem(cards[0][1], Need("application", application, "application_absent"))
    if problem is not None:
        found.refuse(problem)
        return
    value, where = export.find("application", application) or cards[0]
    where = where.of(application)
    hear_status(application, export, found)
    candidate, job = object_in(value, "candidate"), object_in(value, "job")
    read = {
        "id": application,
        "role": id_in(job, "id"),
        "stage": _stage(value),
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(candidate, "name"), "email": _email(candidate, export)},
    }
    made = [made for card, at in cards if (made := _card(card, at, export, found))]
    _report_archive(value, where, found)
    keep_application(read, text_in(job, "title") or "", made, roles, found, where, where.at("candidate"))


def _card(card: dict[str, Any], where: Where, export: Export, found: Found) -> Card | None:
    """Return a scorecard, None where it is a draft or its form is not known."""
    if card.get("submittedAt", "") is None:
        found.notices.append(where.notice("left_out", "draft"))
        return None
    form = _form_of(card, export)
    if form is None:
        found.refuse(where.at("formDefinition").notice("error", "form_absent"))
        return None
    read = read_feedback(card, form, where, found)
    interview = export.value("interview", id_in(card, "interviewId"))
    name = _interviewer(card, export)
    value = {
        "id": id_in(card, "id"),
        "interviewer": {"name": name},
        "interview": text_in(interview, "externalTitle") or text_in(interview, "title"),
        "submitted_at": moment_in(card, "submittedAt", where, found.notices),
        # What can be selected has no documented order.
        **recommended(UNKNOWN if read.overall else None, "; ".join(read.overall), where, found),
        "ratings": read.ratings,
        **read.answers.notes,
    }
    return Card(value, where, read.criteria, id_in(card, "interviewEventId"), name is not None)


def _form_of(card: dict[str, Any], export: Export) -> dict[str, Any] | None:
    """Return the definition that travels with the feedback, or that of the list of forms."""
    if has(object_in(card, "formDefinition"), "sections"):
        return object_in(card, "formDefinition")
    listed = export.find("form", id_in(card, "feedbackFormDefinitionId"))
    return object_in(listed[0], "formDefinition") if listed else None


def _interviewer(card: dict[str, Any], export: Export) -> str | None:
    """Return whose feedback it is: of the user it is credited to, who need not have submitted it."""
    person = object_in(card, "creditedToUser") or object_in(card, "submittedByUser")
    return _name_of(person) or _name_of(export.value("user", id_in(person, "id")))


def _name_of(user: dict[str, Any]) -> str | None:
    return full_name(user, "firstName", "lastName")


def _email(candidate: dict[str, Any], export: Export) -> str | None:
    listed = export.value("candidate", id_in(candidate, "id"))
    addresses = (text_in(object_in(each, "primaryEmailAddress"), "value") for each in (candidate, listed))
    return next((address for address in addresses if address), None)


def _stage(application: dict[str, Any]) -> str | None:
    """Return the last stage before the archive, which is a stage itself."""
    stage = object_in(application, "currentInterviewStage")
    if text_in(stage, "type") != "Archived":
        return text_in(stage, "title")
    past = [entry for _, entry in objects_in(application, "applicationHistory")]
    past = [entry for entry in past if text_in(entry, "title") not in (None, "Archived")]
    last = max(past, key=lambda entry: text_in(entry, "enteredStageAt") or "", default={})
    return text_in(last, "title")


def _person_and_job(application: dict[str, Any]) -> Sequence[object]:
    candidate = object_in(application, "candidate")
    return id_in(candidate, "id"), text_in(candidate, "name"), id_in(object_in(application, "job"), "id")


def _report_archive(application: dict[str, Any], where: Where, found: Found) -> None:
    """Report what the export says about the archive: no named person and criteria, so no decision."""
    reason = object_in(application, "archiveReason")
    if reason or text_in(application, "status") == "Archived":
        said = text_in(reason, "text") or say("found_blank")
        kind = text_in(reason, "reasonType")
        report_rejection(f"{said} ({kind})" if kind else said, where, found)
