"""Reader of saved BambooHR applications: one rating for each, and comments where somebody added them.

In: documents in any order. Out: roles whose only criterion is the overall rating, and applications. BambooHR
exports no scorecards: what was read, and what to add, is said of each application. A status is not a decision
(R1): it is reported, never used. Source: ats-formats, section 9.
"""

from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.bamboohr.shapes import KINDS, bamboohr_part
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held, whole
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.scorecards import (
    Card,
    keep_application,
    rating_of,
    read_applications,
    report_rejection,
)
from recruiter_kit.intake.values import day_in, id_in, object_in, text_in
from recruiter_kit.messages import say

BAMBOOHR_SCALE = {"lowest": 1, "highest": 5}


def read_bamboohr(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all BambooHR files to what was found."""
    export = gather(documents, bamboohr_part, {"application": _what_is_used}, found)
    expected = "details of applications"
    report_held(export, "BambooHR", ("application",), expected, KINDS, found, ("request",))
    applications = {each: export.copies("application", each) for each in export.ids("application")}
    read_applications(applications, "application", export, found, _read_application, BAMBOOHR_SCALE)


def _read_application(
    application: str, copies: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    """Add an application that has a rating or a comment."""
    value, where = whole(copies)
    where = where.of(application)
    problem = export.problem(where, Need("application", application, "application_absent"))
    if problem is not None:
        found.refuse(problem)
        return
    for copy, at in copies:
        status = object_in(copy, "status")
        found.hear(application, text_in(status, "label"), at.at("status"), day_in(status, "dateChanged"))
    comments = _comments(value, where, found)
    _say_what_was_read(value, len(comments), where, found)
    cards = (
        [_rating(rating, where, found)] if (rating := value.get("rating")) is not None else []
    ) + comments
    if not cards:
        return
    applicant, job = object_in(value, "applicant"), object_in(value, "job")
    read = {
        "id": application,
        "role": id_in(job, "id"),
        "stage": text_in(object_in(value, "status"), "label"),
        "candidate": {
            "given_name": text_in(applicant, "firstName"),
            "family_name": text_in(applicant, "lastName"),
            "email": text_in(applicant, "email"),
        },
    }
    title = text_in(object_in(job, "title"), "label") or ""
    keep_application(read, title, cards, roles, found, where, where.at("applicant"))


def _rating(literal: object, where: Where, found: Found) -> Card:
    """Return a scorecard with the one rating of an application."""
    name = say("overall_rating")
    level = literal if type(literal) is int and 1 <= literal <= BAMBOOHR_SCALE["highest"] else UNKNOWN
    rating = rating_of(name, level, literal, where.at("rating"), found)
    return Card({"id": "rating", "ratings": [rating]}, where.at("rating"), {criterion_id(name): name})


def _comments(value: dict[str, Any], where: Where, found: Found) -> list[Card]:
    """Return a scorecard for each comment; one that cannot be read costs the application.

    The API gives no comments back; where a file has them, they are in the shape in which they are sent.
    """
    listed = value.get("comments")
    if listed in (None, [], ""):
        return []
    cards: list[Card] = []
    for index, comment in enumerate(listed if isinstance(listed, list) else [listed]):
        text, at = text_in(comment, "comment"), where.at(f"comments[{index}]")
        if text is None:
            fields = {"question": "comment", "found": describe(comment)}
            found.refuse(at.notice("error", "answer_unreadable", **fields))
            continue
        its_id = id_in(comment, "id") or f"comment {index + 1}"
        cards.append(Card({"id": its_id, "ratings": [], "note": text}, at))
    return cards


def _say_what_was_read(value: dict[str, Any], comments: int, where: Where, found: Found) -> None:
    status = text_in(object_in(value, "status"), "label")
    rating = value.get("rating")
    fields = {
        "rating": say("found_null") if rating is None else shorten(rating),
        "status": shorten(status or say("found_blank")),
        "comments": comments,
    }
    found.notices.append(where.notice("lacking", "bamboohr_read", **fields))
    counted = value.get("commentCount")
    if type(counted) is int and counted > comments:
        found.notices.append(where.at("commentCount").notice("lacking", "comments_absent", count=counted))
    if status_of(status) is Status.CLOSED:
        report_rejection(status, where, found)


def _what_is_used(application: dict[str, Any]) -> Sequence[object]:
    applicant = object_in(application, "applicant")
    job = id_in(object_in(application, "job"), "id")
    return id_in(applicant, "id"), text_in(applicant, "lastName"), job, repr(application.get("rating"))
