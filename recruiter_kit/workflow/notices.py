"""Notices: mail to colleagues and interviewers that waits for a worker.

A notice is waiting, sent, failed or cancelled. Unlike a letter to a candidate (outbox.py), one that may have
been sent is sent again: a colleague who reads it twice loses a minute, one who never reads it holds up a
candidate. Its text is deleted once it was sent or given up, because it may hold a link that lets somebody in.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.store.database import Database, from_text, to_text, transaction

LEASE = timedelta(minutes=5)
"""How long one worker has a notice for itself; longer than a server's answer is waited for."""
_COLUMNS = 'id, kind, key, application, "to", subject, text, state, tries, next_at, why'


class Notice(NamedTuple):
    """One notice; `next_at` is when it may leave, or is tried again."""

    id: int
    kind: str
    key: str
    application: str | None
    to: str
    subject: str
    text: str
    state: str
    tries: int
    next_at: datetime
    why: str


def put(
    db: Database,
    kind: str,
    key: str,
    to: str,
    subject: str,
    text: str,
    *,
    application: str | None = None,
    at: datetime | None = None,
) -> bool:
    """Let a notice leave `at` a moment, now unless said; False when one with this key was put already.

    `kind` names why it is sent and `key` what it is about, such as "ask:17:reminder": one key, one notice.
    """
    row = db.execute(
        'INSERT INTO notices (kind, key, application, "to", subject, text, state, next_at)'
        " VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?) ON CONFLICT (key) DO NOTHING",
        (kind, key, application, to, subject, text, to_text(at or now())),
    )
    return row.rowcount == 1


def cancel(db: Database, prefix: str) -> int:
    """Cancel what still waits of the notices whose key begins with `prefix`; return how many."""
    row = db.execute(
        "UPDATE notices SET state = 'cancelled', text = '' WHERE state = 'waiting' AND substr(key, 1, ?) = ?",
        (len(prefix), prefix),
    )
    return row.rowcount


def take(db: Database, at: datetime) -> Notice | None:
    """Return the notice that is due first, kept from other workers for a while; None when none is due."""
    with transaction(db):
        row = db.execute(
            f"SELECT {_COLUMNS} FROM notices WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, id",
            (to_text(at),),
        ).fetchone()
        if row is None:
            return None
        db.execute("UPDATE notices SET next_at = ? WHERE id = ?", (to_text(at + LEASE), row[0]))
    return _notice(row)


def sent(db: Database, id: int) -> None:
    """The server took the notice."""
    db.execute("UPDATE notices SET state = 'sent', text = '', why = '' WHERE id = ?", (id,))


def put_back(db: Database, notice: Notice, why: str, next_at: datetime | None) -> None:
    """The server did not take the notice: try again at `next_at`, or with None give up."""
    db.execute(
        "UPDATE notices SET state = ?, tries = tries + 1, why = ?, next_at = ?, text = ?"
        " WHERE id = ? AND state = 'waiting'",
        (
            "waiting" if next_at else "failed",
            why,
            to_text(next_at or now()),
            notice.text if next_at else "",
            notice.id,
        ),
    )


def of(db: Database, prefix: str) -> list[Notice]:
    """Return the notices whose key begins with `prefix`, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM notices WHERE substr(key, 1, ?) = ? ORDER BY id", (len(prefix), prefix)
    )
    return [_notice(row) for row in rows]


def failed(db: Database) -> list[Notice]:
    """Return the notices that were given up, oldest first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM notices WHERE state = 'failed' ORDER BY id")
    return [_notice(row) for row in rows]


def _notice(row: tuple[object, ...]) -> Notice:
    values = dict(zip(Notice._fields, row, strict=True))
    values["next_at"] = from_text(str(values["next_at"]))
    return Notice(**values)  # type: ignore[arg-type]
