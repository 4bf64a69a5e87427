"""Reader of saved BambooHR applications: one rating for each, and comments where somebody added them.

In: documents in any order. Out: roles whose only criterion is the overall rating, and applications. BambooHR
exports no scorecards: what was read, and what to add, is said of each application. A status is not a decision
(R1): it is reported, never used. Source: ats-formats, section 9.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.bamboohr.shapes import bamboohr_part
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.gathering import Gathered, Wanted, report_more_pages
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.records import items
from recruiter_kit.intake.scales import criterion_id
from recruiter_kit.intake.values import day_in, id_in, object_in, text_in
from recruiter_kit.messages import say

BAMBOOHR_SCALE = {"lowest": 1, "highest": 5}
_WANTED = Wanted(
    "BambooHR",
    frozenset({"application"}),
    "add_bamboohr",
    {"job": "part_job", "stage": "part_stage", "request": "part_request"},
    frozenset({"request"}),
)


def read_bamboohr(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all BambooHR files to what was found."""
    gathered = Gathered()
    report_more_pages(documents, found)
    for document in documents:
        for place, value in items(document.value):
            where = Where(document.file, place)
            part = bamboohr_part(value)
            if part is None:
                found.notices.append(where.notice("not_understood", "unknown_object"))
            else:
                gathered.add(part, id_in(value, "id"), value, where)
    gathered.name_parts(_WANTED, found)
    applications = sorted(gathered.of("application"))
    found.seen += len(applications)
    roles = ExportRoles(found, BAMBOOHR_SCALE)
    for application in applications:
        if not _read_application(application, gathered, roles, found):
            found.broken_applications.add(application)
    roles.finish()


def _read_application(application: str, gathered: Gathered, roles: ExportRoles, found: Found) -> bool:
    """Add an application that has a rating or a comment; False when it cannot be used."""
    differing = gathered.differing("application", application, _what_is_used)
    known = gathered.newest("application", application)
    if differing is not None or known is None:
        found.notices += [differing.model_copy(update={"application": application})] if differing else []
        return False
    for copy, copy_where in gathered.of("application")[application]:
        status = object_in(copy, "status")
        found.hear(
            application, text_in(status, "label"), copy_where.at("status"), day_in(status, "dateChanged")
        )
    value, where = known[0], known[1].of(application)
    comments = _comments(value, where, found)
    if comments is None:
        return False
    _say_what_was_read(value, len(comments), where, found)
    rating = _rating(value, where, found)
    cards: list[dict[str, Any]] = ([{"id": "rating", "ratings": [rating]}] if rating else []) + comments
    if not cards:
        return True
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
        "scorecards": cards,
    }
    places = {"candidate": where.at("applicant")}
    name = say("overall_rating")
    criteria = {criterion_id(name): name} if rating else {}
    title = text_in(object_in(job, "title"), "label") or ""
    return roles.keep(read, title, criteria, replace(where, places=places))


def _rating(value: dict[str, Any], where: Where, found: Found) -> dict[str, Any] | None:
    """Return the one rating of an application, None where nobody gave one."""
    literal = value.get("rating")
    if literal is None:
        return None
    name = say("overall_rating")
    level = literal if type(literal) is int and 1 <= literal <= BAMBOOHR_SCALE["highest"] else None
    if level is None:
        fields = {"literal": shorten(literal), "criterion": name}
        found.notices.append(where.at("rating").notice("not_understood", "unknown_level", **fields))
    return {"criterion": criterion_id(name), "level": level, "raw": str(literal)[:200]}


def _comments(value: dict[str, Any], where: Where, found: Found) -> list[dict[str, Any]] | None:
    """Return a scorecard for each comment, None when one cannot be read.

    The API gives no comments back; where a file has them, they are in the shape in which they are sent.
    """
    listed = value.get("comments")
    if listed in (None, [], ""):
        return []
    cards: list[dict[str, Any]] = []
    for index, comment in enumerate(listed if isinstance(listed, list) else [listed]):
        text = text_in(comment, "comment")
        if text is None:
            at, fields = where.at(f"comments[{index}]"), {"question": "comment", "found": describe(comment)}
            found.notices.append(at.notice("error", "answer_unreadable", **fields))
            return None
        cards.append({"id": id_in(comment, "id") or f"comment {index + 1}", "note": text})
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
        found.notices.append(where.notice("left_out", "rejection_left_out", reason=shorten(status, 80)))


def _what_is_used(application: dict[str, Any]) -> object:
    applicant = object_in(application, "applicant")
    job = id_in(object_in(application, "job"), "id")
    return id_in(applicant, "id"), text_in(applicant, "lastName"), job, application.get("rating")
