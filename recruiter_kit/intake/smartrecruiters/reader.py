"""Reader of saved SmartRecruiters responses: reviews, with the candidates, jobs and users they point to.

In: documents in any order. Out: applications, one for each candidate and job, with a scorecard for each
review. A review has a rating on the whole and a comment, and no criteria. The reason of a rejection is not a
decision (R1): it is reported, never used. Source: docs/formats.md.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held, report_without_scorecards
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scorecards import (
    Answers,
    Card,
    by_application,
    full_name,
    keep_application,
    recommended,
    report_rejection,
)
from recruiter_kit.intake.smartrecruiters.shapes import (
    KINDS,
    smartrecruiters_part,
    smartrecruiters_recommendation,
)
from recruiter_kit.intake.values import day_in, id_in, object_in, objects_in, text_in

_SAYS = {
    "candidate": lambda value: (text_in(value, "firstName"), text_in(value, "lastName")),
    "job": lambda value: (text_in(value, "title"),),
    "user": lambda value: (full_name(value, "firstName", "lastName"),),
}


def read_smartrecruiters(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all SmartRecruiters files to what was found."""
    export = gather(documents, smartrecruiters_part, _SAYS, found)
    report_held(export, "SmartRecruiters", ("review",), "reviews", KINDS, found)
    reviews = by_application(export, "review", "", _application_of, found)
    found.seen += len(reviews)
    roles = ExportRoles(found)
    for application, placed in sorted(reviews.items()):
        _read_application(application, placed, export, roles, found)
    known = {
        application_id(candidate, id_in(object_in(assignment, "job"), "id") or ""): where
        for candidate in export.ids("candidate")
        for assignment, where in _assignments(candidate, export)
    }
    without = known.keys() - reviews.keys()
    if reviews and without:
        report_without_scorecards(without, known[min(without)], found)
    roles.finish()


def application_id(candidate: str, job: str) -> str:
    """Return the id of an application: the export has none, but one candidate applies once for a job."""
    return f"{candidate}/{job}"


def _application_of(review: dict[str, Any]) -> str | None:
    candidate, job = id_in(review, "candidateId"), id_in(review, "jobId")
    return application_id(candidate, job) if candidate and job else None


def _read_application(
    application: str, reviews: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    review, where = reviews[0]
    candidate, job = id_in(review, "candidateId") or "", id_in(review, "jobId") or ""
    problem = export.problem(where, Need("candidate", candidate, "candidate_absent"))
    title = _title(candidate, job, export)
    if problem is None and title is None:
        problem = where.notice("error", "job_absent", job=job)
    if problem is None:
        problem = export.problem(where, Need("job", job, "job_absent")) if export.copies("job", job) else None
    if problem is not None:
        found.refuse(problem)
        return
    person, person_where = export.find("candidate", candidate) or ({}, where)
    value = {
        "id": application,
        "role": job,
        "stage": _hear_status(candidate, job, export, found),
        "candidate": {
            "given_name": text_in(person, "firstName"),
            "family_name": text_in(person, "lastName"),
            "email": text_in(person, "email"),
        },
    }
    cards = [_card(each, at, export, found) for each, at in reviews]
    keep_application(value, title or "", cards, roles, found, where, person_where)


def _card(review: dict[str, Any], where: Where, export: Export, found: Found) -> Card:
    rating = review.get("overallRating")
    answers = Answers(where)
    answers.write(text_in(review, "comment"))
    answers.report(found.notices)
    reviewer = id_in(review, "reviewerId")
    name = full_name(export.value("user", reviewer), "firstName", "lastName")
    value: dict[str, Any] = {
        "id": id_in(review, "id"),
        "interviewer": {"name": name or reviewer},
        "submitted_at": moment_in(review, "createdOn", where, found.notices),
        **recommended(smartrecruiters_recommendation(rating), rating, where.at("overallRating"), found),
        "ratings": [],
        **answers.notes,
    }
    return Card(value, where, named=name is not None)


def _title(candidate: str, job: str, export: Export) -> str | None:
    """Return the title of a job, from the list of jobs or from the candidate's own assignment."""
    titles = [text_in(export.value("job", job), "title")]
    for assignment, _ in _assignments(candidate, export):
        if id_in(object_in(assignment, "job"), "id") == job:
            titles.append(text_in(object_in(assignment, "job"), "title"))
    return next((title for title in titles if title), None)


def _assignments(candidate: str, export: Export) -> Iterator[Placed]:
    """Yield the applications that every copy of a candidate lists."""
    for value, where in export.copies("candidate", candidate):
        if id_in(object_in(object_in(value, "primaryAssignment"), "job"), "id"):
            yield object_in(value, "primaryAssignment"), where.at("primaryAssignment")
        for index, assignment in objects_in(value, "secondaryAssignments"):
            yield assignment, where.at(f"secondaryAssignments[{index}]")


def _hear_status(candidate: str, job: str, export: Export, found: Found) -> str | None:
    """Remember what became of an application, report why it was closed, and return its stage."""
    application = application_id(candidate, job)
    updated = [
        day for value, _ in export.copies("candidate", candidate) if (day := day_in(value, "updatedOn"))
    ]
    stage: str | None = None
    reasons: dict[str, Where] = {}
    for assignment, where in _assignments(candidate, export):
        if id_in(object_in(assignment, "job"), "id") != job:
            continue
        at = where.of(application)
        found.hear(application, text_in(assignment, "status"), at.at("status"), max(updated, default=None))
        withdrawal = object_in(assignment, "reasonOfWithdrawal")
        if text_in(withdrawal, "label") or id_in(withdrawal, "id"):
            found.hear(application, "withdrawn", at.at("reasonOfWithdrawal"))
        reason = text_in(object_in(assignment, "reasonOfRejection"), "label")
        if reason:
            reasons.setdefault(reason, at)
        stage = stage or text_in(assignment, "subStatus")
    for reason, at in reasons.items():
        report_rejection(reason, at, found)
    return stage
