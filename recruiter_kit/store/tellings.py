"""Tellings: who tells a candidate, and every attempt to (R14, R18). Nobody is told twice.

A candidate who knows the decision is told again only to answer a request. What was said on the telephone is
sent in writing, as the call promises: that is the second half of one telling.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.store import applications, audit, disputes, feedbacks, status
from recruiter_kit.store.database import Database, from_text, now, to_text, transaction
from recruiter_kit.store.status import Status

Channel = Literal["phone", "email", "post"]
Result = Literal[
    "reached", "voicemail", "no_answer", "declined", "disputed", "alleged_discrimination", "sent", "posted"
]
OVER = (Status.TOLD, Status.WRITING, Status.DISPUTED)
"""Where the candidate has heard the decision."""
MOST_ELSEWHERE = 5
READY = (Status.APPROVED, Status.MAIL_FAILED, Status.ASKED, Status.WRITING, Status.CORRECTED)


class Telling(NamedTuple):
    """One attempt to tell, with the version of the feedback that was told."""

    version: int
    channel: str
    at: datetime
    by: str
    result: str
    note: str
    message_id: str | None


class LiveElsewhereError(StoreError):
    """The candidate has another application that is not over, and nobody said that this is known (R17)."""


class Elsewhere(NamedTuple):
    """Another application of the same candidate: its id, the title of its role, where it stands."""

    application: str
    role: str
    status: str
    role_id: str


class Logged(NamedTuple):
    """One attempt with whom it concerned: the application's id, the candidate, the title of the role."""

    application: str
    candidate: str
    role: str
    telling: Telling


class Hold(NamedTuple):
    """The beginning or the end of a hold, with the reason."""

    at: datetime
    by: str
    note: str
    ended: bool


_COLUMNS = "version, channel, at, by, result, note, message_id"


def who_tells(db: Database, application_id: str) -> str | None:
    """Return the one person who has taken it on to tell the candidate, or None."""
    row = db.execute("SELECT by FROM claims WHERE application = ?", (application_id,)).fetchone()
    return row[0] if row else None


def claim(db: Database, application_id: str, by: str, *, knowing: bool = False) -> None:
    """Take it on to tell this candidate.

    Raises ConflictError when another person has, and LiveElsewhereError for a candidate with another
    application that is not over, unless the person says that this is known (R17).
    """
    with transaction(db):
        applications.application(db, application_id)
        holder = who_tells(db, application_id)
        if holder == by:
            return
        if holder is not None:
            raise ConflictError.of("store_claimed", by=holder)
        others = live_elsewhere(db, application_id)
        if others and not knowing:
            raise LiveElsewhereError.of("store_live_elsewhere", count=len(others))
        db.execute("INSERT INTO claims VALUES (?, ?, ?)", (application_id, by, to_text(now())))
        audit.record(db, by, "claimed", application_id, live_elsewhere=len(others))


def live_elsewhere(db: Database, application_id: str) -> list[Elsewhere]:
    """Return the other applications of the same candidate, by address or name, that are not over (R17).

    At most MOST_ELSEWHERE: many candidates may share the address of an agency.
    """
    rows = db.execute(
        "SELECT other.id, r.title, other.status, r.id FROM applications me"
        " JOIN applications other ON other.id != me.id"
        " AND other.status NOT IN (SELECT value FROM json_each(?2))"
        " AND (other.candidate_name_folded = me.candidate_name_folded"
        " OR json_extract(me.candidate, '$.email') != ''"
        " AND lower(json_extract(other.candidate, '$.email')) = lower(json_extract(me.candidate, '$.email')))"
        " JOIN roles r ON r.id = other.role WHERE me.id = ?1 ORDER BY r.title, other.id LIMIT ?3",
        (application_id, json.dumps(OVER), MOST_ELSEWHERE),
    )
    return [Elsewhere(*row) for row in rows]


def release(db: Database, application_id: str, by: str) -> None:
    """Hand back the telling, or take it from one who cannot; the audit log says who did."""
    with transaction(db):
        holder = who_tells(db, application_id)
        if holder is not None:
            db.execute("DELETE FROM claims WHERE application = ?", (application_id,))
            audit.record(db, by, "released", application_id, held_by=holder)


def ready(db: Database, application_id: str, by: str, *, spoken: bool = False) -> int:
    """Return the approved version that may be told now; after a call it may still be written, not `spoken`.

    Raises ConflictError when another person tells, LiveElsewhereError when nobody has said that another
    application of the candidate is known (claim), StoreError when the candidate was told already, a mail is
    under way, the application is on hold, or the newest version is not approved.
    """
    applications.application(db, application_id)
    standing = status.refresh(db, application_id)
    if standing is Status.TOLD or (spoken and status.writing_due(db, application_id)):
        raise StoreError.of("store_told")
    if standing is Status.HELD:
        raise StoreError.of("store_held")
    if standing in (Status.MAIL_WAITING, Status.MAIL_SENDING):
        raise StoreError.of("store_mail_under_way")
    if standing not in READY:
        raise StoreError.of("store_not_approved")
    holder = who_tells(db, application_id)
    if holder not in (None, by):
        raise ConflictError.of("store_claimed", by=holder)
    if holder is None and (others := live_elsewhere(db, application_id)):
        raise LiveElsewhereError.of("store_live_elsewhere", count=len(others))
    newest = db.execute("SELECT max(version) FROM feedback WHERE application = ?", (application_id,))
    return int(newest.fetchone()[0])


