"""Reader of saved responses of Merge's unified API: scorecards, with what they point to.

In: documents in any order, with related objects as ids or expanded. Out: roles and applications. The reason
of a rejection is not a decision (R1): it is reported, never used. Source: docs/formats.md.
"""

from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.greenhouse.scale import GREENHOUSE_SCALE
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.merge.scorecard import merge_card, reference
from recruiter_kit.intake.merge.shapes import KINDS, merge_part
from recruiter_kit.intake.scorecards import (
    by_application,
    keep_application,
    read_applications,
    report_rejection,
)
from recruiter_kit.intake.values import day_in, objects_in, text_in
from recruiter_kit.messages import say

_SAYS = {
    "application": lambda value: (reference(value, "candidate"), reference(value, "job")),
    "candidate": lambda value: (text_in(value, "first_name"), text_in(value, "last_name")),
    "job": lambda value: (text_in(value, "name"),),
}


def read_merge(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all files of Merge to what was found."""
    export = gather(documents, merge_part, _SAYS, found)
    report_held(export, "Merge", ("scorecard",), "scorecards", KINDS, found)
    _unfold(export)

    def is_read(card: dict[str, Any], where: Where) -> bool:
        deleted = card.get("remote_was_deleted") is True
        found.notices += [where.notice("left_out", "deleted")] if deleted else []
        return not deleted

    cards = by_application(
        export, "scorecard", "application", lambda card: reference(card, "application"), found, is_read
    )
    read_applications(cards, "application", export, found, _read_application, GREENHOUSE_SCALE)


def _unfold(export: Export) -> None:
    """Remember the related objects that are given whole inside others."""
    waiting = [placed for listed in export.listed.values() for placed in listed]
    while waiting:
        value, where = waiting.pop()
        for key, inner in value.items():
            part = merge_part(inner)
            if part is not None:
                export.add(part, inner, where.at(key))
                waiting.append((inner, where.at(key)))


def _read_application(
    application: str, cards: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    first = cards[0][1]
    value = export.value("application", application)
    candidate, job = reference(value, "candidate"), reference(value, "job")
    problem = export.problem(
        first,
        Need("application", application, "application_absent"),
        Need("candidate", candidate, "candidate_absent"),
        Need("job", job, "job_absent"),
    )
    if problem is not None:
        found.refuse(problem)
        return
    person, person_where = export.find("candidate", candidate) or ({}, first)
    _hear_status(application, export, found)
    read = {
        "id": application,
        "role": job,
        "stage": text_in(export.value("stage", reference(value, "current_stage")), "name"),
        "candidate": {
            "given_name": text_in(person, "first_name"),
            "family_name": text_in(person, "last_name"),
            "email": _email(application, candidate, export, found),
        },
    }
    bare = sum(not card.get("remote_data") for card, _ in cards)
    if bare:
        found.notices.append(first.notice("lacking", "remote_data_absent", count=bare))
    kept = [merge_card(card, where, export, found) for card, where in cards]
    title = text_in(export.value("job", job), "name") or ""
    where = export.copies("application", application)[0][1].of(application)
    keep_application(read, title, kept, roles, found, where, person_where)


def _email(application: str, candidate: str | None, export: Export, found: Found) -> str | None:
    for value, where in export.copies("candidate", candidate):
        if not found.may_be_emailed(value.get("can_email"), where.at("can_email").of(application)):
            return None
    listed = objects_in(export.value("candidate", candidate), "email_addresses")
    addresses = [address for _, address in listed if text_in(address, "value")]
    addresses.sort(key=lambda address: text_in(address, "email_address_type") != "PERSONAL")
    return text_in(addresses[0], "value") if addresses else None


def _hear_status(application: str, export: Export, found: Found) -> None:
    reasons: dict[str, Where] = {}
    for value, where in export.copies("application", application):
        at, on = where.of(application), day_in(value, "modified_at")
        reason = text_in(export.value("reason", reference(value, "reject_reason")), "name")
        if text_in(value, "rejected_at") or reason:
            found.hear(application, "rejected", at.at("rejected_at"), on)
            found.hear_reason(application, reason, at.at("reject_reason"), on)
            reasons.setdefault(reason or say("found_blank"), at)
        stage = text_in(export.value("stage", reference(value, "current_stage")), "name")
        closed = bool(text_in(value, "rejected_at") or reason)
        found.hear_stage(application, stage, at.at("current_stage"), on, closed=closed)
    for reason, at in reasons.items():
        report_rejection(reason, at, found)
