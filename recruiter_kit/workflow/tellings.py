"""Tellings: every attempt to tell a candidate (R18). Nobody is told twice.

A candidate who knows the decision is told again only to answer a request. What was said on the telephone is
sent in writing, as the call promises: that is the second half of one telling.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, approval, callbacks, disputes, status, versions
from recruiter_kit.workflow.claims import ElsewhereError, overlooked, who_tells
from recruiter_kit.workflow.closing import close_asks
from recruiter_kit.workflow.holds import hold
from recruiter_kit.workflow.status import Status

Channel = Literal["phone", "email", "post"]
Result = Literal[
    "reached",
    "in_writing",
    "voicemail",
    "no_answer",
    "ring_back",
    "declined",
    "disputed",
    "alleged_discrimination",
    "sent",
    "posted",
    "answered",
    "undone",
]
"""`in_writing` was told the decision and wants the reasons in writing; `undone` takes the place of a call
that was recorded by mistake (outcomes). `disputed` is a call of before 022 that ended with a dispute."""
ANSWERED: Result = "answered"
"""The result of a telling that answers a dispute: the candidate knew the decision already."""
OVERTAKING = (Status.HELD, Status.DRAFT, Status.CHANGES_ASKED, Status.SECOND_APPROVAL)
"""Where an application may come to stand while somebody tells the candidate."""
READY = (Status.APPROVED, Status.MAIL_FAILED, Status.ASKED, Status.WRITING, Status.CORRECTED)


class Telling(NamedTuple):
    """One attempt to tell, with the version of the feedback that was told.

    One that puts another right has the id of that as `replaces`, and when and why; `replaced` was put right.
    """

    id: int
    version: int
    channel: str
    at: datetime
    by: str
    result: str
    note: str
    message_id: str | None
    replaces: int | None
    entered_at: datetime | None
    reason: str
    replaced: bool

    @property
    def counts(self) -> bool:
        """Whether this is how it was, as far as is known now."""
        return not self.replaced and self.result != "undone"


class Logged(NamedTuple):
    """One attempt with whom it concerned: the application's id, the candidate, the title of the role."""

    application: str
    candidate: str
    role: str
    telling: Telling


_COLUMNS = (
    "t.id, version, channel, at, by, result, note, message_id, replaces, entered_at, reason,"
    " EXISTS (SELECT 1 FROM tellings r WHERE r.replaces = t.id)"
)


def ready(db: Database, application_id: str, by: str, *, spoken: bool = False) -> int:
    """Return the approved version that may be told now; after a call it may still be written, not `spoken`.

    Raises ConflictError when another person tells, ElsewhereError when nobody has said that another
    application of the candidate is known (claim), StoreError when the candidate was told already, a mail is
    under way, the application is on hold or has changed since, or the newest version is not approved.
    """
    applications.application(db, application_id)
    standing = status.of(db, application_id)
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
    if others := overlooked(db, application_id):
        raise ElsewhereError.of("store_elsewhere", count=len(others))
    newest = versions.newest(db, application_id)
    if versions.outdated(db, newest):
        raise StoreError.of("store_changed_since")
    return newest.version


def record_telling(
    db: Database,
    application_id: str,
    channel: Channel,
    result: Result,
    by: str,
    note: str = "",
    version: int | None = None,
    *,
    wrong: str = "",
    ring_at: datetime | None = None,
) -> Status:
    """Record one attempt and return where the application stands now.

    `version` is the one that was told, the newest unless said: somebody may have saved another meanwhile.
    `wrong` is what the candidate says is wrong, which raises a dispute; `ring_at` is when to ring back.

    A result after which the candidate knows answers an open request. A call in which the reasons were told is
    followed by the same in writing, as it promises; the claim ends when nothing is left to tell.
    alleged_discrimination puts the application on hold (R23), whatever else is going on. What was under way
    when a hold began, or when the approval was taken away, is still recorded (R18). Raises as ready(),
    and StoreError for an allegation without words and for ring_back without a time that is still to come.
    """
    if result == "ring_back":
        callbacks.refuse_unfit(ring_at)
    with transaction(db):
        if result == "alleged_discrimination":
            hold(db, application_id, by, note)
        told = _overtaken(db, application_id, by, version)
        if told is None and result == "alleged_discrimination":
            return Status.HELD
        if told is None:
            newest = ready(db, application_id, by, spoken=channel == "phone")
            told = version if version and 0 < version <= newest else newest
        return write(db, application_id, told, channel, result, by, note, wrong=wrong, ring_at=ring_at)


