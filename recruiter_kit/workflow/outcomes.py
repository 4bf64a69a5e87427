"""How a call went, put right: by its maker for ten minutes without a word, later with a reason.

An attempt is never changed. A new one takes its place, and both stay on record (R18). What had consequences
for others, a hold, a letter or an answer, is not put right in this way.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from json import dumps
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import Database, from_text, transaction
from recruiter_kit.workflow import applications, callbacks, disputes, holds, status, tellings
from recruiter_kit.workflow.status import KNOWS_SQL, Status
from recruiter_kit.workflow.tellings import Result, Telling

FREE = timedelta(minutes=10)
"""How long whoever recorded a call may put it right without saying why."""
CAN_BE: tuple[Result, ...] = (
    "reached", "in_writing", "voicemail", "no_answer", "ring_back", "declined", "undone",
)  # fmt: skip
"""What an outcome can be put right to; "undone" is that there was no call."""
UNREACHED = ("voicemail", "no_answer", "ring_back")
_UNREACHED_SQL = ", ".join(f"'{result}'" for result in UNREACHED)


class Attempts(NamedTuple):
    """Calls that did not reach the candidate: how many, and the last."""

    times: int
    last_at: datetime
    last_result: str


def to_put_right(db: Database, application_id: str) -> Telling:
    """Return the call whose outcome can be put right: the last attempt.

    Raises StoreError when there is none, and when it led to a hold, to mail, or to an answer.
    """
    applications.application(db, application_id)
    found = [each for each in tellings.tellings(db, application_id) if each.counts]
    if not found:
        raise StoreError.of("outcome_none")
    last = found[-1]
    if last.channel != "phone" or status.of(db, application_id) in (Status.MAIL_WAITING, Status.MAIL_SENDING):
        raise StoreError.of("outcome_mail")
    if last.result == "alleged_discrimination" or any(
        each.at >= last.at for each in holds.holds(db, application_id)
    ):
        raise StoreError.of("outcome_held")
    if any(each.answered_at and each.answered_at >= last.at for each in disputes.of(db, application_id)):
        raise StoreError.of("outcome_answered")
    return last


def needs_reason(call: Telling, by: str) -> bool:
    """Whether this person has to say why: after ten minutes, and for what somebody else recorded."""
    return call.by != by or now() - call.at > FREE


def put_right(
    db: Database,
    application_id: str,
    result: Result,
    by: str,
    reason: str = "",
    ring_at: datetime | None = None,
) -> Status:
    """Replace the outcome of the last call; return where the application stands now.

    A dispute that was raised in the call stays open. Raises as to_put_right(), and StoreError for a result
    that is not one, for one that it has already, without a reason where one is needed, and without a time to
    ring back.
    """
    if result not in CAN_BE:
        raise StoreError.of("outcome_unknown")
    with transaction(db):
        call = to_put_right(db, application_id)
        if result == call.result != "ring_back":
            raise StoreError.of("outcome_same")
        if needs_reason(call, by) and not reason.strip():
            raise StoreError.of("outcome_reason")
        if result == "ring_back":
            callbacks.refuse_unfit(ring_at)
        return tellings.replace(db, application_id, call, result, by, reason.strip(), ring_at)


def attempts(db: Database, application_ids: Iterable[str] | None = None) -> dict[str, Attempts]:
    """Return, by application, the calls that did not reach the candidate since the candidate last heard.

    Of all applications unless said; one without such a call is left out.
    """
    only = "" if application_ids is None else "AND application IN (SELECT value FROM json_each(?))"
    values = () if application_ids is None else (dumps(list(application_ids)),)
    # SQLite takes the bare columns of a group from the row that max() found.
    rows = db.execute(
        f"SELECT application, count(*), max(id), at, result FROM counted_tellings t"
        f" WHERE channel = 'phone' AND result IN ({_UNREACHED_SQL}) {only}"
        f" AND NOT EXISTS (SELECT 1 FROM counted_tellings WHERE application = t.application"
        f" AND id > t.id AND result IN ({KNOWS_SQL})) GROUP BY application",
        values,
    )
    return {id: Attempts(count, from_text(at), result) for id, count, _, at, result in rows}
