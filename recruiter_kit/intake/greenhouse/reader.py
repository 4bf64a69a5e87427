"""Reader of saved Greenhouse Harvest v1 exports: scorecards, applications and candidates together.

In: documents in any order. Out: roles whose criteria are the attributes that were rated, and
applications. Joined by application_id and candidate_id only; several applications of one candidate
are never mixed. A rejection reason is not a decision (R1): it is reported, never used.
Source: ats-formats, section 1.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Placed, report_without_scorecards
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.greenhouse.export import Export, jobs_of, problem_of, sort_export
from recruiter_kit.intake.greenhouse.scale import GREENHOUSE_SCALE
from recruiter_kit.intake.greenhouse.scorecard import (
    is_draft,
    is_empty,
    people_in,
    same_room,
    scorecard_value,
)
from recruiter_kit.intake.greenhouse.status import hear_status, may_be_emailed
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.scorecards import Card, keep_application, report_rejection
from recruiter_kit.intake.values import id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say


def read_greenhouse(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Greenhouse files to what was found."""
    read_export(sort_export(documents), found)


def read_export(export: Export, found: Found) -> None:
    """Add the roles and applications of an export in the shape of v1 to what was found."""
    people = people_in(card for cards in export.cards.values() for card, _ in cards)
    found.notices += export.notices
    found.seen += len(export.cards)
    _report_without_cards(export, found)
    roles = ExportRoles(found, GREENHOUSE_SCALE)
    for application, cards in export.cards.items():
        _read_application(application, cards, export, people, roles, found)
    roles.finish()


def _read_application(
    application: str,
    cards: list[Placed],
    export: Export,
    people: Mapping[str, str],
    roles: ExportRoles,
    found: Found,
) -> None:
    problem = problem_of(application, cards, export)
    problems = export.problems.get(application) or ([problem] if problem else [])
    if problems:
        found.refuse(*problems)
        return
    value, where = export.applications[application]
    where = where.of(application)
    candidate, candidate_where = export.candidates[id_in(value, "candidate_id") or ""]
    if not may_be_emailed(application, id_in(value, "candidate_id") or "", export, found):
        candidate = {**candidate, "email_addresses": []}
    hear_status(application, export, found)
    job = jobs_of(value)[0]
    if candidate.get("is_private") is True:
        found.notices.append(candidate_where.of(application).notice("left_out", "private_candidate"))
    if job.get("confidential") is True:
        found.notices.append(where.at("jobs").notice("left_out", "confidential_job"))
    read = {
        "id": application,
        "role": id_in(job, "id"),
        "stage": text_in(object_in(value, "current_stage"), "name"),
        "candidate": _candidate(candidate),
    }
    made = _cards(cards, people, found)
    _report_rejection(value, where, found)
    keep_application(read, text_in(job, "name") or "", made, roles, found, where, candidate_where)


def _candidate(candidate: dict[str, Any]) -> dict[str, Any]:
    listed = (address for _, address in objects_in(candidate, "email_addresses"))
    addresses = [address for address in listed if text_in(address, "value")]
    addresses.sort(key=lambda address: text_in(address, "type") != "personal")
    return {
        "given_name": text_in(candidate, "first_name"),
        "family_name": text_in(candidate, "last_name"),
        "email": text_in(addresses[0], "value") if addresses else None,
    }


def _cards(cards: list[Placed], people: Mapping[str, str], found: Found) -> list[Card]:
    made: list[Card] = []
    for card, where in cards:
        if is_draft(card):
            found.notices.append(where.notice("left_out", "draft"))
            continue
        value, criteria = scorecard_value(card, where, found.notices, people)
        if is_empty(value):
            found.notices.append(where.notice("left_out", "form_empty"))
        else:
            made.append(Card(value, where, criteria, same_room(card)))
    return made


def _report_rejection(value: dict[str, Any], where: Where, found: Found) -> None:
    """Report what the export says about the rejection: no named person, date and criteria, so no decision."""
    reason = object_in(value, "rejection_reason")
    said = text_in(reason, "name")
    if said or text_in(value, "rejected_at"):
        kind = text_in(object_in(reason, "type"), "name")
        words = said or say("found_blank")
        report_rejection(f"{words} ({kind})" if kind else words, where, found)


def _report_without_cards(export: Export, found: Found) -> None:
    without = [application for application in export.applications if application not in export.cards]
    if without:
        report_without_scorecards(without, export.applications[min(without)][1], found)
