"""Reader of saved responses of StackOne's unified API: scorecards, with what they point to.

In: documents in any order. Out: roles and applications. The reason of a rejection is not a decision (R1): it
is reported, never used. Source: docs/formats.md.
"""

from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.scorecards import (
    by_application,
    keep_application,
    read_applications,
    report_rejection,
)
from recruiter_kit.intake.stackone.scorecard import stackone_card
from recruiter_kit.intake.stackone.shapes import KINDS, stackone_part
from recruiter_kit.intake.values import day_in, id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice

_SAYS = {
    "application": lambda value: (id_in(value, "candidate_id"), id_in(value, "job_id")),
    "candidate": lambda value: (text_in(value, "first_name"), text_in(value, "last_name")),
    "job": lambda value: (text_in(value, "title"),),
}


def read_stackone(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all files of StackOne to what was found."""
    export = gather(documents, stackone_part, _SAYS, found)
    report_held(export, "StackOne", ("scorecard",), "scorecards", KINDS, found)
    cards = by_application(
        export, "scorecard", "application_id", lambda card: id_in(card, "application_id"), found
    )
    read_applications(cards, "application", export, found, _read_application)


def _read_application(
    application: str, cards: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    first = cards[0][1]
    value, where = export.find("application", application) or ({}, first)
    candidate, job = id_in(value, "candidate_id"), id_in(value, "job_id")
    needs = [Need("application", application, "application_absent"), Need("job", job, "job_absent")]
    person = {**object_in(value, "candidate"), **export.value("candidate", candidate)}
    if not person or export.copies("candidate", candidate):
        needs.append(Need("candidate", candidate, "candidate_absent"))
    problem = export.problem(first, *needs) or _mixed(candidate, cards)
    if problem is not None:
        found.refuse(problem)
        return
    _hear_status(application, export, found)
    given, family = text_in(person, "first_name"), text_in(person, "last_name")
    read = {
        "id": application,
        "role": job,
        "stage": text_in(object_in(value, "interview_stage"), "name"),
        "candidate": {
            "given_name": given if given or family else text_in(person, "name"),
            "family_name": family,
            "email": _email(person),
        },
    }
    kept = [stackone_card(card, at, export, found) for card, at in cards]
    title = text_in(export.value("job", job), "title") or ""
    at = (export.find("candidate", candidate) or (None, where))[1]
    keep_application(read, title, kept, roles, found, where.of(application), at)


def _mixed(candidate: str | None, cards: Sequence[Placed]) -> Notice | None:
    """Return an error about a scorecard of another candidate than its application's, or None."""
    for card, where in cards:
        other = id_in(card, "candidate_id")
        if other is not None and other != candidate:
            return where.notice("error", "candidate_mixed", candidate=other, other=candidate)
    return None


def _email(person: dict[str, Any]) -> str | None:
    listed = [email for _, email in objects_in(person, "emails") if text_in(email, "value")]
    listed.sort(key=lambda email: text_in(email, "type") != "personal")
    return text_in(person, "email") or (text_in(listed[0], "value") if listed else None)


def _hear_status(application: str, export: Export, found: Found) -> None:
    reasons: dict[str, Where] = {}
    for value, where in export.copies("application", application):
        at, on = where.of(application), day_in(value, "updated_at")
        found.hear(application, text_in(object_in(value, "application_status"), "value"), at, on)
        if text_in(value, "rejected_at"):
            found.hear(application, "rejected", at.at("rejected_at"), on)
        for index, reason in objects_in(value, "rejected_reasons"):
            label = text_in(reason, "label") or say("found_blank")
            found.hear_reason(application, label, at.at(f"rejected_reasons[{index}]"), on)
            reasons.setdefault(label, at)
    for label, at in reasons.items():
        report_rejection(label, at, found)
