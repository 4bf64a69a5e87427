"""The lines of a list of applications as its page shows them: what is due, who is on it, what is next."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from flask import g, url_for

from recruiter_kit import clock
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.filters import moment, short_day
from recruiter_kit.web.signed_in import own_roles
from recruiter_kit.web.steps import step
from recruiter_kit.workflow import claims, outbox, outcomes, roles
from recruiter_kit.workflow.applications import QueueRow
from recruiter_kit.workflow.claims import Elsewhere
from recruiter_kit.workflow.outcomes import Attempts
from recruiter_kit.workflow.promised import Promise
from recruiter_kit.workflow.status import Status

TELLING = ("call.show", "send.show")


class Line(NamedTuple):
    """One line. `due` says when something promised falls due, "" where nothing is.

    `address` is where the next step is taken, None where it is for another. `draft` offers to draft at once,
    `incomplete` says that the role has no required levels yet; `teller` is another person who handles it.
    """

    row: QueueRow
    due: str
    overdue: bool
    address: str | None
    draft: bool
    incomplete: bool
    teller: str | None
    attempts: Attempts | None
    leaves: datetime | None
    others: Sequence[Elsewhere]

    @property
    def bulk(self) -> str:
        """What can be done with it together with others."""
        return "" if self.incomplete or self.teller else step(self.row.status).bulk

    @property
    def same_person(self) -> bool:
        """Whether the other applications are surely of the same person."""
        return any(other.same_name and other.same_address for other in self.others)

    @property
    def told_on(self) -> datetime | None:
        """When the candidate heard of another application last."""
        return max((other.told.at for other in self.others if other.told), default=None)


def lines(rows: Sequence[QueueRow], promises: Mapping[str, Promise]) -> list[Line]:
    """Return the rows with what is known beside each of them."""
    ids = [row.id for row in rows]
    seen = own_roles()
    others = claims.elsewhere_of(store(), ids)
    tellers, attempts = claims.tellers(store(), ids), outcomes.attempts(store(), ids)
    leaving = outbox.leaving(store(), ids)
    lacking = {role.id for role in roles.incomplete(store())} if _any_decided(rows) else set()
    at, zone = clock.now(), standard().time_zone
    today = clock.day_of(at, zone)
    found = []
    for row in rows:
        promise = promises.get(row.id)
        incomplete = row.status == Status.DECIDED and row.role_id in lacking
        teller = tellers.get(row.id)
        mine = [other for other in others.get(row.id, ()) if seen is None or other.role_id in seen]
        found.append(
            Line(
                row,
                due_words(promise, at, today, zone) if promise else "",
                promise is not None and promise.overdue(at, today),
                None if incomplete else _address(row),
                row.status == Status.DECIDED and not incomplete and may(g.user, "draft", row.role_id),
                incomplete,
                teller if teller != g.user.email and step(row.status).page in TELLING else None,
                attempts.get(row.id),
                leaving.get(row.id),
                mine,
            )
        )
    return found


def due_words(promise: Promise, at: datetime, today: date, zone: str | None) -> str:
    """Return when it is due, as it is read: "due today", "due 20 December", "overdue since yesterday"."""
    key = "queue_overdue" if promise.overdue(at, today) else "queue_due"
    if promise.due_at and abs((promise.due_on - today).days) <= 1:
        return say(key, day=moment(promise.due_at, at, zone))
    return say(key, day=_named(promise.due_on, today))


def _named(on: date, today: date) -> str:
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((on - today).days)
    return near or short_day(on, today)


def _any_decided(rows: Sequence[QueueRow]) -> bool:
    return any(row.status == Status.DECIDED for row in rows)


def _address(row: QueueRow) -> str | None:
    next_step = step(row.status)
    if not next_step.page or not may(g.user, next_step.right, row.role_id):
        return None
    if next_step.page == "after.show":
        return url_for(next_step.page)
    return url_for(next_step.page, application=row.id)
