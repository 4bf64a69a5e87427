"""Reader of saved SmartRecruiters responses: reviews, with the candidates, jobs and users they point to.

In: documents in any order. Out: applications, one for each candidate and job, with a scorecard for each
review. A review has a rating on the whole and a comment, and no criteria. The reason of a rejection is not a
decision (R1): it is reported, never used. Source: docs/formats.md.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.cards import (
    Answers,
    Card,
    full_name,
    keep_application,
    not_on_scale,
    report_nameless,
    report_rejection,
    report_without_cards,
    time_in,
)
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.parts import Need, Parts, Placed, gather, report_without_feedback
from recruiter_kit.intake.scales import UNKNOWN
from recruiter_kit.intake.smartrecruiters.shapes import (
    KINDS,
    smartrecruiters_part,
    smartrecruiters_recommendation,
)
from recruiter_kit.intake.values import day_in, id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say

_SAYS = {
    "candidate": lambda value: (text_in(value, "firstName"), text_in(value, "lastName")),
    "job": lambda value: (text_in(value, "title"),),
    "user": lambda value: (full_name(value, "firstName", "lastName"),),
}


def read_smartrecruiters(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all SmartRecruiters files to what was found."""
    parts = gather(documents, smartrecruiters_part, _SAYS, found)
    report_without_feedback(parts, "SmartRecruiters", "review", "reviews", KINDS, found)
    reviews: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for review, where in parts.listed["review"]:
        candidate, job = id_in(review, "candidateId"), id_in(review, "jobId")
        if candidate is None or job is None:
            expected = say("expected_for_application")
            found.notices.append(where.notice("error", "missing_field", expected=expected))
            found.seen += 1
        else:
            reviews[candidate, job].append((review, where))
    found.seen += len(reviews)
    roles = ExportRoles(found)
    for (candidate, job), placed in sorted(reviews.items()):
        _read_application(candidate, job, placed, parts, roles, found)
    known = {
        application_id(candidate, id_in(object_in(assignment, "job"), "id") or ""): where
        for candidate in parts.ids("candidate")
        for assignment, where in _assignments(candidate, parts)
    }
    without = known.keys() - {application_id(*key) for key in reviews}
    if reviews and without:
        report_without_cards(without, known[min(without)], found)
    roles.finish()


def application_id(candidate: str, job: str) -> str:
    """Return the id of an application: the export has none, but one candidate applies once for a job."""
    return f"{candidate}/{job}"


def _read_application(
    candidate: str, job: str, reviews: Sequence[Placed], parts: Parts, roles: ExportRoles, found: Found
) -> None:
    application = application_id(candidate, job)
    where = reviews[0][1].of(application)
    problem = parts.problem(where, Need("candidate", candidate, "candidate_absent"))
    title = _title(candidate, job, parts)
    if problem is None and title is None:
        problem = where.notice("error", "job_absent", job=job)
    if problem is None:
        problem = parts.problem(where, Need("job", job, "job_absent")) if parts.copies("job", job) else None
    if problem is not None:
        found.notices.append(problem)
        found.broken_applications.add(application)
        return
    person, person_where = parts.find("candidate", candidate) or ({}, where)
    value = {
        "id": application,
        "role": job,
        "stage": _hear_status(candidate, job, parts, found),
        "candidate": {
            "given_name": text_in(person, "firstName"),
            "family_name": text_in(person, "lastName"),
            "email": text_in(person, "email"),
        },
    }
    cards = [_card(review, at.of(application), parts, found) for review, at in reviews]
    nameless = sum(not parts.copies("user", id_in(review, "reviewerId")) for review, _ in reviews)
    report_nameless(nameless, where, found)
    keep_application(value, title or "", cards, roles, found, where, person_where)


def _card(review: dict[str, Any], where: Where, parts: Parts, found: Found) -> Card:
    rating = review.get("overallRating")
    recommendation = smartrecruiters_recommendation(rating)
    if recommendation is UNKNOWN:
        found.notices.append(not_on_scale(rating, where.at("overallRating")))
    answers = Answers(where)
    answers.write(text_in(review, "comment"))
    answers.report(found)
    reviewer = id_in(review, "reviewerId")
    name = full_name(parts.value("user", reviewer), "firstName", "lastName")
    value: dict[str, Any] = {
        "id": id_in(review, "id"),
        "interviewer": {"name": name or reviewer},
        "submitted_at": time_in(review, "createdOn", where, found),
        "recommendation": None if recommendation is UNKNOWN else recommendation,
        "raw": None if rating is None else str(rating)[:200],
        "ratings": [],
        **answers.notes,
    }
    return Card(value, where)


def _title(candidate: str, job: str, parts: Parts) -> str | None:
    """Return the title of a job, from the list of jobs or from the candidate's own assignment."""
    titles = [text_in(parts.value("job", job), "title")]
    for assignment, _ in _assignments(candidate, parts):
        if id_in(object_in(assignment, "job"), "id") == job:
            titles.append(text_in(object_in(assignment, "job"), "title"))
    return next((title for title in titles if title), None)


def _assignments(candidate: str, parts: Parts) -> Iterator[Placed]:
    """Yield the applications that every copy of a candidate lists."""
    for value, where in parts.copies("candidate", candidate):
        if id_in(object_in(object_in(value, "primaryAssignment"), "job"), "id"):
            yield object_in(value, "primaryAssignment"), where.at("primaryAssignment")
        for index, assignment in objects_in(value, "secondaryAssignments"):
            yield assignment, where.at(f"secondaryAssignments[{index}]")


def _hear_status(candidate: str, job: str, parts: Parts, found: Found) -> str | None:
    """Remember what became of an application, report why it was closed, and return its stage."""
    application = application_id(candidate, job)
    updated = [
        day for value, _ in parts.copies("candidate", candidate) if (day := day_in(value, "updatedOn"))
    ]
    stage: str | None = None
    reasons: dict[str, Where] = {}
    for assignment, where in _assignments(candidate, parts):
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
