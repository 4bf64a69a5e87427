"""Reader of saved Lever feedback forms, with the opportunities, postings and users they point to.

In: documents in any order. Out: roles whose criteria are what the forms rate, and applications, one
per opportunity. Drafts, deleted and empty forms are left out. The reason of the archive is not a
decision (R1): it is reported, never used. Source: ats-formats, section 3.
"""

from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.export import Placed
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.lever.export import Export, postings_of, sort_export
from recruiter_kit.intake.lever.form import read_form, scorecard_value
from recruiter_kit.intake.lever.scale import LEVER_SCALE
from recruiter_kit.intake.lever.status import hear_status, may_be_emailed
from recruiter_kit.intake.scorecards import Card, keep_application, report_rejection
from recruiter_kit.intake.values import id_in, object_in, text_in
from recruiter_kit.model import Notice


def read_lever(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Lever files to what was found."""
    export = sort_export(documents)
    found.notices += [*export.notices, *export.homeless]
    found.seen += len(export.forms) + len(export.homeless)
    roles = ExportRoles(found, LEVER_SCALE)
    for opportunity, forms in export.forms.items():
        _read_application(opportunity, forms, export, roles, found)
    roles.finish()


def _read_application(
    opportunity: str, forms: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    value, where = export.parts["opportunity"].get(opportunity, ({}, forms[0][1]))
    where = where.of(opportunity)
    postings = postings_of(value, forms, export)
    problem = _problem(opportunity, postings, where, export)
    if problem is not None:
        found.refuse(problem)
        return
    stage = _stage(value, export)
    hear_status(value, stage, where, export, found)
    email = _email(value)
    if email and not may_be_emailed(value, where, found):
        email = None
    application = {
        "id": opportunity,
        "role": postings[0],
        "stage": stage,
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(value, "name"), "email": email},
    }
    cards = [_card(form, at, export, found) for form, at in forms]
    _report_archive(value, where, export, found)
    title = export.text_of("posting", postings[0]) or ""
    keep_application(application, title, cards, roles, found, where)


def _problem(opportunity: str, postings: Sequence[str], where: Where, export: Export) -> Notice | None:
    """Return why the objects of an opportunity cannot be put together, or None when they can."""
    if opportunity not in export.parts["opportunity"]:
        return where.notice("error", "opportunity_absent", opportunity=opportunity)
    for its_id in (opportunity, *postings):
        if its_id in export.differing:
            return export.differing[its_id].of(opportunity).notice("error", "object_twice_differs")
    if not postings:
        return where.notice("error", "posting_unknown", opportunity=opportunity)
    if len(postings) > 1:
        return where.notice("error", "postings_several", postings=choices(postings))
    if export.text_of("posting", postings[0]) is None:
        return where.notice("error", "posting_absent", posting=postings[0])
    return None


def _card(form: dict[str, Any], where: Where, export: Export, found: Found) -> Card:
    read = read_form(form, where)
    user, name, role = export.person(form)
    value = scorecard_value(form, read) | {"interviewer": {"name": name or user, "role": role}}
    found.notices += read.notices
    room = id_in(form, "interview") or id_in(form, "interviewId")
    return Card(value, where, read.criteria, room, name is not None)


def _stage(opportunity: dict[str, Any], export: Export) -> str | None:
    expanded = text_in(object_in(opportunity, "stage"), "text")
    return expanded or export.text_of("stage", id_in(opportunity, "stage"))


def _email(opportunity: dict[str, Any]) -> str | None:
    emails = opportunity.get("emails")
    texts = (
        [email for email in emails if isinstance(email, str) and email.strip()]
        if isinstance(emails, list)
        else []
    )
    return texts[0].strip() if texts else None


def _report_archive(opportunity: dict[str, Any], where: Where, export: Export, found: Found) -> None:
    """Report what the export says about the archive: no named person and criteria, so no decision."""
    archived = object_in(opportunity, "archived")
    if archived:
        reason = id_in(archived, "reason")
        words = export.text_of("archive_reason", reason) or reason
        report_rejection(words, where, found)
