"""The people who work with Recruiter Kit, their one-time links, and sign-ins that failed.

Hashes only: neither a password nor the token of a link is kept.
"""

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from sqlite3 import IntegrityError
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.people.posts import Post
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.store.events import Event


class User(NamedTuple):
    """One person. `roles_seen` are the ids of the roles that a hiring manager may see.

    `administers`: is something else and looks after the accounts, too, where there is one recruiter only.
    """

    id: int
    name: str
    email: str
    password_hash: str | None
    subject: str | None
    post: str
    roles_seen: tuple[str, ...]
    active: bool
    administers: bool = False


ADDRESS = re.compile(r"[!-?A-~]{1,200}@[A-Za-z0-9.-]{1,100}")
CHANGEABLE = frozenset(
    {"name", "email", "post", "roles_seen", "active", "password_hash", "subject", "administers"}
)
_COLUMNS = "id, name, email, password_hash, subject, post, roles_seen, active, administers"


def add(db: Database, name: str, email: str, post: str, by: str, roles_seen: tuple[str, ...] = ()) -> User:
    """Add a person who cannot sign in yet.

    Raises StoreError when the address is taken or is not one, without a name, and for a hiring manager
    without roles, who would see nothing.
    """
    if not name.strip():
        raise StoreError.of("user_name")
    _refuse_unfit(email, post, roles_seen)
    with transaction(db):
        try:
            row = db.execute(
                "INSERT INTO users (name, email, post, roles_seen) VALUES (?, ?, ?, ?)",
                (name, email, post, json.dumps(roles_seen)),
            )
        except IntegrityError as error:
            raise StoreError.of("user_taken", email=email) from error
        audit.record(db, by, Event.USER_ADDED, user=row.lastrowid, post=post)
        return get(db, int(row.lastrowid or 0))


def get(db: Database, user_id: int) -> User:
    """Return one person; raises NotFoundError."""
    found = _users(db, "id = ?", user_id)
    if not found:
        raise NotFoundError.of("user_unknown", user=user_id)
    return found[0]


def by_email(db: Database, email: str) -> User | None:
    """Return the person with this address in any case, or None."""
    return next(iter(_users(db, "email = ?", email)), None)


def by_subject(db: Database, subject: str) -> User | None:
    """Return the person whom the sign-in provider knows by this subject, or None."""
    return next(iter(_users(db, "subject = ?", subject)), None)


def all_users(db: Database) -> list[User]:
    """Return everybody, by name."""
    return _users(db, "1")


def change(db: Database, user_id: int, by: str, **values: object) -> User:
    """Change what CHANGEABLE names, and return the person.

    A new password and an end of access end the person's sessions. Raises StoreError like `add`, and when
    nobody would be left who can sign in as administrator; ValueError for what cannot be changed.
    """
    if unknown := values.keys() - CHANGEABLE:
        raise ValueError(f"not to be changed: {', '.join(sorted(unknown))}")
    if "roles_seen" in values:
        values["roles_seen"] = json.dumps(values["roles_seen"])
    with transaction(db):
        before = get(db, user_id)
        if values.keys() & {"email", "post", "roles_seen"}:
            seen = values.get("roles_seen", json.dumps(before.roles_seen))
            email, post = values.get("email", before.email), values.get("post", before.post)
            _refuse_unfit(str(email), str(post), json.loads(str(seen)))
        columns = ", ".join(f"{name} = ?" for name in values)
        try:
            db.execute(f"UPDATE users SET {columns} WHERE id = ?", (*values.values(), user_id))
        except IntegrityError as error:
            raise StoreError.of("user_taken", email=values.get("email", before.email)) from error
        after = get(db, user_id)
        if _administers(before) and not _administers(after) and not any(map(_administers, all_users(db))):
            raise StoreError.of("user_last_administrator")
        if before.password_hash != after.password_hash or not after.active:
            db.execute("DELETE FROM sessions WHERE user_id = ?", (user_id,))
        if not after.active:
            db.execute("DELETE FROM one_time_links WHERE user_id = ? AND used_at IS NULL", (user_id,))
        audit.record(db, by, Event.USER_CHANGED, user=user_id, fields=sorted(values), post=after.post)
    return after


def keep_link(db: Database, user_id: int, token: str, expires_at: datetime, by: str) -> None:
    """Keep a one-time link; the person's older ones end."""
    with transaction(db):
        get(db, user_id)
        db.execute("DELETE FROM one_time_links WHERE user_id = ? AND used_at IS NULL", (user_id,))
        db.execute(
            "INSERT INTO one_time_links (token_sha256, user_id, expires_at) VALUES (?, ?, ?)",
            (digest(token), user_id, to_text(expires_at)),
        )
        audit.record(db, by, Event.LINK_MADE, user=user_id)


def of_link(db: Database, token: str, at: datetime | None = None) -> User | None:
    """Return whose link this is, or None when it is unknown, used, too old, or the person is not active."""
    row = db.execute(
        "SELECT user_id FROM one_time_links WHERE token_sha256 = ? AND used_at IS NULL AND expires_at > ?",
        (digest(token), to_text(at or now())),
    ).fetchone()
    user = get(db, row[0]) if row else None
    return user if user and user.active else None


def use_link(db: Database, token: str) -> User | None:
    """Use up a link and return whose it is; None where of_link is None. Of two at once, one gets it."""
    with transaction(db):
        user = of_link(db, token)
        if user:
            db.execute(
                "UPDATE one_time_links SET used_at = ? WHERE token_sha256 = ?",
                (to_text(now()), digest(token)),
            )
            audit.record(db, user.email, Event.LINK_USED, user=user.id)
        return user


def record_failure(db: Database, email: str, address: str, at: datetime) -> None:
    """Note that a sign-in failed, and forget those of more than a day ago."""
    with transaction(db):
        db.execute("DELETE FROM failed_sign_ins WHERE at < ?", (to_text(at - timedelta(days=1)),))
        db.execute(
            "INSERT INTO failed_sign_ins (email, address, at) VALUES (?, ?, ?)", (email, address, to_text(at))
        )


def failures(db: Database, email: str, address: str, since: datetime) -> tuple[int, int]:
    """Return how many sign-ins failed since then: for this e-mail address, and from this network address."""
    row: tuple[int, int] = db.execute(
        "SELECT (SELECT count(*) FROM failed_sign_ins WHERE email = ?1 AND at > ?3),"
        " (SELECT count(*) FROM failed_sign_ins WHERE address = ?2 AND at > ?3)",
        (email, address, to_text(since)),
    ).fetchone()
    return row


def forget_failures(db: Database, email: str) -> None:
    """Begin again after a sign-in that worked."""
    db.execute("DELETE FROM failed_sign_ins WHERE email = ?", (email,))


def _administers(user: User) -> bool:
    can_come_in = user.active and (user.password_hash or user.subject)
    return bool(can_come_in) and (user.post == "administrator" or user.administers)


def _refuse_unfit(email: str, post: str, roles_seen: Sequence[str]) -> None:
    if not ADDRESS.fullmatch(email):
        raise StoreError.of("user_address", email=email)
    if post == Post.HIRING_MANAGER and not roles_seen:
        raise StoreError.of("manager_roles")


def _users(db: Database, where: str, *values: object) -> list[User]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM users WHERE {where} ORDER BY name, id", values)
    return [
        User(id, name, email, password, subject, post, tuple(json.loads(seen)), bool(active), bool(also))
        for id, name, email, password, subject, post, seen, active, also in rows
    ]


def digest(token: str) -> str:
    """Return what is kept of a token; a browser may send anything for one."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()
