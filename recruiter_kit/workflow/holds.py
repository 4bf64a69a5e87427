"""Holds: nothing about an application is told, changed or deleted until a named person ends it (R23)."""

from datetime import datetime
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, status
from recruiter_kit.workflow.closing import close_asks
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.withdrawing import cancel_waiting


class Hold(NamedTuple):
    """The beginning or the end of a hold, with the reason."""

    at: datetime
    by: str
    note: str
    ended: bool


def hold(db: Database, application_id: str, by: str, note: str) -> None:
    """Put an application on hold, in any state; mail that has not left stays here (R23).

    Raises NotFoundError when it is not there, and StoreError without the words that were said.
    """
    if not note.strip():
        raise StoreError.of("store_hold_words")
    with transaction(db):
        applications.application(db, application_id)
        db.execute("UPDATE applications SET held = 1 WHERE id = ?", (application_id,))
        cancel_waiting(db, application_id, say("mail_held"))
        close_asks(db, application_id, "held")
        _note_hold(db, application_id, by, note, ended=False)
        status.refresh(db, application_id)
        audit.record(db, by, Event.HOLD_BEGUN, application_id)


def end_hold(db: Database, application_id: str, by: str, note: str) -> Status:
    """Let work on a held application go on; raises StoreError without a hold, or a note why it ends."""
    with transaction(db):
        if status.of(db, application_id) is not Status.HELD:
            raise StoreError.of("store_not_held")
        if not note.strip():
            raise StoreError.of("store_hold_note")
        db.execute("UPDATE applications SET held = 0 WHERE id = ?", (application_id,))
        _note_hold(db, application_id, by, note, ended=True)
        audit.record(db, by, Event.HOLD_ENDED, application_id)
        return status.refresh(db, application_id)


def holds(db: Database, application_id: str) -> list[Hold]:
    """Return when holds on the application began and ended, by whom and why, oldest first."""
    rows = db.execute(
        "SELECT at, by, note, ended FROM holds WHERE application = ? ORDER BY id", (application_id,)
    )
    return [Hold(from_text(at), by, note, bool(ended)) for at, by, note, ended in rows]


def _note_hold(db: Database, application_id: str, by: str, note: str, *, ended: bool) -> None:
    db.execute(
        "INSERT INTO holds (application, at, by, note, ended) VALUES (?, ?, ?, ?, ?)",
        (application_id, to_text(now()), by, note.strip(), int(ended)),
    )
