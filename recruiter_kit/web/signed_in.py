"""Who is signed in, and what that person may do: asked before anything is shown or done.

In: an app. Out: g.user for each request; closed by default: a place that names no right answers nobody but
those who are signed in, and only signing in, the link of an interviewer and the health page answer anybody.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from flask import Flask, abort, g, redirect, render_template, request, session, url_for

from recruiter_kit.installation import here
from recruiter_kit.model import Application, Role
from recruiter_kit.people import sessions, users
from recruiter_kit.people.accounts import LINK_PATH
from recruiter_kit.people.accounts import first_link as make_first_link
from recruiter_kit.people.rights import Right, may, sees_roles
from recruiter_kit.store.database import open_store
from recruiter_kit.web.context import store
from recruiter_kit.workflow import applications, quarantine

TOKEN = "token"  # noqa: S105 - the name of the field
OPEN = (
    "static",
    "health.show",
    "sign_in.show",
    "sign_in.enter",
    "link.show",
    "link.set_password",
    "provider.leave",
    "provider.back",
    "ask.show",
    "ask.answer",
    "ask.look",
)
TYPED = ("text-", "note")
"""Fields whose words a person gets back when the session has ended while they were typed."""
PLACES: tuple[tuple[str, str, Right | None, tuple[str, ...]], ...] = (
    ("queue.show", "To do", "see_applications", ("after", "outbox", "waiting")),
    ("queue.candidates", "Candidates", "see_applications", ("feedback", "decision", "scorecard", "notes")),
    ("roles.show", "Roles", "see_applications", ("role", "new_role", "role_versions")),
    ("imports.show", "Import", "import", ("imports",)),
    (
        "settings.show",
        "Settings",
        None,
        ("standard", "mail", "look", "sentences", "rights", "people", "audit", "model", "account"),
    ),
)
"""The menu: where it leads, its word, the right it needs, and whose pages belong under it."""


def add_people(app: Flask) -> None:
    """Know who asks before each request of `app`, and send everybody else to the sign-in page."""

    @app.before_request
    def _know() -> Any:
        token = session.get(TOKEN)
        g.user = sessions.of(store(), token) if token else None
        if g.user is None and request.endpoint not in OPEN:
            if request.is_json or request.accept_mimetypes.best == "application/json":
                abort(HTTPStatus.UNAUTHORIZED)
            if texts := typed():
                return render_template("web/typed.html", texts=texts), HTTPStatus.UNAUTHORIZED
            wanted = request.full_path if request.method == "GET" else None
            return redirect(url_for("sign_in.show", to=wanted))
        return None


def typed() -> list[str]:
    """Return the words that the form of this request carries, so that they can be given back."""
    return [text for name, text in request.form.items() if name.startswith(TYPED) and text.strip()]


def begin(user: users.User) -> None:
    """Begin the session of a person who has just proved to be one."""
    session.clear()
    session.permanent = True
    session[TOKEN] = sessions.begin(store(), user.id)


def end() -> None:
    """End the session that asks."""
    if token := session.get(TOKEN):
        sessions.end(store(), token)
    session.clear()


def needs(right: Right) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let only those in who may do it, on applications of roles that they see."""

    def around(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(**values: Any) -> Any:
            role = values.get("role")
            if "application" in values:
                role = applications.application(store(), values["application"]).role
            if not may(g.user, right, role):
                abort(403)
            return view(**values)

        return guarded

    return around


def as_seen(found: Application) -> Application:
    """Return the application as this person may see it (R13)."""
    if may(g.user, "see_quarantined", found.role):
        return found
    return quarantine.without(found, quarantine.places(store(), found.id))


def roles() -> list[Role]:
    """Return the roles whose applications this person sees."""
    seen = own_roles()
    return [role for role in applications.roles(store()) if seen is None or role.id in seen]


def contacts(role: str | None) -> list[str]:
    """Return who ends a hold on applications of this role: the named contacts of R23."""
    return [
        f"{user.name} ({user.email})"
        for user in users.all_users(store())
        if user.active and may(user, "end_hold", role)
    ]


def allowed_places() -> list[tuple[str, str, bool]]:
    """Return the places that the person who is signed in may go to, each with whether it is the one shown."""
    return [
        (endpoint, name, request.endpoint == endpoint or request.blueprint in under)
        for endpoint, name, right, under in PLACES
        if right is None or may(g.user, right)
    ]


def own_roles() -> tuple[str, ...] | None:
    """Return the only roles whose applications this person sees, None where it is all."""
    return sees_roles(g.user)


def first_link(address: str) -> str | None:
    """Return the one-time link that makes the first administrator, None once somebody can sign in."""
    db = open_store(here().database)
    try:
        token = make_first_link(db)
    finally:
        db.conn.close()
    return f"{address}{LINK_PATH}{token}" if token else None
