"""The audit log: what was done, by whom, when; append-only and chained by hashes (R21).

In: an event. Out: a line that the database refuses to change, whose hash covers the line before it. Details
are ids, counts and states, never a candidate's name, address or words.
"""

import json
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event

START = "0" * 64


class Entry(NamedTuple):
    """One line of the log."""

    seq: int
    at: datetime
    by: str
    what: str
    application: str | None
    detail: dict[str, object]


class Verified(NamedTuple):
    """What verify found: `broken_at` is the first line that is not as it was written, None when all are.

    `last_hash`, noted elsewhere, shows later that no newer log was put in this one's place.
    """

    entries: int
    broken_at: int | None
    last_hash: str


def record(db: Database, by: str, what: Event, application: str | None = None, **detail: object) -> None:
    """Append one line; `by` is the person's e-mail address or "terminal", `what` the kind of event."""
    with transaction(db):
        last = db.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        previous = last[0] if last else START
        written = json.dumps(detail, sort_keys=True, ensure_ascii=False, default=str)
        line = (to_text(now()), by, what.value, application, written)
        db.execute(
            "INSERT INTO audit (at, by, what, application, detail, previous_hash, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*line, previous, _hash(previous, *line)),
        )


def entries(db: Database, *, limit: int = 200) -> list[Entry]:
    """Return the newest lines, newest first."""
    rows = db.execute(
        "SELECT seq, at, by, what, application, detail FROM audit ORDER BY seq DESC LIMIT ?", (limit,)
    )
    return [
        Entry(seq, from_text(at), by, what, of, json.loads(detail)) for seq, at, by, what, of, detail in rows
    ]


def verify(db: Database) -> Verified:
    """Recompute every hash, and look for lines missing from the middle or the end."""
    previous, count = START, 0
    rows = db.execute(
        "SELECT seq, at, by, what, application, detail, previous_hash, hash FROM audit ORDER BY seq"
    )
    for seq, *line, before, found in rows:
        count += 1
        if seq != count or before != previous or _hash(previous, *line) != found:
            return Verified(count, count, previous)
        previous = found
    ever = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").fetchone()
    missing = ever is not None and ever[0] > count
    return Verified(count, count + 1 if missing else None, previous)


def _hash(previous: str, *line: str | None) -> str:
    return sha256(json.dumps([previous, *line], ensure_ascii=False).encode()).hexdigest()
