"""The outbox: messages that wait for a worker, each sent at most once.

A message is waiting, sending, accepted, failed or cancelled. It is written down as sending, with its
Message-ID, before a server sees it. If the process dies then, nobody can know whether the server took it: it
stays sending until a person has looked, and is never sent again on its own.
"""

import json
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.messages import say
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import approval, disputes, samples, status, tellings, versions

UNDO_SECONDS = 60
# Longer than a worker can hang on a server's answer (mail/smtp.py), so that nobody settles a live one.
SETTLE_AFTER = timedelta(minutes=5)
FIELDS = ("From", "To", "Subject")
STATES = ("waiting", "sending", "accepted", "failed", "cancelled")
_COLUMNS = 'id, application, version, message, "to", state, tries, next_at, message_id, why, by, dispute'


LATE_AFTER = timedelta(minutes=1)


class Mail(NamedTuple):
    """One message. `next_at`: when it may leave while waiting; since when it is sending after that.

    `dispute` is the dispute that it answers, None for one that tells its version.
    """

    id: int
    application: str
    version: int
    message: bytes
    to: str
    state: str
    tries: int
    next_at: datetime
    message_id: str
    why: str
    by: str
    dispute: int | None = None

    @property
    def late(self) -> bool:
        """Whether it should have left for a minute, and nobody has tried to send it."""
        return self.state == "waiting" and not self.tries and now() - self.next_at > LATE_AFTER


def put(
    db: Database,
    application_id: str,
    version: int,
    message: EmailMessage,
    by: str,
    *,
    undo_seconds: float = UNDO_SECONDS,
    at: datetime | None = None,
) -> int:
    """Put the message of the approved `version` into the outbox; it leaves after the undo window.

    With `at` it leaves at that moment, and no earlier than the undo window ends. Returns its id. Raises
    StoreError when a field is blank (R16), when the address is none, for a sample candidate, when the day to
    object by has passed, or as tellings.ready() does.
    """
    to = check_fields(message)
    with transaction(db):
        samples.refuse_mail(db, application_id)
        approval.refuse_when_over(versions.version(db, application_id, version).feedback)
        if tellings.ready(db, application_id, by) != version:
            raise StoreError.of("mail_draft", version=version)
        leaves = max(filter(None, (now() + timedelta(seconds=undo_seconds), at)))
        return enqueue(db, application_id, version, to, message, by, leaves)


def enqueue(
    db: Database,
    application_id: str,
    version: int,
    to: str,
    message: EmailMessage,
    by: str,
    leaves: datetime,
    dispute: int | None = None,
) -> int:
    """Let a message wait until it `leaves`, inside the caller's transaction; return its id."""
    message_id = _signed(message)
    row = db.execute(
        'INSERT INTO outbox (application, version, message, "to", state, next_at, message_id, by, dispute)'
        " VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?, ?)",
        (
            application_id,
            version,
            message.as_bytes(policy=SMTP.clone(cte_type="7bit")),
            to,
            to_text(leaves),
            message_id,
            by,
            dispute,
        ),
    )
    status.refresh(db, application_id)
    audit.record(db, by, Event.MAIL_PUT_OUT, application_id, version=version, message_id=message_id)
    return int(row.lastrowid or 0)


def check_fields(message: EmailMessage) -> str:
    """Return the address of the message; raises StoreError when a field is blank or the address is none."""
    if not str(message["To"] or "").strip():
        raise StoreError.of("mail_no_address")
    for field in FIELDS:
        if not str(message[field] or "").strip():
            raise StoreError.of("mail_field", field=field)
    to = parseaddr(str(message["To"]))[1]
    if "@" not in to or not to.isascii():
        raise StoreError.of("mail_address", address=to or str(message["To"]))
    return to


def record_test(db: Database, application_id: str, by: str) -> None:
    """Record that a person has sent the message to themselves, as a test: nobody is told by that."""
    audit.record(db, by, Event.TEST_SENT, application_id)


