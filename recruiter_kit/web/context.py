"""The store and the standard as a request sees them: opened when first needed, closed with the request."""

from pathlib import Path

from flask import Flask, current_app, g

from recruiter_kit.documents.cache import kept_letter
from recruiter_kit.feedback import Feedback
from recruiter_kit.intake import read_standard
from recruiter_kit.standard import Standard
from recruiter_kit.store.database import FILE, Database, open_store

STANDARD = "standard.yaml"
KEPT = "kept"


def store() -> Database:
    """Return the store of this request."""
    if "store" not in g:
        g.store = open_store(instance() / FILE)
    found: Database = g.store
    return found


def instance() -> Path:
    """Return the folder of the installation."""
    found: Path = current_app.config["INSTANCE"]
    return found


def standard() -> Standard:
    """Return the house's standard from instance/standard.yaml, the defaults without one."""
    file = instance() / STANDARD
    return read_standard(file) if file.is_file() else Standard()


def letter_of(feedback: Feedback) -> bytes:
    """Return the letter as PDF, kept once it was laid out."""
    return kept_letter(feedback, instance() / KEPT)


def add_store(app: Flask) -> None:
    """Close the store at the end of each request of `app`."""

    @app.teardown_appcontext
    def _close(error: BaseException | None) -> None:  # noqa: ARG001
        if found := g.pop("store", None):
            found.conn.close()
