"""Requests: a candidate asks for feedback and gets it within 24 hours."""

from datetime import datetime, timedelta
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, status

HOURS = 24


class Request(NamedTuple):
    """One request; `answered_at` is None while it is open."""

    application: str
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None
    by: str

    def late(self, at: datetime) -> bool:
        """Whether it was, or at this time would be, answered after it was due."""
        return (self.answered_at or at) > self.due_at


def record_request(db: Database, application_id: str, by: str, asked_at: datetime | None = None) -> Request:
    """Start the clock, and return the request; one that is open already goes on and is returned."""
    with transaction(db):
        applications.application(db, application_id)
        if known := [request for request in of(db, application_id) if request.answered_at is None]:
            return known[0]
        asked = asked_at or now()
        due = asked + timedelta(hours=HOURS)
        db.execute(
            "INSERT INTO requests (application, asked_at, due_at, by) VALUES (?, ?, ?, ?)",
            (application_id, to_text(asked), to_text(due), by),
        )
        status.refresh(db, application_id)
        audit.record(db, by, Event.ASKED_FOR_FEEDBACK, application_id, due_at=to_text(due))
        return of(db, application_id)[-1]


def of(db: Database, application_id: str) -> list[Request]:
    """Return the requests on one application, oldest first."""
    return _requests(db, "application = ?", application_id)


def open_requests(db: Database) -> list[Request]:
    """Return every request that is not answered, the one due first first."""
    return _requests(db, "answered_at IS NULL")


def _requests(db: Database, where: str, *values: str) -> list[Request]:
    rows = db.execute(
        "SELECT application, asked_at, due_at, answered_at, by FROM requests"
        f" WHERE {where} ORDER BY due_at, id",
        values,
    )
    return [
        Request(id, from_text(asked), from_text(due), from_text(done) if done else None, by)
        for id, asked, due, done, by in rows
    ]