def cancel(db: Database, mail_id: int, by: str) -> None:
    """Take back a message that has not left; raises StoreError when it has."""
    with transaction(db):
        mail = get(db, mail_id)
        if not _move(db, mail_id, "waiting", "cancelled"):
            raise StoreError.of("mail_gone")
        _answer_stayed(db, mail, by)
        status.refresh(db, mail.application)
        audit.record(db, by, Event.MAIL_CANCELLED, mail.application, message_id=mail.message_id)


def get(db: Database, mail_id: int) -> Mail:
    """Return one message; raises NotFoundError."""
    found = _mails(db, "id = ?", mail_id)
    if not found:
        raise NotFoundError.of("mail_gone")
    return found[0]


def of(db: Database, application_id: str) -> list[Mail]:
    """Return the messages on one application, oldest first."""
    return _mails(db, "application = ?", application_id)


def leaving(db: Database, application_ids: Iterable[str]) -> dict[str, datetime]:
    """Return by application when its message may leave, of those where one waits."""
    rows = db.execute(
        "SELECT application, next_at FROM outbox WHERE state = 'waiting'"
        " AND application IN (SELECT value FROM json_each(?))",
        (json.dumps(list(application_ids)),),
    )
    return {id: from_text(at) for id, at in rows}


def due(db: Database, at: datetime) -> list[Mail]:
    """Return the messages that may leave now, oldest first."""
    return _mails(db, "state = 'waiting' AND next_at <= ?", to_text(at))


def waiting(db: Database) -> list[Mail]:
    """Return the messages that have not left and can be taken back."""
    return _mails(db, "state = 'waiting'")


def troubled(db: Database) -> list[Mail]:
    """Return what a person must look at: failed and not sent again, or nobody knows whether it was sent."""
    later = "SELECT 1 FROM outbox later WHERE later.application = outbox.application AND later.id > outbox.id"
    told = "SELECT 1 FROM applications a WHERE a.id = outbox.application AND a.status = 'told'"
    return _mails(
        db, f"state = 'sending' OR state = 'failed' AND NOT EXISTS ({later}) AND NOT EXISTS ({told})"
    )


def take(db: Database, mail: Mail) -> bool:
    """Write down that the message is being sent; False when it was cancelled or another worker has it.

    One whose feedback is not approved any more, is disputed, is found wrong by the review or names a day to
    object that has passed, or whose application is on hold, is cancelled here.
    """
    # Judged before others wait for the right to write: the words of a version never change.
    wrong = _found_wrong(db, mail)
    with transaction(db):
        if why := _why_not(db, mail) or wrong:
            _move(db, mail.id, "waiting", "cancelled", why=why)
            _answer_stayed(db, mail, mail.by)
            status.refresh(db, mail.application)
            return False
        taken = _move(db, mail.id, "waiting", "sending", next_at=to_text(now()))
        if taken:
            status.refresh(db, mail.application)
            audit.record(db, mail.by, Event.MAIL_SENDING, mail.application, message_id=mail.message_id)
    return taken


def accepted(db: Database, mail_id: int) -> None:
    """The server took the message: the candidate is told."""
    with transaction(db):
        mail = get(db, mail_id)
        if _move(db, mail_id, "sending", "accepted", why=""):
            result: tellings.Result = "sent"
            if mail.dispute is not None:
                disputes.given(db, mail.dispute, "email")
                result = tellings.ANSWERED
            tellings.write(
                db, mail.application, mail.version, "email", result, mail.by, message_id=mail.message_id
            )


def put_back(db: Database, mail: Mail, state: str, why: str, next_at: datetime | None) -> None:
    """The server certainly did not take the message: try again at `next_at`, or with None give up.

    `state` is the one that the caller left it in; nothing happens when it is in another by now.
    """
    after = "waiting" if next_at else "failed"
    with transaction(db):
        if _move(db, mail.id, state, after, why=why, next_at=to_text(next_at or now()), tries=mail.tries + 1):
            if next_at is None:
                _answer_stayed(db, mail, mail.by)
            status.refresh(db, mail.application)
            detail = {"message_id": mail.message_id, "tries": mail.tries + 1}
            audit.record(
                db, mail.by, Event.MAIL_PUT_BACK if next_at else Event.MAIL_FAILED, mail.application, **detail
            )


