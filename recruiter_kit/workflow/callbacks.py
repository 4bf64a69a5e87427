"""Callbacks: when a candidate who was reached at a bad moment is to be rung back."""

from datetime import datetime
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import Database, from_text, to_text

_OPEN = """SELECT c.application, c.at, c.by FROM callbacks c JOIN counted_tellings t ON t.id = c.telling
    WHERE NOT EXISTS (SELECT 1 FROM counted_tellings WHERE application = c.application AND id > c.telling)"""


class Callback(NamedTuple):
    """Whom to ring back, when, and who said so."""

    application: str
    at: datetime
    by: str


def refuse_unfit(at: datetime | None) -> None:
    """Raise StoreError without a time to ring back, and for one that has passed."""
    if at is None:
        raise StoreError.of("callback_when")
    if at <= now():
        raise StoreError.of("callback_passed")


def promise(db: Database, telling: int, application_id: str, at: datetime, by: str) -> None:
    """Write down, beside the attempt that brought it, when to ring back; inside the caller's transaction."""
    db.execute(
        "INSERT INTO callbacks (telling, application, at, by) VALUES (?, ?, ?, ?)",
        (telling, application_id, to_text(at), by),
    )


def open_callbacks(db: Database) -> list[Callback]:
    """Return everybody who is to be rung back, the next first; another attempt since has ended it."""
    rows = db.execute(f"{_OPEN} ORDER BY c.at, c.telling")
    return [Callback(application, from_text(at), by) for application, at, by in rows]


def of(db: Database, application_id: str) -> Callback | None:
    """Return when the candidate of one application is to be rung back, None when nothing was said."""
    row = db.execute(f"{_OPEN} AND c.application = ?", (application_id,)).fetchone()
    return Callback(row[0], from_text(row[1]), row[2]) if row else None
