"""How values are written on a page: dates, waiting times, the names of kinds.

In: an app. Out: filters for its templates.
"""

import re
from datetime import UTC, date, datetime

from flask import Flask, g

from recruiter_kit.messages import say
from recruiter_kit.store.quarantine import MASK
from recruiter_kit.web.people import allowed_places

HOURS_A_DAY = 24


def add_words(app: Flask) -> None:
    """Give the templates of `app` their filters."""
    app.jinja_env.filters.update(day=day, moment=moment, waiting=waiting, plain=plain, apart=apart)

    @app.context_processor
    def _everywhere() -> dict[str, object]:
        return {"places": allowed_places() if g.get("user") else ()}


def day(value: date | str | None) -> str:
    """Return a date as it is read: "12 November 2026"."""
    if not value:
        return ""
    found = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return f"{found.day} {found:%B %Y}"


def moment(value: datetime | str | None) -> str:
    """Return a moment to the minute with its zone: "12 November 2026, 14:05 UTC"."""
    if not value:
        return ""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{day(found.date())}, {found:%H:%M} {found.tzname() or ''}".strip()


def waiting(since: datetime | str | None, now: datetime | None = None) -> str:
    """Return how long ago `since` was, in hours up to two days, then in days."""
    if not since:
        return ""
    found = datetime.fromisoformat(since) if isinstance(since, str) else since
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    hours = int(((now or datetime.now(UTC)) - found).total_seconds() // 3600)
    return f"{max(hours, 0)} h" if hours < 2 * HOURS_A_DAY else f"{hours // HOURS_A_DAY} days"


def plain(value: object) -> str:
    """Return the name of a kind in words: "below_bar" is "below bar"."""
    return str(value).replace("_", " ")


def apart(text: str) -> str:
    """Return a text that says where words were kept apart (R13) in the place of their mask."""
    return re.sub(f"{MASK}+", say("kept_apart"), text)
