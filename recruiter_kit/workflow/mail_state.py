"""How mail is doing: what was accepted last, what waits, what is late, and the server's last complaint.

In: the outbox and the notices. Out: one look at both.
"""

from datetime import datetime
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.store.database import Database, from_text, to_text
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.notices import LEASE


class MailState(NamedTuple):
    """`late` are messages of which nobody has tried to send one for a minute; `troubled` want a person.

    `error` is what the server said last of a message that has not left, "" where nothing is wrong.
    """

    accepted_at: datetime | None
    waiting: int
    late: int
    troubled: int
    error: str


def mail_state(db: Database, at: datetime | None = None) -> MailState:
    """Return how mail is doing at a moment, now unless said."""
    at = at or now()
    due = to_text(at - outbox.LATE_AFTER)
    waiting, late = db.execute(
        "SELECT count(*), coalesce(sum(tries = 0 AND next_at < ?1), 0) FROM ("
        " SELECT tries, next_at FROM outbox WHERE state = 'waiting'"
        " UNION ALL SELECT tries, next_at FROM notices WHERE state = 'waiting' AND next_at <= ?2)",
        (due, to_text(at)),
    ).fetchone()
    accepted = _accepted_at(db)
    return MailState(accepted, waiting, late, len(outbox.troubled(db)), _error(db, accepted))


def _accepted_at(db: Database) -> datetime | None:
    (told,) = db.execute("SELECT max(at) FROM tellings WHERE message_id IS NOT NULL").fetchone()
    (noticed,) = db.execute("SELECT max(next_at) FROM notices WHERE state = 'sent'").fetchone()
    times = [from_text(told)] if told else []
    # One that was sent keeps the end of the time for which its worker had it.
    times += [from_text(noticed) - LEASE] if noticed else []
    return max(times, default=None)


def _error(db: Database, accepted: datetime | None) -> str:
    """Return why a message waits again or has failed; a failure that is older than a success is past."""
    since = to_text(accepted) if accepted else ""
    row = db.execute(
        "SELECT why FROM ("
        " SELECT why, state, next_at FROM outbox UNION ALL SELECT why, state, next_at FROM notices)"
        " WHERE why != '' AND (state = 'waiting' OR state IN ('failed', 'sending') AND next_at > ?)"
        " ORDER BY next_at DESC LIMIT 1",
        (since,),
    ).fetchone()
    return str(row[0]) if row else ""
