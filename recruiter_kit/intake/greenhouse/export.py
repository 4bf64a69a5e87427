"""The objects of saved Greenhouse Harvest v1 files, sorted and joined by their ids.

In: documents in any order. Out: scorecards by application, applications and candidates by id, and
why an application cannot be put together. Source: ats-formats, section 1.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Placed, more_pages, no_feedback
from recruiter_kit.intake.greenhouse.shapes import greenhouse_part
from recruiter_kit.intake.greenhouse.unread import unread_notices
from recruiter_kit.intake.records import Item, named_items
from recruiter_kit.intake.values import id_in, objects_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice


@dataclass
class Export:
    """The objects of all files by their ids; `cards` by application.

    `copies` holds every copy of an application and of a candidate, because one may say more than another.
    `differing` holds the ids of objects that appear twice and do not say the same, `problems` what else
    keeps an application from being put together.
    """

    applications: dict[str, Placed] = field(default_factory=dict)
    candidates: dict[str, Placed] = field(default_factory=dict)
    copies: dict[str, list[Placed]] = field(default_factory=dict)
    cards: dict[str, list[Placed]] = field(default_factory=dict)
    differing: dict[str, Where] = field(default_factory=dict)
    problems: dict[str, list[Notice]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def sort_export(documents: Sequence[Document]) -> Export:
    """Return the objects of all files."""
    export = Export()
    unread: list[tuple[str, Item]] = []
    held: dict[str, set[str]] = {}
    for document in documents:
        export.notices += more_pages(document)
        for item in named_items(document.value):
            part = greenhouse_part(item.value)
            if part is None:
                unread.append((document.file, item))
            else:
                if part != "webhook":
                    held.setdefault(document.file, set()).add(f"{part}s")
                _sort_in(part, item.value, Where(document.file, item.place), export)
    export.notices += unread_notices(unread, ("scorecards", "applications", "candidates"))
    if not any("scorecards" in names for names in held.values()):
        export.notices += no_feedback(held, "Greenhouse", "scorecards")
    return export


def problem_of(application: str, cards: list[Placed], export: Export) -> Notice | None:
    """Return why the objects of an application cannot be put together, or None when they can."""
    first = cards[0][1]
    if application in export.differing:
        return export.differing[application].of(application).notice("error", "object_twice_differs")
    if application not in export.applications:
        return first.notice("error", "application_absent", application=application)
    value, where = export.applications[application]
    where = where.of(application)
    candidate = id_in(value, "candidate_id")
    for card, card_where in cards:
        other = id_in(card, "candidate_id")
        if other is not None and other != candidate:
            return card_where.notice("error", "candidate_mixed", candidate=other, other=candidate)
    if candidate in export.differing:
        return export.differing[candidate or ""].of(application).notice("error", "object_twice_differs")
    if candidate not in export.candidates:
        return where.notice("error", "candidate_absent", candidate=candidate)
    if len(jobs_of(value)) != 1:
        return where.at("jobs").notice("error", "jobs_not_one", count=len(jobs_of(value)))
    return None


def jobs_of(application: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the jobs of an application that have an id and a name."""
    return [job for _, job in objects_in(application, "jobs") if id_in(job, "id") and text_in(job, "name")]


def _sort_in(part: str, value: dict[str, Any], where: Where, export: Export) -> None:
    if part == "webhook":
        export.notices.append(where.notice("left_out", "greenhouse_webhook"))
    elif part == "scorecard":
        application = id_in(value, "application_id")
        if application is None:
            expected = say("expected_for_application")
            at = where.at("application_id")
            export.notices.append(at.notice("error", "missing_field", expected=expected))
        else:
            export.cards.setdefault(application, []).append((value, where.of(application)))
    elif part == "application":
        _remember(export.applications, value, where, "application", export)
    elif part == "candidate":
        _remember(export.candidates, value, where, "candidate", export)
        for index, nested in objects_in(value, "applications"):
            at = where.at(f"applications[{index}]")
            _remember(export.applications, nested, at, "application", export)


def _remember(
    known: dict[str, Placed],
    value: dict[str, Any],
    where: Where,
    copied: str,
    export: Export,
) -> None:
    """Save an object under its id; one that appears twice must say the same about what is used."""
    its_id = id_in(value, "id")
    export.copies.setdefault(f"{copied} {its_id}", []).append((value, where))
    if its_id is not None and (same := _SAME[copied])(known.setdefault(its_id, (value, where))[0]) != same(
        value
    ):
        export.differing[its_id] = where


def _job_of(application: dict[str, Any]) -> object:
    jobs = [id_in(job, "id") for _, job in objects_in(application, "jobs")]
    return id_in(application, "candidate_id"), jobs


def _name_of(candidate: dict[str, Any]) -> object:
    return text_in(candidate, "first_name"), text_in(candidate, "last_name")


_SAME: dict[str, Callable[[dict[str, Any]], object]] = {"application": _job_of, "candidate": _name_of}
