"""Reader of saved Recruitee responses: evaluations, with the candidates and jobs (offers) they point to.

In: documents in any order. Out: applications, one for each placement of a candidate on a job, with a
scorecard for each evaluation. The reason of a disqualification is not a decision (R1): it is reported, never
used. Source: docs/formats.md.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export, Need, Placed, gather, report_held
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.recruitee.evaluation import evaluation_card
from recruiter_kit.intake.recruitee.shapes import KINDS, recruitee_part
from recruiter_kit.intake.scorecards import keep_application, read_applications, report_rejection
from recruiter_kit.intake.values import id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say

_SAYS = {
    "candidate": lambda value: (text_in(value, "name"),),
    "offer": lambda value: (text_in(value, "title"),),
    "placement": lambda value: (id_in(value, "candidate_id"), id_in(value, "offer_id")),
}


def read_recruitee(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Recruitee files to what was found."""
    export = gather(documents, recruitee_part, _SAYS, found)
    report_held(export, "Recruitee", ("result",), "evaluations (interview results)", KINDS, found)
    _report_hidden(export, found)
    for kind in ("candidate", "stage"):
        for value, where in list(export.listed[kind]):
            for index, placement in objects_in(value, "placements"):
                own = {"candidate_id": value["id"]} if kind == "candidate" else {"stage_id": value["id"]}
                export.add("placement", placement | own, where.at(f"placements[{index}]"))
    results: dict[str, list[Placed]] = defaultdict(list)
    for result, where in export.listed["result"]:
        its_placement = _placement_of(result, where, export, found)
        if its_placement is not None:
            results[its_placement].append((result, where.of(its_placement)))
    read_applications(results, "placement", export, found, _read_application)


def _placement_of(result: dict[str, Any], where: Where, export: Export, found: Found) -> str | None:
    """Return the id of the placement that an evaluation is about, or None after saying what is missing."""
    candidate = id_in(result, "candidate_id") or _only_candidate(where.file, export)
    offer = id_in(result, "offer_id")
    if candidate is None:
        expected = say("expected_candidate_id")
        found.notices.append(where.at("candidate_id").notice("error", "missing_field", expected=expected))
        found.seen += 1
        return None
    placements = {
        id_in(placement, "id"): id_in(placement, "offer_id")
        for placement, _ in export.pointing("placement", "candidate_id", candidate)
    }
    fitting = [its_id for its_id, its_offer in placements.items() if offer in (None, its_offer)]
    if len(fitting) == 1 and fitting[0] is not None:
        return fitting[0]
    found.seen += 1
    if not export.copies("candidate", candidate):
        found.notices.append(where.notice("error", "candidate_absent", candidate=candidate))
    else:
        fields = {"candidate": candidate, "offer": offer or "—", "count": len(fitting)}
        found.notices.append(where.notice("error", "placements_not_one", **fields))
    found.broken_applications |= {its_id for its_id in fitting if its_id}
    return None


def _only_candidate(file: str, export: Export) -> str | None:
    """Return the one candidate of a file's references: a response for one candidate need not repeat it."""
    ids = {id_in(value, "id") for value, where in export.listed["named_candidate"] if where.file == file}
    return ids.pop() if len(ids) == 1 else None


def _read_application(
    placement: str, results: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    value = export.value("placement", placement)
    where = results[0][1]
    candidate, offer = id_in(value, "candidate_id"), id_in(value, "offer_id")
    problem = export.problem(
        where,
        Need("placement", placement, "application_absent"),
        Need("candidate", candidate, "candidate_absent"),
    )
    title = text_in(export.value("offer", offer), "title")
    if problem is None and title is None:
        problem = where.notice("error", "job_absent", job=offer or "—")
    if problem is None:
        problem = export.problem(where, Need("offer", offer, "job_absent"))
    if problem is not None:
        found.refuse(problem)
        return
    person, person_where = export.find("candidate", candidate) or ({}, where)
    _hear_status(placement, export, found)
    listed = person.get("emails")
    emails = [
        email
        for email in (listed if isinstance(listed, list) else ())
        if isinstance(email, str) and email.strip()
    ]
    application = {
        "id": placement,
        "role": offer,
        "stage": text_in(export.value("stage", id_in(value, "stage_id")), "name"),
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(person, "name"), "email": emails[0].strip() if emails else None},
    }
    cards = [evaluation_card(result, at, export, found) for result, at in results]
    keep_application(application, title or "", cards, roles, found, where, person_where)


def _hear_status(placement: str, export: Export, found: Found) -> None:
    reasons: dict[str, Where] = {}
    for value, where in export.copies("placement", placement):
        at = where.of(placement)
        if text_in(value, "hired_at"):
            found.hear(placement, "hired", at.at("hired_at"))
        if text_in(value, "disqualified_at"):
            found.hear(placement, "disqualified", at.at("disqualified_at"))
            reason = text_in(value, "disqualify_reason")
            reason = reason or text_in(object_in(value, "disqualify_reason"), "name") or say("found_blank")
            found.hear_reason(placement, reason, at.at("disqualify_reason"))
            reasons.setdefault(reason, at)
    for reason, at in reasons.items():
        report_rejection(reason, at, found)


def _report_hidden(export: Export, found: Found) -> None:
    files = [where.file for _, where in export.listed["hidden"]]
    for file in dict.fromkeys(files):
        found.notices.append(Where(file).notice("lacking", "results_hidden", count=files.count(file)))
