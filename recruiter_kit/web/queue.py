"""The queue: who has not been told, how long, why it waits, what is next."""

from flask import Blueprint, render_template, request

from recruiter_kit.store import applications, outbox
from recruiter_kit.store.applications import Filters
from recruiter_kit.store.status import Status
from recruiter_kit.web.people import needs, own_roles
from recruiter_kit.web.stored import store

place = Blueprint("queue", __name__)
A_PAGE = 40
STEPS = {
    "decide": ("deciding.show", "Record the decision"),
    "draft": ("reading.show", "Draft the feedback"),
    "approve": ("reading.show", "Read and approve"),
    "revise": ("reading.show", "Revise"),
    "tell": ("calling.show", "Tell"),
    "answer": ("calling.show", "Answer the request"),
    "wait": ("sending.show", "The mail leaves soon"),
    "check_mailbox": ("sending.show", "Look into the mailbox"),
    "look_into": ("after.show", "Look into it"),
    "named_contact": ("reading.show", "On hold"),
    "": ("reading.show", "Told"),
}


@place.get("/queue")
@needs("see_applications")
def show() -> str:
    """Show a page of the queue; the filters stand in the address, so that it can be kept."""
    wanted = request.args.get("status", "")
    number = max(1, request.args.get("page", 1, type=int))
    filters = Filters(
        statuses=(Status(wanted),) if wanted in list(Status) else (),
        role=request.args.get("role") or None,
        roles=own_roles(),
        text=request.args.get("text", ""),
        limit=A_PAGE + 1,
        offset=(number - 1) * A_PAGE,
    )
    rows = applications.queue(store(), filters)
    return render_template(
        "web/queue.html",
        rows=rows[:A_PAGE],
        more=len(rows) > A_PAGE,
        page=number,
        filters=filters,
        wanted=wanted,
        counts=applications.counts(store(), own_roles()),
        roles=applications.roles(store()),
        steps=STEPS,
        troubled=outbox.troubled(store()),
    )
