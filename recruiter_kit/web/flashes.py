"""What the next page says to the person: stored with the session, because a cookie would carry names."""

import flask
from flask import Flask, session
from markupsafe import Markup

from recruiter_kit.messages import say
from recruiter_kit.people import sessions
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import without_rules
from recruiter_kit.web.signed_in import TOKEN


def flash(text: str, kind: str, link: tuple[str, str] | None = None) -> None:
    """Say `text` on the next page; `kind` is good, info or error. Nobody signed in: in the cookie.

    `link` is an address and its words, which stand after the text.
    """
    text = without_rules(text)
    if token := session.get(TOKEN):
        sessions.say(store(), token, kind, text, link)
    else:
        flask.flash(text, kind)


def sayings() -> list[tuple[str, str]]:
    """Return what is to be said now, as (kind, text), once."""
    token = session.get(TOKEN)
    waiting: list[tuple[str, str]] = list(flask.get_flashed_messages(with_categories=True))  # type: ignore[arg-type]
    return [*waiting, *(_linked(*each) for each in (sessions.said(store(), token) if token else ()))]


def _linked(kind: str, text: str, address: str = "", words: str = "") -> tuple[str, str]:
    """Return a saying with its link behind it."""
    return kind, Markup('{} <a href="{}">{}</a>').format(text, address, words) if address else text


def add_sayings(app: Flask) -> None:
    """Let the pages of `app` say it."""
    app.jinja_env.globals["sayings"] = sayings


def counted(key: str, count: int, **fields: object) -> str:
    """Return the sentence for `key` with its number; a count of one has a sentence of its own, `key`_one."""
    return say(f"{key}_one" if count == 1 else key, count=count, **fields)
