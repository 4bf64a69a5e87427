"""Reader of saved Greenhouse Harvest v3 lists: scorecards, what was rated and answered, applications, people.

In: documents in any order. Out: the same as the reader of v1 adds, because the rows are put together into the
objects of v1 first, joined by ids only. What is missing is named with the list that has it.
Source: ats-formats, Greenhouse Harvest v3.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Placed
from recruiter_kit.intake.greenhouse.export import Export
from recruiter_kit.intake.greenhouse.reader import read_export
from recruiter_kit.intake.greenhouse.scorecard import is_draft
from recruiter_kit.intake.greenhouse_v3.card import Grouped, nested_card
from recruiter_kit.intake.greenhouse_v3.lists import Lists, list_name, sort_lists
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.values import id_in, text_in
from recruiter_kit.messages import say


def read_greenhouse_v3(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Harvest v3 files to what was found."""
    if documents:
        read_export(nested(sort_lists(documents)), found)


def nested(lists: Lists) -> Export:
    """Return the rows of all lists as the objects of v1."""
    export = Export(notices=list(lists.notices))
    _put_candidates(lists, export)
    _put_applications(lists, export)
    _put_cards(lists, export)
    _report_lacking(lists, export)
    return export


def _put_candidates(lists: Lists, export: Export) -> None:
    for its_id, copies in lists.rows["candidate"].items():
        values = [({**row, "is_private": row.get("private")}, where) for row, where in copies]
        export.candidates[its_id] = values[0]
        export.copies[f"candidate {its_id}"] = list(values)


def _put_applications(lists: Lists, export: Export) -> None:
    rejections = lists.under("rejection", "application_id")
    for row, where in lists.of("application"):
        its_id = id_in(row, "id") or ""
        where = where.of(its_id)
        reasons = [_reason(rejection, lists) for rejection in rejections.get(its_id, ())]
        copies = [
            (_application(copy, reason, lists), at)
            for copy, at in lists.rows["application"].get(its_id, [(row, where)])
            for reason in reasons or [None]
        ]
        export.copies[f"application {its_id}"] = list(copies)
        export.applications[its_id] = copies[-1]
        for part, key in (("application", "id"), ("candidate", "candidate_id"), ("job", "job_id")):
            if (other := lists.differing(part, id_in(row, key))) is not None:
                _refuse(its_id, other.of(its_id).notice("error", "object_twice_differs"), export)
        job = id_in(row, "job_id")
        if job is None:
            _refuse(its_id, where.at("job_id").notice("error", "jobs_not_one", count=0), export)
        elif lists.get("job", job) is None:
            notice = where.at("job_id").notice("error", "row_absent", list=list_name("job"), row=job)
            _refuse(its_id, notice, export)


def _application(row: dict[str, Any], reason: dict[str, Any] | None, lists: Lists) -> dict[str, Any]:
    listed = lists.get("job", id_in(row, "job_id"))
    days = [text for key in ("last_activity_at", "updated_at") if (text := text_in(row, key))]
    return {
        "id": row.get("id"),
        "candidate_id": row.get("candidate_id"),
        "jobs": [listed[0]] if listed else [],
        "status": row.get("status"),
        "current_stage": {"name": row.get("stage_name")},
        "last_activity_at": max(days, default=None),
        "rejected_at": row.get("rejected_at"),
        "rejection_reason": reason,
    }


def _reason(rejection: Placed, lists: Lists) -> dict[str, Any] | None:
    """Return the reason of a rejection as v1 has it; without its list, its id, so that it is reported."""
    its_id = id_in(rejection[0], "rejection_reason_id")
    listed = lists.get("reason", its_id)
    return listed[0] if listed else ({"name": its_id} if its_id else None)


def _put_cards(lists: Lists, export: Export) -> None:
    grouped = Grouped.of(lists)
    nameless: Counter[str] = Counter()
    unrated: set[str] = set()
    for row, where in lists.of("scorecard"):
        application = id_in(row, "application_id")
        if application is None:
            expected = say("expected_for_application")
            at = where.at("application_id")
            export.notices.append(at.notice("error", "missing_field", expected=expected))
            continue
        card, card_where = nested_card(row, where, grouped)
        export.cards.setdefault(application, []).append((card.value, card_where))
        if is_draft(card.value):
            continue
        nameless[application] += not card.named
        for problem in card.problems:
            _refuse(application, problem, export)
        if not lists.rows["rating"] and application not in unrated:
            unrated.add(application)
            absent = where.of(application).notice("error", "list_absent", list=list_name("rating"))
            _refuse(application, absent, export)
    for application, count in nameless.items():
        if count:
            at = export.cards[application][0][1]
            export.notices.append(
                Where(at.file, at.place, application).notice("lacking", "users_absent", count=count)
            )


def _report_lacking(lists: Lists, export: Export) -> None:
    """Report what no application says: rows without a scorecard, and lists that nothing points at yet."""
    cards = lists.rows["scorecard"].keys()
    for part in ("rating", "answer"):
        for row, where in lists.of(part):
            if id_in(row, "scorecard_id") is None:
                expected = say("expected_value")
                at = where.at("scorecard_id")
                export.notices.append(at.notice("error", "missing_field", expected=expected))
        stray = [where for row, where in lists.of(part) if id_in(row, "scorecard_id") not in cards]
        if stray:
            fields = {"count": len(stray), "list": list_name(part)}
            export.notices.append(Where(stray[0].file).notice("lacking", "rows_without_scorecard", **fields))
    first = next((where for copies in lists.rows["scorecard"].values() for _, where in copies), None)
    if first is not None and not lists.rows["answer"]:
        export.notices.append(Where(first.file).notice("lacking", "answers_absent"))
    notes = lists.of("note")
    if notes:
        export.notices.append(Where(notes[0][1].file).notice("left_out", "profile_notes", count=len(notes)))
    wanted = {id_in(row, "rejection_reason_id") for row, _ in lists.of("rejection")} - {None}
    if wanted and not wanted & lists.rows["reason"].keys():
        at = lists.of("rejection")[0][1]
        export.notices.append(Where(at.file).notice("lacking", "reasons_absent"))


def _refuse(application: str, notice: Any, export: Export) -> None:
    if notice not in export.problems.setdefault(application, []):
        export.problems[application].append(notice)
