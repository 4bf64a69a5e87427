"""Who is signed in: a session ends here, whatever a browser still keeps.

Hashes only: the token of a session is not kept.
"""

import json
import secrets
from datetime import timedelta

from recruiter_kit.clock import now
from recruiter_kit.people import users
from recruiter_kit.people.users import User, digest
from recruiter_kit.store.database import Database, to_text, transaction

LASTS = timedelta(hours=8)
MOST_SAID = 50


def begin(db: Database, user_id: int) -> str:
    """Begin a session of a person and return its token."""
    token = secrets.token_urlsafe(32)
    at = now()
    with transaction(db):
        db.execute("DELETE FROM sessions WHERE expires_at <= ?", (to_text(at),))
        db.execute(
            "INSERT INTO sessions (token_sha256, user_id, expires_at) VALUES (?, ?, ?)",
            (digest(token), user_id, to_text(at + LASTS)),
        )
    return token


def of(db: Database, token: str) -> User | None:
    """Return whose session it is; None when it is unknown, over, or the person has no access any more."""
    row = db.execute(
        "SELECT user_id FROM sessions WHERE token_sha256 = ? AND expires_at > ?",
        (digest(token), to_text(now())),
    ).fetchone()
    user = users.get(db, row[0]) if row else None
    return user if user and user.active else None


def end(db: Database, token: str) -> None:
    """End one session."""
    db.execute("DELETE FROM sessions WHERE token_sha256 = ?", (digest(token),))


def say(db: Database, token: str, kind: str, text: str, link: tuple[str, str] | None = None) -> None:
    """Keep what the next page of this session says, at most MOST_SAID of it; `link` is where it leads."""
    with transaction(db):
        waiting = [*_said(db, token), [kind, text, *(link or ())]][:MOST_SAID]
        db.execute(
            "UPDATE sessions SET said = ? WHERE token_sha256 = ?", (json.dumps(waiting), digest(token))
        )


def said(db: Database, token: str) -> list[tuple[str, ...]]:
    """Return what is to be said as (kind, text), or with a link (kind, text, address, words); forget it."""
    waiting = _said(db, token)
    if waiting:
        db.execute("UPDATE sessions SET said = '[]' WHERE token_sha256 = ?", (digest(token),))
    return [tuple(each) for each in waiting]


def put_list(db: Database, token: str, address: str) -> None:
    """Keep where this session was in a list: the way back from a candidate."""
    db.execute(
        "UPDATE sessions SET list = ?1 WHERE token_sha256 = ?2 AND list != ?1", (address, digest(token))
    )


def list_of(db: Database, token: str) -> str:
    """Return where this session was in a list last, "" when it was in none."""
    row = db.execute("SELECT list FROM sessions WHERE token_sha256 = ?", (digest(token),)).fetchone()
    return str(row[0]) if row else ""


def _said(db: Database, token: str) -> list[list[str]]:
    row = db.execute("SELECT said FROM sessions WHERE token_sha256 = ?", (digest(token),)).fetchone()
    return list(json.loads(row[0])) if row else []