def _overtaken(db: Database, application_id: str, by: str, version: int | None) -> int | None:
    """Return the version that was told while a hold began, or while its approval was taken away (R18).

    What has happened is recorded. Without the approval that is only what the person who tells had begun:
    `version` must be said, and was approved once. None otherwise.
    """
    newest = versions.latest(db, application_id)
    if status.of(db, application_id) not in OVERTAKING or newest is None or status.knows(db, application_id):
        return None
    teller = who_tells(db, application_id)
    if newest.state == "approved":
        told = version if version and 0 < version <= newest.version else newest.version
        return told if teller in (None, by) else None
    if version is None or teller != by or not 0 < version <= newest.version:
        return None
    return version if approval.was_approved(db, application_id, version) else None


def write(
    db: Database,
    application_id: str,
    version: int,
    channel: Channel,
    result: Result,
    by: str,
    note: str = "",
    message_id: str | None = None,
    *,
    wrong: str = "",
    ring_at: datetime | None = None,
) -> Status:
    """Write a telling that has happened, inside the caller's transaction."""
    at = to_text(now())
    row = db.execute(
        "INSERT INTO tellings (application, version, channel, at, by, result, note, message_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (application_id, version, channel, at, by, result, note, message_id),
    )
    _follow(db, application_id, int(row.lastrowid or 0), at, result, by, ring_at)
    if said := wrong or (note if result == "disputed" else ""):
        disputes.raise_dispute(db, application_id, said, by)
    event = Event.TOLD if result in status.KNOWS else Event.TRIED
    audit.record(db, by, event, application_id, version=version, channel=channel, result=result)
    return _settled(db, application_id)


def replace(
    db: Database,
    application_id: str,
    call: Telling,
    result: Result,
    by: str,
    reason: str,
    ring_at: datetime | None,
) -> Status:
    """Write another outcome of `call` in its place, inside the caller's transaction."""
    at = to_text(call.at)
    row = db.execute(
        "INSERT INTO tellings (application, version, channel, at, by, result, note, replaces, entered_at,"
        " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            application_id,
            call.version,
            call.channel,
            at,
            by,
            result,
            call.note,
            call.id,
            to_text(now()),
            reason,
        ),
    )
    db.execute(
        "UPDATE requests SET answered_at = NULL WHERE application = ? AND answered_at = ?"
        " AND NOT EXISTS (SELECT 1 FROM requests WHERE application = ? AND answered_at IS NULL)",
        (application_id, at, application_id),
    )
    _follow(db, application_id, int(row.lastrowid or 0), at, result, by, ring_at)
    audit.record(
        db, by, Event.OUTCOME_CORRECTED, application_id,
        version=call.version, before=call.result, after=result, reason=bool(reason),
    )  # fmt: skip
    return _settled(db, application_id)


def _follow(
    db: Database, application_id: str, telling: int, at: str, result: str, by: str, ring_at: datetime | None
) -> None:
    """Do what follows from a result: a request is answered, a time to ring back is kept."""
    if result in status.KNOWS:
        close_asks(db, application_id, "told")
        db.execute(
            "UPDATE requests SET answered_at = ? WHERE application = ? AND answered_at IS NULL",
            (at, application_id),
        )
    if result == "ring_back" and ring_at:
        callbacks.promise(db, telling, application_id, ring_at, by)


def _settled(db: Database, application_id: str) -> Status:
    standing = status.refresh(db, application_id)
    if standing is Status.TOLD:
        db.execute("DELETE FROM claims WHERE application = ?", (application_id,))
    return standing


def record_answer(db: Database, dispute_id: int, words: str, channel: Channel, by: str) -> Status:
    """Record an answer to a dispute that somebody has given: the fact was right. Raises as disputes.answer().

    It is a telling of its own kind: nothing more is told of the decision by it.
    """
    with transaction(db):
        found = disputes.answer(db, dispute_id, "stands", words, by)
        disputes.given(db, dispute_id, channel)
        version = disputes.told(db, found.application)
        number = version.version if version else 1
        return write(db, found.application, number, channel, ANSWERED, by)


def tellings(db: Database, application_id: str) -> list[Telling]:
    """Return every attempt, oldest first, with those that were put right."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM tellings t WHERE application = ? ORDER BY t.id", (application_id,)
    )
    return [_telling(row) for row in rows]


def log(db: Database, *, limit: int = 50, offset: int = 0) -> list[Logged]:
    """Return the attempts on all applications, newest first."""
    rows = db.execute(
        f"SELECT a.id, a.candidate_name, r.title, {_COLUMNS} FROM tellings t"
        " JOIN applications a ON a.id = t.application JOIN roles r ON r.id = a.role"
        " ORDER BY t.id DESC LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return [Logged(id, candidate, role, _telling(row)) for id, candidate, role, *row in rows]


def _telling(row: Sequence[Any]) -> Telling:
    id, version, channel, at, by, result, note, message_id, replaces, entered_at, reason, replaced = row
    entered = from_text(entered_at) if entered_at else None
    return Telling(
        id,
        version,
        channel,
        from_text(at),
        by,
        result,
        note,
        message_id,
        replaces,
        entered,
        reason,
        bool(replaced),
    )
