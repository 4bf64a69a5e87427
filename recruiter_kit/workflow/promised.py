"""What candidates were promised and by when: an answer to a request, to a dispute, a letter after a call,
to be called back.

In: the store, and the time zone in which the organisation's days begin and end. Out: promises, the one due
first first. On hold nothing is owed, because nothing may be done.
"""

from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from recruiter_kit import clock
from recruiter_kit.store.database import Database, from_text
from recruiter_kit.workflow import callbacks, disputes, requests
from recruiter_kit.workflow.status import Status

What = Literal["letter", "request", "dispute", "callback"]


class Promise(NamedTuple):
    """One promise. `due_at` is the moment where one was promised, `due_on` the day it falls on."""

    application: str
    what: What
    due_on: date
    due_at: datetime | None = None

    def overdue(self, at: datetime, today: date) -> bool:
        """Whether it is broken at this moment, on this day of the organisation."""
        return self.due_at < at if self.due_at else self.due_on < today


def promised(db: Database, time_zone: str | None) -> list[Promise]:
    """Return everything that is promised and not kept yet, the one due first first."""
    found = [
        *(Promise(each.application, "dispute", each.due_on) for each in disputes.open_disputes(db)),
        *(_at(each.application, "request", each.due_at, time_zone) for each in requests.open_requests(db)),
        *(_at(each.application, "callback", each.at, time_zone) for each in callbacks.open_callbacks(db)),
        # A call ends with "I'll send you this in writing today".
        *(Promise(id, "letter", clock.day_of(at, time_zone)) for id, at in _letters(db)),
    ]
    held = {id for (id,) in db.execute("SELECT id FROM applications WHERE status = ?", (Status.HELD.value,))}
    open_ones = [each for each in found if each.application not in held]
    return sorted(open_ones, key=lambda each: (_end(each, time_zone), each.application))


def _letters(db: Database) -> list[tuple[str, datetime]]:
    rows = db.execute(
        "SELECT id, letter_promised_at FROM applications WHERE letter_promised_at IS NOT NULL"
        " AND status != 'told'"
    )
    return [(id, from_text(at)) for id, at in rows]


def _at(application: str, what: What, at: datetime, time_zone: str | None) -> Promise:
    return Promise(application, what, clock.day_of(at, time_zone), at)


def _end(promise: Promise, time_zone: str | None) -> datetime:
    """Return the moment after which it is broken."""
    if promise.due_at:
        return promise.due_at
    next_day = datetime.combine(promise.due_on + timedelta(days=1), time())
    return next_day.replace(tzinfo=ZoneInfo(time_zone)) if time_zone else next_day.astimezone()
