"""What was asked of interviewers on an application, and whom one may still ask, as pages show it.

In: an application. Out: its questions, those answered since the words were written, and offers: where a note
is missing or unclear, whose it is. Only the organisation's own pages name interviewers.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.model import Application, Role
from recruiter_kit.store.database import Database
from recruiter_kit.web.pages.feedback_waiting import waiting
from recruiter_kit.workflow import applications, asks, notices, quarantine, status, versions
from recruiter_kit.workflow.closing import prefix


class Offer(NamedTuple):
    """Somebody who can be asked: whose note, on which criterion, about which of its sentences if any."""

    scorecard: str
    criterion: str
    sentence: str
    interviewer: str
    criterion_name: str


class Shown(NamedTuple):
    """One question with its criterion by name, where it stands, what came back, what went wrong."""

    ask: asks.Ask
    criterion_name: str
    standing: str
    trouble: str
    answered_note: str


class Asked(NamedTuple):
    """Everything on one application; `fresh` are those whose answer the words do not use yet."""

    shown: Sequence[Shown]
    fresh: Sequence[str]
    offers: Sequence[Offer]


def of_application(db: Database, application_id: str) -> Asked:
    """Return what is shown on the page of an application."""
    here = applications.application(db, application_id)
    role = applications.role(db, here.role)
    shown = [shown_of(db, each, role) for each in asks.of(db, application_id)]
    version = versions.latest(db, application_id)
    fresh = [
        each.ask.interviewer
        for each in shown
        if version and each.ask.answered_at and each.ask.answered_at > version.made_at
    ]
    offers: list[Offer] = []
    if version and not status.knows(db, application_id) and status.of(db, application_id) != "held":
        seen = quarantine.without(here, quarantine.places(db, application_id))
        asked = {
            (each.ask.scorecard, each.ask.criterion)
            for each in shown
            if each.standing in ("waiting", "answered")
        }
        offers = [
            each
            for each in _offers(version.feedback, seen, role)
            if (each.scorecard, each.criterion) not in asked
        ]
    return Asked(shown, list(dict.fromkeys(fresh)), offers)


def shown_of(db: Database, ask: asks.Ask, role: Role) -> Shown:
    """Return one question as it is shown."""
    criterion = role.criterion(ask.criterion)
    failed = [each.why for each in notices.of(db, prefix(ask.id)) if each.state == "failed"]
    standing = ask.standing()
    return Shown(
        ask,
        criterion.name if criterion else ask.criterion,
        standing,
        failed[-1] if failed and standing == "waiting" else "",
        _came_back(db, ask),
    )


def _came_back(db: Database, ask: asks.Ask) -> str:
    """Return the note that answered."""
    rating = asks.answered(db, ask) if ask.answer else None
    return (rating.note if rating else None) or ""


def _offers(feedback: Feedback, application: Application, role: Role) -> list[Offer]:
    """Return whom one may ask: each interviewer once on a criterion, about missing examples first."""
    found: dict[tuple[str, str], Offer] = {}
    for each in (*_without_example(feedback, application, role), *_unclear(feedback, application, role)):
        found.setdefault((each.scorecard, each.criterion), each)
    return list(found.values())


def _without_example(feedback: Feedback, application: Application, role: Role) -> Iterator[Offer]:
    """Yield those who rated a decisive criterion low where nothing can be told of it yet."""
    told = {statement.criterion for statement in feedback.said(Part.SEEN)}
    for id in feedback.decision.decisive:
        criterion, standing = role.criterion(id), feedback.standing(id)
        if criterion is None or standing is None or id in told or not standing.shortfall:
            continue
        for card in application.scorecards:
            levels = [rating.level for rating in card.ratings if rating.criterion == id]
            if any(level is not None and level < standing.required for level in levels) and not card.adds_to:
                yield Offer(card.id, id, "", card.interviewer.name or "", criterion.name)


def _unclear(feedback: Feedback, application: Application, role: Role) -> Iterator[Offer]:
    """Yield whose sentences wait for an answer, or in a blank."""
    waits = waiting(feedback, application, role)
    cards = {card.id: card for card in application.scorecards}
    by_source = {one.source: one.criterion for one in feedback.left_to_recruiter}
    for each in (*(held for blank in waits.blanks.values() for held in blank), *waits.questions):
        criterion = by_source.get(each.source)
        card = cards.get(each.source.scorecard)
        if card and criterion and not card.adds_to:
            yield Offer(card.id, criterion, each.source.text, card.interviewer.name or "", each.criterion)
