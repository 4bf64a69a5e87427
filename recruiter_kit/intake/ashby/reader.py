"""Reader of saved Ashby feedback, with the applications, interviews and users that it points to.

In: documents in any order. Out: roles whose criteria are the scores of the forms, and applications. Joined by
ids only; several applications of one candidate are never mixed. An archive reason is not a decision (R1): it
is reported, never used. Source: ats-formats, section 4.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.ashby.feedback import ASHBY_SCALE, Feedback, read_feedback
from recruiter_kit.intake.ashby.shapes import ashby_part
from recruiter_kit.intake.ashby.status import hear_status
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.gathering import (
    Gathered,
    Placed,
    Wanted,
    in_order,
    report_more_pages,
    report_without_cards,
)
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice

_WANTED = Wanted(
    "Ashby",
    frozenset({"feedback"}),
    "add_ashby",
    {
        "submission": "part_response",
        "application": "part_application",
        "candidate": "part_candidate",
        "interview": "part_interview",
        "user": "part_user",
        "reason": "part_reason",
        "form": "part_form",
        "schedule": "part_interview",
        "stage": "part_stage",
        "job": "part_job",
        "note": "part_note",
        "webhook": "part_webhook",
    },
    frozenset({"submission", "note", "webhook"}),
)


def read_ashby(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Ashby files to what was found."""
    gathered = Gathered()
    cards: dict[str, list[Placed]] = {}
    report_more_pages(documents, found)
    for document in documents:
        for place, value in items(document.value):
            _sort_in(value, Where(document.file, place), gathered, cards, found)
    gathered.name_parts(_WANTED, found)
    report_without_cards(gathered.of("application"), cards, found)
    found.seen += len(cards)
    roles = ExportRoles(found, ASHBY_SCALE)
    for application in sorted(cards):
        if not _read_application(application, cards[application], gathered, roles, found):
            found.broken_applications.add(application)
    roles.finish()


def _sort_in(
    value: Any, where: Where, gathered: Gathered, cards: dict[str, list[Placed]], found: Found
) -> None:
    part = ashby_part(value)
    if part is None:
        found.notices.append(where.notice("not_understood", "unknown_object"))
        return
    gathered.add(part, id_in(value, "id"), value, where)
    if part == "feedback":
        application = id_in(value, "applicationId")
        if application is None:
            expected = say("expected_for_application")
            at = where.at("applicationId")
            found.notices.append(at.notice("error", "missing_field", expected=expected))
        else:
            cards.setdefault(application, []).append((value, where.of(application)))
            for person in ("submittedByUser", "creditedToUser"):
                user = object_in(value, person)
                if _name_of(user):
                    gathered.copies.setdefault("user", {}).setdefault(id_in(user, "id") or "", []).append(
                        (user, where)
                    )


def _read_application(
    application: str, cards: Sequence[Placed], gathered: Gathered, roles: ExportRoles, found: Found
) -> bool:
    known = gathered.newest("application", application)
    if known is None:
        first = min(cards, key=lambda card: (card[1].file, card[1].place))[1]
        found.notices.append(first.notice("error", "application_absent", application=application))
        return False
    value, where = known[0], known[1].of(application)
    differing = gathered.differing("application", application, _person_and_job)
    if differing is not None:
        found.notices.append(differing.model_copy(update={"application": application}))
        return False
    hear_status(application, gathered, found)
    places: dict[str, Where] = {"candidate": where.at("candidate")}
    criteria: dict[str, str] = {}
    values, sound = _scorecards(cards, places, criteria, gathered, found)
    if not sound:
        return False
    _report_archive(value, where, found)
    candidate, job = object_in(value, "candidate"), object_in(value, "job")
    read = {
        "id": application,
        "role": id_in(job, "id"),
        "stage": _stage(value),
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(candidate, "name"), "email": _email(candidate, gathered)},
        "scorecards": values,
    }
    return roles.keep(read, text_in(job, "title") or "", criteria, replace(where, places=places))


