"""Lists of applications: what an address asks for, who is chosen of it, and the way back from a candidate.

In: the request. Out: filters for the store, ids, the address of the list where the person was. That address
is kept with the session, because a cookie would carry the name that was searched for.
"""

from collections.abc import Mapping
from typing import Any

from flask import Flask, g, request, session

from recruiter_kit.people import sessions
from recruiter_kit.web.context import store
from recruiter_kit.web.signed_in import TOKEN, own_roles
from recruiter_kit.web.steps import TABS, Tab, statuses, step
from recruiter_kit.workflow import applications, turns
from recruiter_kit.workflow.applications import Filters
from recruiter_kit.workflow.status import Status

NAMES = ("tab", "status", "role", "text")
EVERYBODY = "everybody"
BLUEPRINTS = ("feedback", "decision", "send", "claim", "scorecard", "wording")
"""The pages of one candidate from which a way leads back to the list."""


def asked(*, everybody: bool = False) -> Filters:
    """Return what the address asks for: a tab of the queue, or with `everybody` a status of any."""
    wanted = request.args.get("tab", "")
    tab: Tab | None = wanted if wanted in TABS and not everybody else None  # type: ignore[assignment]
    status = request.args.get("status", "") if everybody else ""
    others = tuple(turns.of_others(store(), g.user.email)) if tab else ()
    return Filters(
        statuses=statuses(tab) if tab else (Status(status),) if status in list(Status) else (),
        everybody=everybody,
        also=others if tab == "waiting" else (),
        without=others if tab and tab != "waiting" else (),
        role=request.args.get("role") or None,
        roles=own_roles(),
        text=request.args.get("text", "")[:300],
    )


def narrowing() -> dict[str, Any]:
    """Return the parts of the address that narrow the list."""
    return {name: value for name in NAMES if (value := request.args.get(name))}


def chosen(bulk: str, most: int) -> list[str]:
    """Return who was ticked, or everybody in the list with whom this can be done, where all were selected."""
    if not (every := request.form.get("all")):
        return list(dict.fromkeys(request.form.getlist("application")))[:most]
    filters = asked(everybody=every == EVERYBODY)
    fit = tuple(each for each in filters.statuses or tuple(Status) if step(each).bulk == bulk)
    if not fit:
        return []
    return applications.ids(store(), filters.model_copy(update={"statuses": fit, "also": (), "limit": most}))


def tab_counts(filters: Filters, counts: Mapping[Status, int]) -> dict[Tab, int]:
    """Return how many there are under each tab, of `counts` by status; `filters` are those of the list."""
    others = tuple(turns.of_others(store(), g.user.email))
    base = filters.model_copy(
        update={"everybody": True, "statuses": (), "also": (), "without": (), "only": others}
    )
    away = applications.counts(store(), filters=base) if others else {}
    found = {
        tab: sum(counts.get(status, 0) - away.get(status, 0) for status in statuses(tab)) for tab in TABS
    }
    found["waiting"] += sum(away.values())
    return found


def remember() -> None:
    """Keep where the person is in a list."""
    if token := session.get(TOKEN):
        sessions.put_list(store(), token, request.full_path.rstrip("?"))


def way_back() -> str:
    """Return the address of the list where the person was, on a page of one candidate; "" on others."""
    token = session.get(TOKEN)
    if not token or request.blueprint not in BLUEPRINTS or "application" not in (request.view_args or {}):
        return ""
    return sessions.list_of(store(), token)


def add_way_back(app: Flask) -> None:
    """Let the pages of `app` lead back."""
    globals_: dict[str, Any] = app.jinja_env.globals
    globals_["way_back"] = way_back
