"""Reader of saved Lever feedback forms, with the opportunities, postings and users they point to.

In: documents in any order. Out: roles whose criteria are what the forms rate, and applications, one
per opportunity. Drafts, deleted and empty forms are left out. The reason of the archive is not a
decision (R1): it is reported, never used. Source: ats-formats, section 3.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.lever.export import Export, Placed, postings_of, sort_export
from recruiter_kit.intake.lever.form import read_form, scorecard_value
from recruiter_kit.intake.lever.scale import LEVER_SCALE
from recruiter_kit.intake.lever.status import hear_status, may_be_emailed
from recruiter_kit.intake.values import id_in, object_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice


def read_lever(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Lever files to what was found."""
    export = sort_export(documents)
    found.notices += [*export.notices, *export.homeless]
    found.seen += len(export.forms) + len(export.homeless)
    roles = ExportRoles(found, LEVER_SCALE)
    for opportunity, forms in export.forms.items():
        if not _read_application(opportunity, forms, export, roles, found):
            found.broken_applications.add(opportunity)
    roles.finish()


def _read_application(
    opportunity: str, forms: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> bool:
    value, where = export.parts["opportunity"].get(opportunity, ({}, forms[0][1]))
    where = where.of(opportunity)
    postings = postings_of(value, forms, export)
    problem = _problem(opportunity, postings, where, export)
    if problem is not None:
        found.notices.append(problem)
        return False
    stage = _stage(value, export)
    hear_status(value, stage, where, export, found)
    email = _email(value)
    if email and not may_be_emailed(value, where, found):
        email = None
    criteria: dict[str, str] = {}
    places: dict[str, Where] = {}
    application = {
        "id": opportunity,
        "role": postings[0],
        "stage": stage,
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(value, "name"), "email": email},
        "scorecards": _scorecards(forms, places, criteria, export, found),
    }
    where = replace(where, places={"candidate": where, **places})
    _report_archive(value, where, export, found)
    return roles.keep(application, export.text_of("posting", postings[0]) or "", criteria, where)


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


def _scorecards(
    forms: Sequence[Placed],
    places: dict[str, Where],
    criteria: dict[str, str],
    export: Export,
    found: Found,
) -> list[dict[str, Any]]:
    each_once = {
        id_in(form, "id"): id_in(form, "interview") or id_in(form, "interviewId") for form, _ in forms
    }
    rooms = Counter(room for room in each_once.values() if room)
    values: list[dict[str, Any]] = []
    nameless = 0
    for form, form_where in forms:
        read = read_form(form, form_where)
        if read.empty:
            found.notices += read.notices
            found.notices.append(form_where.notice("left_out", "form_empty"))
            continue
        value = scorecard_value(form, read)
        user, name, role = export.person(form)
        nameless += name is None
        value["interviewer"] = {"name": name or user, "role": role}
        room = each_once[id_in(form, "id")]
        value["occasion"] = room if room and rooms[room] > 1 else None
        places[f"scorecards[{len(values)}]"] = form_where
        values.append(value)
        criteria |= {
            criterion: text for criterion, text in read.criteria.items() if criterion not in criteria
        }
        found.notices += read.notices
    if nameless:
        found.notices.append(forms[0][1].notice("lacking", "users_absent", count=nameless))
    return values


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
        words = export.text_of("archive_reason", reason) or reason or say("found_blank")
        found.notices.append(where.notice("left_out", "rejection_left_out", reason=shorten(words, 80)))
