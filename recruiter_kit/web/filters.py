"""How values are written on a page: dates, waiting times, the names of kinds (wording.yaml).

In: an app. Out: filters for its templates. Raises DataFileError when a name has no words.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from flask import Flask, g, has_request_context

from recruiter_kit import clock
from recruiter_kit.errors import DataFileError, RecruiterKitError
from recruiter_kit.feedback import Form, Part
from recruiter_kit.files.data_file import content
from recruiter_kit.messages import say
from recruiter_kit.model import Reason
from recruiter_kit.people import users
from recruiter_kit.people.rights import Right
from recruiter_kit.store.database import DatabaseError
from recruiter_kit.web.context import store, time_zone
from recruiter_kit.web.signed_in import allowed_places
from recruiter_kit.web.steps import step
from recruiter_kit.workflow import waiting as waiting_items
from recruiter_kit.workflow.outbox import STATES
from recruiter_kit.workflow.quarantine import MASK

HOURS_A_DAY = 24
MOST_SHOWN = 99
OURS = re.compile(r" ?\((?:R\d+(?:, R\d+)*|[^()]*\b(?:docs/|recruiter-kit )[^()]*)\)")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
WORDING = "wording.yaml"
Kind = Literal["part", "form", "reason", "figure", "mail", "right"]
NAMES: Mapping[Kind, frozenset[str]] = {
    "part": frozenset(Part),
    "form": frozenset(Form),
    "reason": frozenset(Reason),
    "figure": frozenset(("reason_coverage", "evidence_share", "action_share", "future_share", "inflation")),
    "mail": frozenset(STATES),
    "right": frozenset(get_args(Right)),
}


def add_words(app: Flask) -> None:
    """Give the templates of `app` their filters."""
    app.jinja_env.filters.update(
        day=day,
        moment=_moment_here,
        person=person,
        waiting=waiting,
        short_day=short_day,
        capital=capital,
        plain=plain,
        word=word,
        step=step,
        sentence=sentence,
        without_rules=without_rules,
        apart=apart,
    )

    @app.context_processor
    def _everywhere() -> dict[str, object]:
        if not g.get("user"):
            return {"places": ()}
        return {"places": allowed_places(), "waiting_for_me": _waiting_for_me()}


def _waiting_for_me() -> str:
    """Return how much waits for whoever is signed in, "" where nothing does or nobody can say just now."""
    if "waiting_for_me" not in g:
        try:
            count = waiting_items.count(store(), g.user, time_zone())
        except (RecruiterKitError, DatabaseError):
            # The page that says what is wrong has this number in its header, too.
            count = 0
        g.waiting_for_me = f"{MOST_SHOWN}+" if count > MOST_SHOWN else str(count or "")
    return str(g.waiting_for_me)


def day(value: date | str | None) -> str:
    """Return a date as it is read: "12 November 2026"."""
    if not value:
        return ""
    found = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return f"{found.day} {found:%B %Y}"


def short_day(value: date, today: date | None = None) -> str:
    """Return a day as it is read in a list: without the year while it is this one."""
    return day(value).removesuffix(f" {(today or clock.now().date()).year}")


def capital(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def moment(value: datetime | str | None, now: datetime | None = None, zone: str | None = None) -> str:
    """Return a moment to the minute as the clock shows it in `zone`: "today 14:05", "2 May 2026, 14:05".

    The zone is the machine's where none is named.
    """
    if not value:
        return ""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    there = found.astimezone(ZoneInfo(zone) if zone else None)
    today = (now or clock.now()).astimezone(there.tzinfo).date()
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((there.date() - today).days)
    return f"{named} {there:%H:%M}" if named else f"{day(there.date())}, {there:%H:%M}"


def _moment_here(value: datetime | str | None) -> str:
    return moment(value, zone=time_zone())


def person(address: str | None) -> str:
    """Return the name of the person whose account has this address; the address itself where none has it."""
    if not address:
        return ""
    if "names" not in g:
        g.names = {user.email.casefold(): user.name for user in users.all_users(store())}
    return str(g.names.get(address.casefold(), address))


def waiting(since: datetime | str | None, now: datetime | None = None) -> str:
    """Return how long ago `since` was: in hours up to two days, then in days; of a bare day, in days."""
    if not since:
        return ""
    if isinstance(since, datetime) and since.time() == time():
        days = _days(since, now)
        return "today" if days < 1 else f"{days} day{'s' if days > 1 else ''}"
    found = datetime.fromisoformat(since) if isinstance(since, str) else since
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    hours = int(((now or datetime.now(UTC)) - found).total_seconds() // 3600)
    return f"{max(hours, 0)} h" if hours < 2 * HOURS_A_DAY else f"{hours // HOURS_A_DAY} days"


def _days(since: datetime, now: datetime | None) -> int:
    return ((now or datetime.now(UTC)).date() - since.date()).days


def word(name: str, kind: Kind) -> str:
    """Return the words for a name of a kind."""
    return _wording()[kind][name]


def sentence(text: str) -> str:
    """Return a message as a sentence: with a capital, unless it begins with a name or a path, and a stop."""
    text = without_rules(text)
    first = text.split(maxsplit=1)[0]
    capital = text[:1].upper() + text[1:] if first.rstrip(",:;").isalpha() else text
    return capital + ("" if capital.endswith((".", "!", "?")) else ".")


def without_rules(text: str) -> str:
    """Return a message as a recruiter reads it: colleagues by name, no "(R14)", no "(docs/formats.md)"."""
    text = OURS.sub("", text)
    return ADDRESS.sub(lambda found: person(found[0]), text) if has_request_context() else text


def plain(value: object) -> str:
    """Return the name of a kind in words: "below_bar" is "below bar"."""
    return str(value).replace("_", " ")


def apart(text: str) -> str:
    """Return a text that says where words were set apart (R13) instead of their mask."""
    return re.sub(f"{MASK}+", say("kept_apart"), text)


@cache
def _wording() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = content(files("recruiter_kit.web") / WORDING)
    for kind, names in NAMES.items():
        if set(found.get(kind, ())) != names:
            raise DataFileError.of("data_keys", file=f"{WORDING}, {kind}", expected=", ".join(sorted(names)))
    return found
