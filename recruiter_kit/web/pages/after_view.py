"""Disputes as the Follow-up page shows them: what was told, whose note it is, who was asked.

In: disputes. Out: each with the sentence, its notes and authors, the days that are left, and the two answers
that a person may start from.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from recruiter_kit.documents.answer import offered
from recruiter_kit.feedback import Part, Source, Statement
from recruiter_kit.model import Application, Role
from recruiter_kit.standard import Standard
from recruiter_kit.store.database import Database
from recruiter_kit.web.pages.asks_view import Shown, shown_of
from recruiter_kit.workflow import applications, asks, disputes, outbox, quarantine, status
from recruiter_kit.workflow.disputes import Dispute
from recruiter_kit.workflow.outbox import Mail
from recruiter_kit.workflow.status import Status

TOLD = (
    Part.DECISION, Part.PROCESS, Part.NEEDS, Part.DIFFERING, Part.SEEN, Part.OUTCOME, Part.UNSEEN,
    Part.STRENGTH,
)  # fmt: skip
"""Parts of a letter that say something that can be wrong."""


class Note(NamedTuple):
    """One note that a disputed sentence rests on: what it says, who wrote it, and whether one can ask."""

    text: str
    interviewer: str
    scorecard: str
    criterion: str
    can_be_asked: bool


class Disputed(NamedTuple):
    """One dispute with everything around it; `mail` is the last message that answers it."""

    dispute: Dispute
    candidate: str
    email: str | None
    held: bool
    sentence: str
    notes: tuple[Note, ...]
    asked: tuple[Shown, ...]
    choices: tuple[Statement, ...]
    stands: str
    corrected: str
    days: int
    mail: Mail | None


def disputed(db: Database, dispute: Dispute, standard: Standard, on: date) -> Disputed:
    """Return one dispute as the page shows it on a day."""
    here = applications.application(db, dispute.application)
    seen = quarantine.without(here, quarantine.places(db, here.id))
    role = applications.role(db, here.role)
    statement, version = disputes.sentence(db, dispute), disputes.told(db, here.id)
    text = statement.text if statement else ""
    asked = tuple(shown_of(db, each, role) for each in asks.of(db, here.id) if each.dispute == dispute.id)
    waiting = {(each.ask.scorecard, each.ask.criterion) for each in asked if each.standing != "closed"}
    kept = dispute.answer if dispute.answered_at is None else None
    drafts = {
        kind: offered(kind, version.feedback, text, standard) if version else ""
        for kind in ("stands", "corrected")
    }
    return Disputed(
        dispute,
        here.candidate.full_name,
        here.candidate.email,
        status.of(db, here.id) is Status.HELD,
        text,
        tuple(_notes(statement, seen, role, waiting)),
        asked,
        told(db, here.id),
        kept or drafts["stands"],
        drafts["corrected"],
        (dispute.due_on - on).days,
        _mail(db, dispute),
    )


class Answered(NamedTuple):
    """A dispute that is answered; `mail` is the message that answered it, None where there is none."""

    dispute: Dispute
    candidate: str
    sentence: str
    mail: Mail | None


def answered(db: Database, found: Sequence[Dispute]) -> list[Answered]:
    """Return disputes that are answered as the page lists them."""
    names = applications.names(db, {each.application for each in found})
    shown = []
    for each in found:
        statement = disputes.sentence(db, each)
        text = statement.text if statement else ""
        shown.append(Answered(each, names[each.application], text, _mail(db, each)))
    return shown


def _mail(db: Database, dispute: Dispute) -> Mail | None:
    mails = [mail for mail in outbox.of(db, dispute.application) if mail.dispute == dispute.id]
    return mails[-1] if mails else None


def told(db: Database, application_id: str) -> tuple[Statement, ...]:
    """Return the sentences that the candidate was told and may dispute."""
    version = disputes.told(db, application_id)
    return version.feedback.said(*TOLD) if version else ()


def _notes(
    statement: Statement | None, application: Application, role: Role, asked: set[tuple[str, str]]
) -> list[Note]:
    if statement is None:
        return []
    cards = {card.id: card for card in application.scorecards}
    found = []
    for source in statement.sources:
        card = cards.get(source.scorecard)
        criterion = statement.criterion or ""
        if card and _is_there(source, application):
            name = card.interviewer.name or ""
            free = role.criterion(criterion) is not None and (card.id, criterion) not in asked
            found.append(Note(source.text, name, card.id, criterion, free))
    return found


def _is_there(source: Source, application: Application) -> bool:
    """Whether the words are still in the scorecard, and not set apart (R13)."""
    notes = [
        note
        for card in application.scorecards
        if card.id == source.scorecard
        for note in (card.note, *(rating.note for rating in card.ratings))
    ]
    return any(source.text in (note or "") for note in notes)