def record_telling(
    db: Database,
    application_id: str,
    channel: Channel,
    result: Result,
    by: str,
    note: str = "",
    version: int | None = None,
) -> Status:
    """Record one attempt and return where the application stands now.

    `version` is the one that was told, the newest unless said: somebody may have saved another meanwhile.

    A result after which the candidate knows answers an open request. A call in which the reasons were told is
    followed by the same in writing, as it promises; the claim ends when nothing is left to tell.
    alleged_discrimination puts the application on hold (R23), whatever else is going on. Raises as ready().
    """
    with transaction(db):
        if result == "alleged_discrimination":
            hold(db, application_id, by, note)
            newest = feedbacks.latest(db, application_id)
            if newest is None or newest.state != "approved" or knows(db, application_id):
                return Status.HELD
            return write(db, application_id, newest.version, channel, result, by, note)
        newest_version = ready(db, application_id, by, spoken=channel == "phone")
        told = version if version and 0 < version <= newest_version else newest_version
        return write(db, application_id, told, channel, result, by, note)


def write(
    db: Database,
    application_id: str,
    version: int,
    channel: Channel,
    result: Result,
    by: str,
    note: str = "",
    message_id: str | None = None,
) -> Status:
    """Write a telling that has happened, inside the caller's transaction."""
    at = to_text(now())
    db.execute(
        "INSERT INTO tellings (application, version, channel, at, by, result, note, message_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (application_id, version, channel, at, by, result, note, message_id),
    )
    if result in status.KNOWS:
        db.execute(
            "UPDATE requests SET answered_at = ? WHERE application = ? AND answered_at IS NULL",
            (at, application_id),
        )
    if result == "disputed":
        disputes.raise_dispute(db, application_id, note, by)
    audit.record(db, by, "told", application_id, version=version, channel=channel, result=result)
    standing = status.refresh(db, application_id)
    if standing is Status.TOLD:
        db.execute("DELETE FROM claims WHERE application = ?", (application_id,))
    return standing


def hold(db: Database, application_id: str, by: str, note: str) -> None:
    """Put an application on hold, in any state; mail that has not left stays here (R23).

    Raises NotFoundError when it is not there.
    """
    with transaction(db):
        applications.application(db, application_id)
        db.execute("UPDATE applications SET held = 1 WHERE id = ?", (application_id,))
        db.execute(
            "UPDATE outbox SET state = 'cancelled' WHERE application = ? AND state = 'waiting'",
            (application_id,),
        )
        _note_hold(db, application_id, by, note, ended=False)
        status.refresh(db, application_id)
        audit.record(db, by, "hold begun", application_id)


def end_hold(db: Database, application_id: str, by: str, note: str) -> Status:
    """Let work on a held application go on; raises StoreError without a hold, or a note why it ends."""
    with transaction(db):
        if status.of(db, application_id) is not Status.HELD:
            raise StoreError.of("store_not_held")
        if not note.strip():
            raise StoreError.of("store_hold_note")
        db.execute("UPDATE applications SET held = 0 WHERE id = ?", (application_id,))
        _note_hold(db, application_id, by, note, ended=True)
        audit.record(db, by, "hold ended", application_id)
        return status.refresh(db, application_id)


def holds(db: Database, application_id: str) -> list[Hold]:
    """Return when holds on the application began and ended, by whom and why, oldest first."""
    rows = db.execute(
        "SELECT at, by, note, ended FROM holds WHERE application = ? ORDER BY id", (application_id,)
    )
    return [Hold(from_text(at), by, note, bool(ended)) for at, by, note, ended in rows]


def knows(db: Database, application_id: str) -> bool:
    """Whether the candidate has heard the decision."""
    found = db.execute(
        f"SELECT 1 FROM tellings WHERE application = ? AND result IN ({status.KNOWS_SQL})", (application_id,)
    ).fetchone()
    return found is not None


def _note_hold(db: Database, application_id: str, by: str, note: str, *, ended: bool) -> None:
    db.execute(
        "INSERT INTO holds (application, at, by, note, ended) VALUES (?, ?, ?, ?, ?)",
        (application_id, to_text(now()), by, note.strip(), int(ended)),
    )


def tellings(db: Database, application_id: str) -> list[Telling]:
    """Return every attempt, oldest first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM tellings WHERE application = ? ORDER BY id", (application_id,))
    return [_telling(row) for row in rows]


def log(
    db: Database, roles: Sequence[str] | None = None, *, limit: int = 50, offset: int = 0
) -> list[Logged]:
    """Return the attempts on all applications, newest first; only those of `roles` when given."""
    marks = "1" if roles is None else f"a.role IN ({', '.join('?' * len(roles))})"
    rows = db.execute(
        f"SELECT a.id, a.candidate_name, r.title, {_COLUMNS} FROM tellings t"
        " JOIN applications a ON a.id = t.application JOIN roles r ON r.id = a.role"
        f" WHERE {marks} ORDER BY t.id DESC LIMIT ? OFFSET ?",
        (*(roles or ()), limit, offset),
    )
    return [Logged(id, candidate, role, _telling(row)) for id, candidate, role, *row in rows]


def _telling(row: Sequence[Any]) -> Telling:
    version, channel, at, by, result, note, message_id = row
    return Telling(version, channel, from_text(at), by, result, note, message_id)
