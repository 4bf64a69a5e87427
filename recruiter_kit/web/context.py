"""The store and the standard as a request sees them: opened when first needed, closed with the request."""

from datetime import date

from flask import Flask, g, request

from recruiter_kit import clock
from recruiter_kit.documents.cache import cached_letter
from recruiter_kit.feedback import Feedback
from recruiter_kit.installation import Installation, here, outside_address
from recruiter_kit.intake import standard_at
from recruiter_kit.standard import Standard
from recruiter_kit.store.database import Database, open_store


def store() -> Database:
    """Return the store of this request."""
    if "store" not in g:
        g.store = open_store(here().database)
    found: Database = g.store
    return found


def standard_of(installation: Installation) -> Standard:
    """Return the standard of an installation, the defaults where it has written none."""
    return standard_at(installation.standard)


def standard() -> Standard:
    """Return the organisation's standard, the defaults where it has written none."""
    return standard_of(here())


def time_zone() -> str | None:
    """Return the organisation's time zone, None for the machine's; read once for each request."""
    if "time_zone" not in g:
        g.time_zone = standard().time_zone
    found: str | None = g.time_zone
    return found


def address() -> str:
    """Return where people open the app, for links in mail: what is set, else the host that was asked."""
    return outside_address(here()) or request.host_url.rstrip("/")


def today() -> date:
    """Return the day it is where the organisation is."""
    return clock.today(standard().time_zone)


def letter_of(feedback: Feedback) -> bytes:
    """Return the letter as PDF, from the cache once it was laid out."""
    return cached_letter(feedback, here().letters)


def add_store(app: Flask) -> None:
    """Close the store at the end of each request of `app`."""

    @app.teardown_appcontext
    def _close(error: BaseException | None) -> None:  # noqa: ARG001
        if opened := g.pop("store", None):
            opened.conn.close()