def left_unsure(db: Database, mail_id: int, why: str) -> None:
    """Say beside a message that stays sending why nobody knows whether it was sent."""
    with transaction(db):
        _move(db, mail_id, "sending", "sending", why=why)


def settle(db: Database, mail_id: int, was_sent: bool, by: str, at: datetime | None = None) -> None:
    """A person has looked into the mailbox: the message was sent, or it was not and waits again.

    Raises StoreError when the message is not sending, or may still be on its way just now.
    """
    with transaction(db):
        mail = get(db, mail_id)
        if mail.state != "sending":
            raise StoreError.of("mail_settled")
        if (at or now()) - mail.next_at < SETTLE_AFTER:
            raise StoreError.of("mail_just_now", minutes=int(SETTLE_AFTER.total_seconds() // 60))
        audit.record(db, by, Event.MAIL_SETTLED, mail.application, message_id=mail.message_id, sent=was_sent)
        if was_sent:
            accepted(db, mail_id)
        else:
            put_back(db, mail, "sending", "", at or now())


def _found_wrong(db: Database, mail: Mail) -> str:
    """Return what the review finds wrong in the words of the message, "" when nothing does."""
    if mail.dispute is not None:
        # An answer was looked at when it was written, and its words never change.
        return ""
    try:
        approval.refuse_wrong(db, versions.version(db, mail.application, mail.version))
    except StoreError as error:
        return str(error)
    return ""


def _why_not(db: Database, mail: Mail) -> str:
    """Return why the message stays here, "" when it may leave."""
    held, state, disputed = db.execute(
        "SELECT a.held, f.state,"
        " EXISTS (SELECT 1 FROM disputes WHERE application = a.id AND answered_at IS NULL)"
        " FROM applications a JOIN feedback f ON f.application = a.id WHERE a.id = ? AND f.version = ?",
        (mail.application, mail.version),
    ).fetchone()
    if held:
        return say("mail_held")
    if mail.dispute is not None:
        return ""
    if disputed and status.knows(db, mail.application):
        return say("mail_disputed")
    if state != "approved":
        return say("mail_changed")
    try:
        approval.refuse_when_over(versions.version(db, mail.application, mail.version).feedback)
    except StoreError as error:
        return str(error)
    return ""


def _answer_stayed(db: Database, mail: Mail, by: str) -> None:
    """The dispute that the message would have answered waits for an answer again."""
    if mail.dispute is not None:
        disputes.reopen(db, mail.dispute, by)


def _signed(message: EmailMessage) -> str:
    """Give the message its date and its Message-ID, at the sender's domain, and drop the mark of a draft."""
    domain = parseaddr(str(message["From"]))[1].rpartition("@")[2] or "localhost"
    del message["Message-ID"], message["Date"], message["X-Unsent"]
    message["Message-ID"] = f"<{secrets.token_hex(16)}@{domain}>"
    message["Date"] = format_datetime(now())
    return str(message["Message-ID"])


def _move(db: Database, mail_id: int, before: str, after: str, **values: object) -> bool:
    columns = "".join(f", {name} = ?" for name in values)
    moved = db.execute(
        f"UPDATE outbox SET state = ?{columns} WHERE id = ? AND state = ?",
        (after, *values.values(), mail_id, before),
    )
    return moved.rowcount == 1


def _mails(db: Database, where: str, *values: object) -> list[Mail]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM outbox WHERE {where} ORDER BY next_at, id", values)
    return [
        Mail(id, about, version, message, to, state, tries, from_text(next_at), message_id, why, by, dispute)
        for id, about, version, message, to, state, tries, next_at, message_id, why, by, dispute in rows
    ]
