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
from recruiter_kit.intake.cards import (
    keep_application,
    report_nameless,
    report_rejection,
    report_without_cards,
)
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.parts import Need, Parts, Placed, gather, report_without_feedback
from recruiter_kit.intake.recruitee.evaluation import evaluation_card, reviewer
from recruiter_kit.intake.recruitee.shapes import KINDS, recruitee_part
from recruiter_kit.intake.values import id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say

_SAYS = {
    "candidate": lambda value: (text_in(value, "name"),),
    "offer": lambda value: (text_in(value, "title"),),
    "placement": lambda value: (id_in(value, "candidate_id"), id_in(value, "offer_id")),
}


def read_recruitee(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Recruitee files to what was found."""
    parts = gather(documents, recruitee_part, _SAYS, found)
    report_without_feedback(parts, "Recruitee", "result", "evaluations (interview results)", KINDS, found)
    _report_hidden(parts, found)
    for kind in ("candidate", "stage"):
        for value, where in list(parts.listed[kind]):
            for index, placement in objects_in(value, "placements"):
                own = {"candidate_id": value["id"]} if kind == "candidate" else {"stage_id": value["id"]}
                parts.add("placement", placement | own, where.at(f"placements[{index}]"))
    results: dict[str, list[Placed]] = defaultdict(list)
    for result, where in parts.listed["result"]:
        its_placement = _placement_of(result, where, parts, found)
        if its_placement is not None:
            results[its_placement].append((result, where.of(its_placement)))
    found.seen += len(results)
    roles = ExportRoles(found)
    for its_id, placed in sorted(results.items()):
        _read_application(its_id, placed, parts, roles, found)
    without = [each for each in parts.ids("placement") if each not in results]
    if results and without:
        report_without_cards(without, parts.copies("placement", without[0])[0][1], found)
    roles.finish()


def _placement_of(result: dict[str, Any], where: Where, parts: Parts, found: Found) -> str | None:
    """Return the id of the placement that an evaluation is about, or None after saying what is missing."""
    candidate = id_in(result, "candidate_id") or _only_candidate(where.file, parts)
    offer = id_in(result, "offer_id")
    if candidate is None:
        expected = say("expected_candidate_id")
        found.notices.append(where.at("candidate_id").notice("error", "missing_field", expected=expected))
        found.seen += 1
        return None
    placements = {
        id_in(placement, "id"): id_in(placement, "offer_id")
        for placement, _ in parts.pointing("placement", "candidate_id", candidate)
    }
    fitting = [its_id for its_id, its_offer in placements.items() if offer in (None, its_offer)]
    if len(fitting) == 1 and fitting[0] is not None:
        return fitting[0]
    found.seen += 1
    if not parts.copies("candidate", candidate):
        found.notices.append(where.notice("error", "candidate_absent", candidate=candidate))
    else:
        fields = {"candidate": candidate, "offer": offer or "—", "count": len(fitting)}
        found.notices.append(where.notice("error", "placements_not_one", **fields))
    found.broken_applications |= {its_id for its_id in fitting if its_id}
    return None


def _only_candidate(file: str, parts: Parts) -> str | None:
    """Return the one candidate of a file's references: a response for one candidate need not repeat it."""
    ids = {id_in(value, "id") for value, where in parts.listed["named_candidate"] if where.file == file}
    return ids.pop() if len(ids) == 1 else None


def _read_application(
    placement: str, results: Sequence[Placed], parts: Parts, roles: ExportRoles, found: Found
) -> None:
    value = parts.value("placement", placement)
    where = results[0][1]
    candidate, offer = id_in(value, "candidate_id"), id_in(value, "offer_id")
    problem = parts.problem(
        where,
        Need("placement", placement, "application_absent"),
        Need("candidate", candidate, "candidate_absent"),
    )
    title = text_in(parts.value("offer", offer), "title")
    if problem is None and title is None:
        problem = where.notice("error", "job_absent", job=offer or "—")
    if problem is None:
        problem = parts.problem(where, Need("offer", offer, "job_absent"))
    if problem is not None:
        found.notices.append(problem)
        found.broken_applications.add(placement)
        return
    person, person_where = parts.find("candidate", candidate) or ({}, where)
    _hear_status(placement, parts, found)
    listed = person.get("emails")
    emails = [
        email
        for email in (listed if isinstance(listed, list) else ())
        if isinstance(email, str) and email.strip()
    ]
    application = {
        "id": placement,
        "role": offer,
        "stage": text_in(parts.value("stage", id_in(value, "stage_id")), "name"),
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(person, "name"), "email": emails[0].strip() if emails else None},
    }
    cards = [evaluation_card(result, at, parts, found) for result, at in results]
    report_nameless(sum(reviewer(result, parts) is None for result, _ in results), where, found)
    keep_application(application, title or "", cards, roles, found, where, person_where)


def _hear_status(placement: str, parts: Parts, found: Found) -> None:
    reasons: dict[str, Where] = {}
    for value, where in parts.copies("placement", placement):
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


def _report_hidden(parts: Parts, found: Found) -> None:
    files = [where.file for _, where in parts.listed["hidden"]]
    for file in dict.fromkeys(files):
        found.notices.append(Where(file).notice("lacking", "results_hidden", count=files.count(file)))
