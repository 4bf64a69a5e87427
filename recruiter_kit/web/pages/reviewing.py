"""One letter after the other: where a letter stands among those that a person reads in a row.

In: the filters that came along in the address from the queue, and an application. Out: its Turn. The order is
the queue's.
"""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from flask import g, request

from recruiter_kit.people.rights import may
from recruiter_kit.web.context import store
from recruiter_kit.web.signed_in import own_roles
from recruiter_kit.workflow import applications, approval
from recruiter_kit.workflow.applications import Filters
from recruiter_kit.workflow.status import Status

TO_APPROVE = (Status.DRAFT, Status.SECOND_APPROVAL)
TO_WRITE = (Status.DRAFT, Status.CHANGES_ASKED, Status.SECOND_APPROVAL)
COMES_ALONG = ("status", "role", "text", "done")


class Turn(NamedTuple):
    """The place of a letter: its number of so many, None when it is not among them; what is before and after.

    Those that were approved on the way are counted: the third of fourteen stays the third.
    """

    number: int | None
    total: int
    previous: str | None
    next: str | None


def run() -> dict[str, Any]:
    """Return what goes along from letter to letter: the queue's filters, and how many were approved."""
    return {name: value for name in COMES_ALONG if (value := request.args.get(name))}


def run_query() -> str:
    """Return the same as the query of an address."""
    return urlencode(run())


def turn(application: str) -> Turn:
    """Return where a letter stands among those that this person approves, or writes."""
    approves = may(g.user, "approve")
    statuses: tuple[Status, ...] = TO_APPROVE if approves else TO_WRITE
    wanted = request.args.get("status", "")
    if wanted in statuses:
        statuses = (Status(wanted),)
    filters = Filters(
        statuses=statuses,
        role=request.args.get("role") or None,
        roles=own_roles(),
        text=request.args.get("text", ""),
    )
    mine = approval.approved_of(store(), g.user.email) if approves else frozenset()
    row = applications.in_a_row(store(), filters, application)
    order = [id for id, _ in row if id == application or id not in mine]
    here = order.index(application)
    among = (application, True) in row and application not in mine
    done = _done()
    return Turn(
        number=here + 1 + done if among else None,
        total=len(order) + done - (not among),
        previous=order[here - 1] if here else None,
        next=order[here + 1] if here + 1 < len(order) else None,
    )


def after(application: str) -> dict[str, Any] | None:
    """Return the next letter once this one is approved, with what goes along; None after the last.

    Ask before it is approved. One that was passed over is not gone back to.
    """
    following = turn(application).next
    return {**run(), "application": following, "done": str(_done() + 1)} if following else None


def _done() -> int:
    return max(0, min(request.args.get("done", 0, type=int), 10_000))
