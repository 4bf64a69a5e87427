"""The queue: who has not been told, how long, why it waits, what is next; and one step for many at once."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.pages.statements import drafted
from recruiter_kit.web.pages.wording_view import model_set
from recruiter_kit.web.signed_in import needs, own_roles, roles
from recruiter_kit.web.steps import step
from recruiter_kit.workflow import applications, claims, outbox, versions
from recruiter_kit.workflow.applications import Filters, QueueRow
from recruiter_kit.workflow.claims import Elsewhere
from recruiter_kit.workflow.status import Status

place = Blueprint("queue", __name__)
A_PAGE = 40
SEVERAL_SHOWN = 10
FILTERS = ("status", "role", "text")


@place.get("/queue")
@needs("see_applications")
def show() -> Answer | str:
    """Show a page of the queue; the filters are in the address, so that it can be bookmarked."""
    wanted = request.args.get("status", "")
    number = min(max(1, request.args.get("page", 1, type=int)), 1_000_000)
    filters = Filters(
        statuses=(Status(wanted),) if wanted in list(Status) else (),
        role=request.args.get("role") or None,
        roles=own_roles(),
        text=request.args.get("text", ""),
        limit=A_PAGE + 1,
        offset=(number - 1) * A_PAGE,
    )
    rows = applications.queue(store(), filters)
    if number > 1 and not rows:
        return redirect(url_for("queue.show", **_filters()))
    seen = own_roles()
    waiting = outbox.waiting(store()) if may(g.user, "tell") else []
    return render_template(
        "web/queue.html",
        rows=rows[:A_PAGE],
        elsewhere=_elsewhere(rows[:A_PAGE], seen),
        more=len(rows) > A_PAGE,
        page=number,
        filters=filters,
        wanted=wanted,
        narrowed=bool(wanted or filters.role or filters.text.strip()),
        counts=applications.counts(store(), seen),
        roles=roles(),
        next_of=_next,
        may=lambda right: may(g.user, right),
        no_roles=seen == (),
        model_set=model_set() is not None,
        signed=standard().sender is not None,
        troubled=outbox.troubled(store()) if may(g.user, "tell") else (),
        tried=[mail for mail in waiting if mail.tries],
        late=[mail for mail in waiting if mail.late],
    )


@place.post("/queue/draft")
@needs("draft")
def draft() -> Answer:
    """Draft the feedback on all that were selected; one that cannot be drafted stops no other."""
    made, failed = 0, []
    for application in list(dict.fromkeys(request.form.getlist("application")))[:A_PAGE]:
        name = application
        try:
            found = applications.application(store(), application)
            name = found.candidate.full_name
            if not may(g.user, "draft", found.role):
                continue
            if versions.latest(store(), application) is None:
                versions.save_draft(store(), drafted(application), g.user.email, 0)
                made += 1
        except RecruiterKitError as error:
            failed.append(say("about_candidate", candidate=name, why=error))
    flash(counted("queue_drafted", made), "good")
    for why in failed[:SEVERAL_SHOWN]:
        flash(why, "error")
    if len(failed) > SEVERAL_SHOWN:
        flash(counted("queue_more_failed", len(failed) - SEVERAL_SHOWN), "error")
    return redirect(url_for("queue.show", **_filters()))


def _elsewhere(rows: Sequence[QueueRow], seen: Sequence[str] | None) -> dict[str, list[Elsewhere]]:
    """Return by application which others may be of the same person, of the roles that this person sees."""
    found = claims.elsewhere_of(store(), (row.id for row in rows))
    return {
        id: [other for other in others if seen is None or other.role_id in seen]
        for id, others in found.items()
    }


def _filters() -> dict[str, Any]:
    return {name: value for name in FILTERS if (value := request.args.get(name))}


def _next(row: QueueRow) -> str | None:
    """Return the address at which this person takes the next step; None when it is for another."""
    next_step = step(row.status)
    if not next_step.page or not may(g.user, next_step.right):
        return None
    if next_step.page == "after.show":
        return url_for(next_step.page)
    return url_for(next_step.page, application=row.id)
