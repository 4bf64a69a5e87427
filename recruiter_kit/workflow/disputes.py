"""Disputes: a candidate says that a fact is wrong, and gets an answer by the day that the letter promises."""

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.composing.promises import answer_by
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.messages import say
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, status, versions
from recruiter_kit.workflow.withdrawing import cancel_waiting, withdraw

Verdict = Literal["stands", "corrected"]
_COLUMNS = "id, application, what, raised_at, due_on, by, answered_at, verdict, answer, answered_by"


class Dispute(NamedTuple):
    """One dispute; everything from `answered_at` on is None while it is open."""

    id: int
    application: str
    what: str
    raised_at: datetime
    due_on: date
    by: str
    answered_at: datetime | None
    verdict: str | None
    answer: str | None
    answered_by: str | None

    def late(self, on: date) -> bool:
        """Whether it was, or on this day would be, answered after it was due."""
        return (self.answered_at.date() if self.answered_at else on) > self.due_on


def raise_dispute(db: Database, application_id: str, what: str, by: str) -> Dispute:
    """Write down what the candidate says is wrong; one that is open already gets the words added.

    It is due when the letter promises an answer, and for one that comes late as many days after it as the
    letter leaves between objection and answer. Mail that has not left stays here. Raises StoreError without
    words and before the first draft.
    """
    if not what.strip():
        raise StoreError.of("store_dispute_what")
    with transaction(db):
        version = versions.latest(db, application_id)
        if version is None:
            raise StoreError.of("store_nothing_to_dispute")
        raised = now()
        open_one = next((dispute for dispute in of(db, application_id) if dispute.answered_at is None), None)
        if open_one:
            words = f"{open_one.what}\n{what}".strip()
            db.execute("UPDATE disputes SET what = ? WHERE id = ?", (words, open_one.id))
        else:
            feedback, standard = version.feedback, version.feedback.standard
            promised = answer_by(feedback.decision, standard, feedback.drafted_on)
            between = timedelta(days=standard.answer_days - standard.dispute_days)
            due = max(promised, raised.date() + between)
            db.execute(
                "INSERT INTO disputes (application, what, raised_at, due_on, by) VALUES (?, ?, ?, ?, ?)",
                (application_id, what.strip(), to_text(raised), due.isoformat(), by),
            )
        # Words that may be wrong stay here until somebody has looked.
        if status.knows(db, application_id):
            cancel_waiting(db, application_id, say("mail_disputed"))
        status.refresh(db, application_id)
        audit.record(db, by, Event.FACT_DISPUTED, application_id)
        return of(db, application_id)[-1]


def answer(db: Database, dispute_id: int, verdict: Verdict, words: str, by: str) -> Dispute:
    """Answer it, in words. A corrected one asks for a new version that is told again.

    Raises StoreError without words, on hold, and for one that is answered already.
    """
    with transaction(db):
        found = get(db, dispute_id)
        if found.answered_at is not None:
            raise StoreError.of("store_dispute_answered")
        if not words.strip():
            raise StoreError.of("store_dispute_words")
        status.refuse_when_held(db, found.application)
        db.execute(
            "UPDATE disputes SET answered_at = ?, verdict = ?, answer = ?, answered_by = ? WHERE id = ?",
            (to_text(now()), verdict, words.strip(), by, dispute_id),
        )
        audit.record(db, by, Event.DISPUTE_ANSWERED, found.application, verdict=verdict)
        if verdict == "corrected":
            # The words that were wrong must not leave once more.
            withdraw(db, found.application)
        status.refresh(db, found.application)
        return get(db, dispute_id)


def get(db: Database, dispute_id: int) -> Dispute:
    """Return one; raises NotFoundError."""
    found = _disputes(db, "id = ?", dispute_id)
    if not found:
        raise NotFoundError.of("store_no_dispute")
    return found[0]


def of(db: Database, application_id: str) -> list[Dispute]:
    """Return those on one application, oldest first; raises NotFoundError when it is not there."""
    applications.application(db, application_id)
    return _disputes(db, "application = ?", application_id)


def open_disputes(db: Database) -> list[Dispute]:
    """Return all that wait for an answer, the one due first first."""
    return _disputes(db, "answered_at IS NULL")


def _disputes(db: Database, where: str, *values: object) -> list[Dispute]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM disputes WHERE {where} ORDER BY due_on, id", values)
    return [
        Dispute(
            id, application, what, from_text(raised), date.fromisoformat(due), by,
            from_text(done) if done else None, verdict, words, answered_by,
        )
        for id, application, what, raised, due, by, done, verdict, words, answered_by in rows
    ]  # fmt: skip
