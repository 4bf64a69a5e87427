"""The app as a whole: its settings, its places, and what a person sees when something goes wrong.

In: the folder of the installation. Out: a WSGI application. Holds no rules (DESIGN, "Flow, one way").
"""

import secrets
from collections.abc import Sequence
from http import HTTPStatus
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, current_app, render_template, request
from flask_wtf.csrf import CSRFError, CSRFProtect
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from recruiter_kit.documents.templates import folder
from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.files.whole import make_folder, write_whole
from recruiter_kit.installation import here, settle
from recruiter_kit.jobs import uploads
from recruiter_kit.messages import say
from recruiter_kit.people.sessions import LASTS
from recruiter_kit.store.database import DatabaseError
from recruiter_kit.web import context, listing, logs, signed_in
from recruiter_kit.web.filters import add_words
from recruiter_kit.web.flashes import add_sayings
from recruiter_kit.web.headers import add_headers
from recruiter_kit.web.request import Asked
from recruiter_kit.web.url_ids import add_ids, inside

PLACES = (
    "health",
    "home",
    "sign_in",
    "link",
    "account",
    "provider",
    "queue",
    "first_steps",
    "sample",
    "imports",
    "decision",
    "bulk_decision",
    "feedback",
    "statements",
    "check",
    "answers",
    "approval",
    "comments",
    "claim",
    "scorecard",
    "notes",
    "call",
    "outcome",
    "send",
    "bulk_send",
    "outbox",
    "settings",
    "standard",
    "sentences",
    "look",
    "mail",
    "rights",
    "waiting",
    "model",
    "wording",
    "people",
    "audit",
    "after",
    "asks",
    "ask",
    "roles",
    "role",
    "role_versions",
    "new_role",
    "help",
)
LARGEST_UPLOAD = 64 * 1024 * 1024


def create_app(instance: Path | None = None) -> Flask:
    """Return the app of the installation in the folder `instance`, or of the one that is set.

    Makes the folder and the key that signs sessions where they are not there yet. Raises InputError
    when the folder cannot be made.
    """
    installation = settle(instance) if instance else here()
    make_folder(installation.folder)
    uploads.sweep(installation.folder)
    app = Flask("recruiter_kit.web", template_folder=str(folder()), static_folder="static")
    app.request_class = Asked
    app.config.update(
        SECRET_KEY=_key(installation.session_key),
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_NAME="recruiter-kit",
        PERMANENT_SESSION_LIFETIME=LASTS,
        MAX_CONTENT_LENGTH=LARGEST_UPLOAD,
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    add_ids(app)
    logs.add_log(app)
    context.add_store(app)
    signed_in.add_people(app)
    CSRFProtect(app)
    add_headers(app)
    add_words(app)
    add_sayings(app)
    listing.add_way_back(app)
    for place in PLACES:
        app.register_blueprint(import_module(f"recruiter_kit.web.pages.{place}").place)
    _add_troubles(app)
    return app


def _key(path: Path) -> bytes:
    """Return the key that signs sessions, made on first start and readable by its owner only."""
    if not path.exists():
        write_whole(path, secrets.token_bytes(32), 0o600)
    return path.read_bytes()


def _add_troubles(app: Flask) -> None:
    @app.errorhandler(CSRFError)
    def _forged(error: CSRFError) -> tuple[str, int]:  # noqa: ARG001
        return _trouble(say("app_forged"), HTTPStatus.BAD_REQUEST, signed_in.typed())

    @app.errorhandler(RecruiterKitError)
    def _can_be_put_right(error: RecruiterKitError) -> tuple[str, int]:
        return _trouble(str(error), HTTPStatus.UNPROCESSABLE_ENTITY, signed_in.typed())

    @app.errorhandler(ValidationError)
    def _does_not_fit(error: ValidationError) -> tuple[str, int]:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        why = say("app_value", field=".".join(map(str, first["loc"])).replace("_", " "), why=first["msg"])
        return _trouble(why, HTTPStatus.UNPROCESSABLE_ENTITY, signed_in.typed())

    @app.errorhandler(DatabaseError)
    def _busy(error: DatabaseError) -> tuple[str, int]:
        app.logger.warning("database", exc_info=error)
        return _trouble(say("app_busy"), HTTPStatus.SERVICE_UNAVAILABLE, signed_in.typed())

    @app.errorhandler(OverflowError)
    @app.errorhandler(UnicodeEncodeError)
    def _no_such_thing(error: ValueError) -> tuple[str, int]:  # noqa: ARG001
        # A number that is larger than any in the database, or half a character, in an address.
        return _not_found()

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> tuple[str, int]:
        code = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        if code is HTTPStatus.NOT_FOUND:
            return _not_found()
        words = {403: "app_not_allowed", 413: "app_too_large"}
        return _trouble(say(words.get(code, "app_trouble")), code)


def _back() -> str | None:
    """Return the page where the person was, when it is one of ours that can be gone back to."""
    try:
        page = urlsplit(request.referrer or "")
        current_app.create_url_adapter(request).match(page.path, "GET")  # type: ignore[union-attr]
    except (ValueError, HTTPException):
        return None
    here = page.path == request.path and request.method == "GET"
    return inside(page.path) if page.netloc == request.host and not here else None


def _not_found() -> tuple[str, int]:
    return _trouble(say("app_not_there_why"), HTTPStatus.NOT_FOUND, heading="app_not_there")


def _trouble(
    why: str, status: HTTPStatus, texts: Sequence[str] = (), heading: str = "app_not_done"
) -> tuple[str, int]:
    """Say what was wrong, give back the texts that were typed, and lead back to the page where they were."""
    return render_template(
        "web/trouble.html", heading=say(heading), why=why, texts=texts, back=_back()
    ), status
