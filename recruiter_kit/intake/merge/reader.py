"""Reader of saved responses of Merge's unified API: scorecards, with what they point to.

In: documents in any order, with related objects as ids or expanded. Out: roles and applications. The reason
of a rejection is not a decision (R1): it is reported, never used. Source: docs/formats.md.
"""

from collections import defaultdict
from collections.abc import Sequence

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.cards import (
    keep_application,
    report_nameless,
    report_rejection,
    report_without_cards,
)
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.greenhouse.scale import GREENHOUSE_SCALE
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.merge.scorecard import interviewer, merge_card, reference
from recruiter_kit.intake.merge.shapes import KINDS, merge_part
from recruiter_kit.intake.parts import Need, Parts, Placed, gather, report_without_feedback
from recruiter_kit.intake.values import day_in, objects_in, text_in
from recruiter_kit.messages import say

_SAYS = {
    "application": lambda value: (reference(value, "candidate"), reference(value, "job")),
    "candidate": lambda value: (text_in(value, "first_name"), text_in(value, "last_name")),
    "job": lambda value: (text_in(value, "name"),),
}


def read_merge(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all files of Merge to what was found."""
    parts = gather(documents, merge_part, _SAYS, found)
    report_without_feedback(parts, "Merge", "scorecard", "scorecards", KINDS, found)
    _unfold(parts)
    cards: dict[str, list[Placed]] = defaultdict(list)
    for card, where in parts.listed["scorecard"]:
        application = reference(card, "application")
        if card.get("remote_was_deleted") is True:
            found.notices.append(where.of(application).notice("left_out", "deleted"))
        elif application is None:
            expected = say("expected_for_application")
            found.notices.append(where.at("application").notice("error", "missing_field", expected=expected))
            found.seen += 1
        else:
            cards[application].append((card, where.of(application)))
    found.seen += len(cards)
    roles = ExportRoles(found, GREENHOUSE_SCALE)
    for application, placed in sorted(cards.items()):
        _read_application(application, placed, parts, roles, found)
    without = [each for each in parts.ids("application") if each not in cards]
    if cards and without:
        report_without_cards(without, parts.copies("application", without[0])[0][1], found)
    roles.finish()


def _unfold(parts: Parts) -> None:
    """Remember the related objects that are given whole inside others."""
    waiting = [placed for listed in parts.listed.values() for placed in listed]
    while waiting:
        value, where = waiting.pop()
        for key, inner in value.items():
            part = merge_part(inner)
            if part is not None:
                parts.add(part, inner, where.at(key))
                waiting.append((inner, where.at(key)))


def _read_application(
    application: str, cards: Sequence[Placed], parts: Parts, roles: ExportRoles, found: Found
) -> None:
    first = cards[0][1]
    value = parts.value("application", application)
    candidate, job = reference(value, "candidate"), reference(value, "job")
    problem = parts.problem(
        first,
        Need("application", application, "application_absent"),
        Need("candidate", candidate, "candidate_absent"),
        Need("job", job, "job_absent"),
    )
    if problem is not None:
        found.notices.append(problem)
        found.broken_applications.add(application)
        return
    person, person_where = parts.find("candidate", candidate) or ({}, first)
    _hear_status(application, parts, found)
    read = {
        "id": application,
        "role": job,
        "stage": text_in(parts.value("stage", reference(value, "current_stage")), "name"),
        "candidate": {
            "given_name": text_in(person, "first_name"),
            "family_name": text_in(person, "last_name"),
            "email": _email(application, candidate, parts, found),
        },
    }
    bare = sum(not card.get("remote_data") for card, _ in cards)
    if bare:
        found.notices.append(first.notice("lacking", "remote_data_absent", count=bare))
    report_nameless(sum(interviewer(card, parts) is None for card, _ in cards), first, found)
    kept = [merge_card(card, where, parts, found) for card, where in cards]
    title = text_in(parts.value("job", job), "name") or ""
    where = parts.copies("application", application)[0][1].of(application)
    keep_application(read, title, kept, roles, found, where, person_where)


def _email(application: str, candidate: str | None, parts: Parts, found: Found) -> str | None:
    for value, where in parts.copies("candidate", candidate):
        if not found.may_be_emailed(value.get("can_email"), where.at("can_email").of(application)):
            return None
    listed = objects_in(parts.value("candidate", candidate), "email_addresses")
    addresses = [address for _, address in listed if text_in(address, "value")]
    addresses.sort(key=lambda address: text_in(address, "email_address_type") != "PERSONAL")
    return text_in(addresses[0], "value") if addresses else None


def _hear_status(application: str, parts: Parts, found: Found) -> None:
    reasons: dict[str, Where] = {}
    for value, where in parts.copies("application", application):
        at, on = where.of(application), day_in(value, "modified_at")
        reason = text_in(parts.value("reason", reference(value, "reject_reason")), "name")
        if text_in(value, "rejected_at") or reason:
            found.hear(application, "rejected", at.at("rejected_at"), on)
            found.hear_reason(application, reason, at.at("reject_reason"), on)
            reasons.setdefault(reason or say("found_blank"), at)
        stage = text_in(parts.value("stage", reference(value, "current_stage")), "name")
        closed = bool(text_in(value, "rejected_at") or reason)
        found.hear_stage(application, stage, at.at("current_stage"), on, closed=closed)
    for reason, at in reasons.items():
        report_rejection(reason, at, found)
