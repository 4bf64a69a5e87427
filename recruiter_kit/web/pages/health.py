"""Whether the app answers and can read its store; for the machine that watches it, so it names nobody."""

from flask import Blueprint

from recruiter_kit.web.context import store

place = Blueprint("health", __name__)


@place.get("/health")
def show() -> dict[str, str]:
    """Answer "ok" once the store was read."""
    store().execute("select 1").fetchone()
    return {"status": "ok"}