def _scorecards(
    cards: Sequence[Placed],
    places: dict[str, Where],
    criteria: dict[str, str],
    gathered: Gathered,
    found: Found,
) -> tuple[list[dict[str, Any]], bool]:
    """Return the scorecards of an application, and whether every rating and note of them could be read."""
    once = {id_in(card, "id"): id_in(card, "interviewEventId") for card, _ in cards}
    rooms = Counter(room for room in once.values() if room)
    made: list[Placed] = []
    broken: list[Notice] = []
    for card, where in in_order(cards):
        if card.get("submittedAt", "") is None:
            found.notices.append(where.notice("left_out", "draft"))
            continue
        form = _form_of(card, gathered)
        if form is None:
            broken.append(where.at("formDefinition").notice("error", "form_absent"))
            continue
        read = read_feedback(card, form, where)
        broken += read.broken
        found.notices += read.notices
        if read.empty:
            found.notices.append(where.notice("left_out", "form_empty"))
            continue
        room = id_in(card, "interviewEventId")
        occasion = room if room and rooms[room] > 1 else None
        made.append((_card(card, read, gathered, found) | {"occasion": occasion}, where))
        criteria.update({key: name for key, name in read.criteria.items() if key not in criteria})
    made = in_order(made)
    places.update({f"scorecards[{index}]": where for index, (_, where) in enumerate(made)})
    nameless = [where for value, where in made if value["interviewer"]["name"] is None]
    if nameless:
        found.notices.append(nameless[0].notice("lacking", "users_absent", count=len(nameless)))
    found.notices += broken
    return [value for value, _ in made], not broken


def _card(card: dict[str, Any], read: Feedback, gathered: Gathered, found: Found) -> dict[str, Any]:
    interview, _ = gathered.newest("interview", id_in(card, "interviewId")) or ({}, None)
    return {
        "id": id_in(card, "id"),
        "interviewer": {"name": _interviewer(card, gathered)},
        "interview": text_in(interview, "externalTitle") or text_in(interview, "title"),
        "submitted_at": moment_in(card, "submittedAt", read.where, found.notices),
        "raw": "; ".join(read.overall) or None,
        "ratings": read.ratings,
        "note": "\n".join(read.shared) or None,
        "private_note": "\n".join(read.private) or None,
    }


def _form_of(card: dict[str, Any], gathered: Gathered) -> dict[str, Any] | None:
    """Return the definition that travels with the feedback, or that of the list of forms."""
    if has(object_in(card, "formDefinition"), "sections"):
        return object_in(card, "formDefinition")
    listed = gathered.newest("form", id_in(card, "feedbackFormDefinitionId"))
    return object_in(listed[0], "formDefinition") if listed else None


def _interviewer(card: dict[str, Any], gathered: Gathered) -> str | None:
    """Return whose feedback it is: of the user it is credited to, who need not have submitted it."""
    person = object_in(card, "creditedToUser") or object_in(card, "submittedByUser")
    known, _ = gathered.newest("user", id_in(person, "id")) or ({}, None)
    return _name_of(person) or _name_of(known)


def _name_of(user: dict[str, Any]) -> str | None:
    parts = [text_in(user, key) for key in ("firstName", "lastName")]
    return " ".join(part for part in parts if part) or None


def _email(candidate: dict[str, Any], gathered: Gathered) -> str | None:
    listed, _ = gathered.newest("candidate", id_in(candidate, "id")) or ({}, None)
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


def _person_and_job(application: dict[str, Any]) -> object:
    candidate = object_in(application, "candidate")
    return id_in(candidate, "id"), text_in(candidate, "name"), id_in(object_in(application, "job"), "id")


def _report_archive(application: dict[str, Any], where: Where, found: Found) -> None:
    """Report what the export says about the archive: no named person and criteria, so no decision."""
    reason = object_in(application, "archiveReason")
    if reason or text_in(application, "status") == "Archived":
        said = text_in(reason, "text") or say("found_blank")
        kind = text_in(reason, "reasonType")
        words = f"{said} ({kind})" if kind else said
        found.notices.append(where.notice("left_out", "rejection_left_out", reason=shorten(words, 80)))
