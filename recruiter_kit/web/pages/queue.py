"""The queue as a to-do list, and everybody as a list: by tab, name, address and role; one step for many."""

from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit import clock
from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.web import listing
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.pages.queue_view import lines
from recruiter_kit.web.pages.statements import drafted
from recruiter_kit.web.pages.wording_view import model_set
from recruiter_kit.web.signed_in import needs, own_roles, roles
from recruiter_kit.web.steps import TABS, step
from recruiter_kit.workflow import applications, outbox, versions
from recruiter_kit.workflow.applications import Filters
from recruiter_kit.workflow.promised import Promise, promised
from recruiter_kit.workflow.status import Status

place = Blueprint("queue", __name__)
A_PAGE = 40
MOST = 200
SEVERAL_SHOWN = 10
WHOLE_TABS = ("promised", "disputes")
"""Tabs where everything is in the order in which it falls due."""


@place.get("/queue")
@needs("see_applications")
def show() -> Answer | str:
    """Show what is to be done; the tab and the filters are in the address, so that it can be bookmarked."""
    tells = may(g.user, "tell")
    waiting = outbox.waiting(store()) if tells else []
    return _list(
        listing.asked(),
        "web/queue.html",
        signed=standard().sender is not None,
        troubled=outbox.troubled(store()) if tells else (),
        tried=[mail for mail in waiting if mail.tries],
        late=[mail for mail in waiting if mail.late],
    )


@place.get("/candidates")
@needs("see_applications")
def candidates() -> Answer | str:
    """Show everybody, told or not, by name."""
    return _list(listing.asked(everybody=True), "web/queue-candidates.html")


@place.post("/queue/draft")
@needs("draft")
def draft() -> Answer:
    """Draft the feedback on all that were selected, or on one; one that cannot be drafted stops no other."""
    one = request.form.get("one")
    made, failed = 0, []
    for application in [one] if one else listing.chosen("draft", MOST):
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
    if one and not failed:
        return redirect(url_for("feedback.show", application=one))
    flash(counted("queue_drafted", made), "good" if made else "info")
    for why in failed[:SEVERAL_SHOWN]:
        flash(why, "error")
    if len(failed) > SEVERAL_SHOWN:
        flash(counted("queue_more_failed", len(failed) - SEVERAL_SHOWN), "error")
    narrowing = listing.narrowing()
    if made and narrowing.get("tab") == "draft":
        # Those that were drafted stand under the next tab now.
        narrowing["tab"] = "review"
    everybody = request.args.get("list") == listing.EVERYBODY
    return redirect(url_for("queue.candidates" if everybody else "queue.show", **narrowing))


def _list(filters: Filters, template: str, **values: Any) -> Answer | str:
    """Return the page of a list that the address asks for."""
    everybody = filters.everybody
    number = min(max(1, request.args.get("page", 1, type=int)), 1_000_000)
    promises: dict[str, Promise] = {}
    for each in promised(store(), standard().time_zone):
        promises.setdefault(each.application, each)
    shown = filters.model_copy(
        update={"limit": A_PAGE, "offset": (number - 1) * A_PAGE, "first": _first(filters, promises)}
    )
    rows = applications.queue(store(), shown)
    if number > 1 and not rows:
        return redirect(url_for(request.endpoint or "", **listing.narrowing()))
    listing.remember()
    base = Filters(everybody=True, role=filters.role, roles=filters.roles, text=filters.text)
    counts = applications.counts(store(), filters=base)
    tabs = {} if everybody else listing.tab_counts(filters, counts)
    tab = request.args.get("tab", "")
    to_do = sum(count for status, count in counts.items() if status is not Status.TOLD)
    total = tabs.get(tab, to_do) if not everybody else _total(counts, filters)  # type: ignore[call-overload]
    seen = own_roles()
    return render_template(
        template,
        lines=lines(rows, promises),
        rows=rows,
        filters=filters,
        tabs=tabs,
        tab=tab if tab in TABS else "",
        names=TABS,
        to_do=to_do,
        counts=counts,
        total=total,
        fits=_fits(filters, counts, tabs, tab),
        page=number,
        pages=-(-total // A_PAGE),
        a_page=A_PAGE,
        narrowing=listing.narrowing(),
        narrowed=bool((everybody and filters.statuses) or filters.role or filters.text.strip()),
        roles=roles(),
        may=lambda right: may(g.user, right),
        no_roles=seen == (),
        nobody=not counts and not filters.role and not filters.text.strip(),
        model_set=model_set() is not None,
        **values,
    )


def _first(filters: Filters, promises: dict[str, Promise]) -> tuple[str, ...]:
    """Return who stands on top: what is due by tonight, and under some tabs whatever is promised."""
    if filters.everybody:
        return ()
    everything = request.args.get("tab") in WHOLE_TABS
    tonight = clock.today(standard().time_zone)
    return tuple(id for id, each in promises.items() if everything or each.due_on <= tonight)


def _total(counts: dict[Status, int], filters: Filters) -> int:
    return sum(counts.get(each, 0) for each in filters.statuses or counts)


def _fits(filters: Filters, counts: dict[Status, int], tabs: dict[Any, int], tab: str) -> dict[str, int]:
    """Return with how many in the whole list each step for many can be done, at most MOST at once."""
    found: dict[str, int] = {}
    for status in filters.statuses or counts:
        if bulk := step(status).bulk:
            found[bulk] = found.get(bulk, 0) + counts.get(status, 0)
    # Who waits for somebody else is not among them.
    return {bulk: min(MOST, count, tabs.get(tab, count)) for bulk, count in found.items()}
