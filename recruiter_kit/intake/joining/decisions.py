"""Joins the decisions of decisions files to their applications (R1).

In: what was found, and the roles as published. Out: applications with their decisions. Two
decisions on one application that differ are an error: which of them holds is for people to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.criteria.matching import match
from recruiter_kit.intake.joining.found import Found, FoundApplication, FoundDecision
from recruiter_kit.intake.joining.published import Published
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, Decision


def join_decisions(found: Found, roles: Mapping[str, Published]) -> None:
    """Put each decision on its application; what cannot be joined becomes a notice."""
    decisions = _one_each(found)
    known = {
        found_application.application.id for found_application in found.applications
    } | found.broken_applications
    for found_decision in decisions.values():
        if found_decision.application not in known:
            where = found_decision.where.of(None)
            application = shorten(found_decision.application)
            found.notices.append(where.notice("left_out", "decision_for_unknown", application=application))
    found.applications = [
        _decided(found_application, decisions[found_application.application.id], roles, found)
        if found_application.application.id in decisions
        else found_application
        for found_application in found.applications
    ]


def _one_each(found: Found) -> dict[str, FoundDecision]:
    decisions: dict[str, FoundDecision] = {}
    for found_decision in found.decisions:
        first = decisions.setdefault(found_decision.application, found_decision)
        if first is found_decision:
            continue
        if _same(first.decision, found_decision.decision):
            found.notices.append(
                found_decision.where.notice("left_out", "decision_twice", other=str(first.where))
            )
        else:
            _refuse_both(found_decision, str(first.where), found)
    return decisions


def _decided(
    found_application: FoundApplication, given: FoundDecision, roles: Mapping[str, Published], found: Found
) -> FoundApplication:
    application = found_application.application
    decision = _with_ids(given, roles.get(application.role), found)
    if application.decision is None:
        return replace(found_application, application=application.model_copy(update={"decision": decision}))
    own = _with_published_ids(application.decision, roles.get(application.role))
    if not _same(own, decision):
        _refuse_both(given, str(found_application.where.at("decision")), found)
        return found_application
    fuller = own if own.note else decision
    return replace(found_application, application=application.model_copy(update={"decision": fuller}))


def _refuse_both(given: FoundDecision, other: str, found: Found) -> None:
    found.notices.append(given.where.notice("error", "decisions_differ", other=other))
    found.broken_applications.add(given.application)


def _with_ids(given: FoundDecision, published: Published | None, found: Found) -> Decision:
    """Return the decision with the ids of its decisive criteria, which people write by name."""
    if published is None:
        return given.decision
    decisive = []
    for index, named in enumerate(given.decision.decisive):
        matching = match([Criterion(id=named, name=named)], published.role.criteria, found.criteria)
        known = matching.matched.get(named) or published.renamed.get(named)
        if known:
            decisive.append(known)
        else:
            _refuse_criterion(given, index, published, matching.unclear.get(named, ()), found)
    return given.decision.model_copy(update={"decisive": tuple(dict.fromkeys(decisive))})


def _refuse_criterion(
    given: FoundDecision, index: int, published: Published, candidates: Sequence[Criterion], found: Found
) -> None:
    at = given.where.at(f"decisive[{index}]")
    fields = {
        "criterion": shorten(given.decision.decisive[index]),
        "role": shorten(published.role.title),
    }
    if candidates:
        meant = say("or_other").join(f"“{shorten(each.name)}”" for each in candidates)
        notice = at.notice("error", "decisive_unclear", meant=meant, **fields)
    else:
        expected = choices([criterion.name for criterion in published.role.criteria]) or "—"
        notice = at.notice("error", "unknown_criterion", expected=expected, **fields)
    found.notices.append(notice)
    found.broken_applications.add(given.application)


def _with_published_ids(decision: Decision, published: Published | None) -> Decision:
    renamed = published.renamed if published else {}
    return decision.model_copy(
        update={"decisive": tuple(renamed.get(criterion, criterion) for criterion in decision.decisive)}
    )


def _same(one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same; only one of them may have a note."""
    notes = {note for note in (one.note, other.note) if note}
    first, second = (
        decision.model_copy(update={"note": None, "decisive": tuple(sorted(decision.decisive))})
        for decision in (one, other)
    )
    return len(notes) < 2 and first == second
