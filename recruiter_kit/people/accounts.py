"""Accounts: passwords, one-time links, and a rate limit on guesses.

Passwords are kept as Argon2id by argon2-cffi with its defaults, RFC 9106's low-memory recommendation. Failed
sign-ins are counted by e-mail address and by network address, in the database, so that a restart does not
reset them.
"""

import secrets
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.people import users
from recruiter_kit.people.posts import Post
from recruiter_kit.people.users import User
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, transaction
from recruiter_kit.store.events import Event

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1000
NOBODYS_ADDRESS = "administrator@localhost"
"""The address of the first administrator, until the person says a real one."""
LINK_HOURS = 48
# Where the app answers a one-time link; the token follows.
LINK_PATH = "/link/"
BRAKE = timedelta(minutes=15)
MOST_FAILURES = 5
# More than one person may sit behind one network address.
MOST_FAILURES_FROM_ONE_ADDRESS = 30


class TooManyTriesError(StoreError):
    """So many sign-ins failed that the next is not looked at for a while."""


class First(NamedTuple):
    """What the first administrator says: name, address, and whether this person recruits here, too."""

    name: str
    email: str
    recruits: bool


def new_link(db: Database, user: User, by: str) -> str:
    """Make a one-time token with which the person sets a password; it holds for LINK_HOURS."""
    token = secrets.token_urlsafe(32)
    users.keep_link(db, user.id, token, now() + timedelta(hours=LINK_HOURS), by)
    return token


def first_link(db: Database) -> str | None:
    """At the first start, add the administrator and return the token of the link; later return None.

    Until a password is set with it, every start makes a new link, so that a lost one locks nobody out.
    """
    with transaction(db):
        everybody = users.all_users(db)
        if not everybody:
            first = users.add(db, "Administrator", NOBODYS_ADDRESS, Post.ADMINISTRATOR, "terminal")
            return new_link(db, first, "terminal")
        if not nobody_yet(db):
            return None
        waiting = next((user for user in everybody if user.post == Post.ADMINISTRATOR and user.active), None)
        return new_link(db, waiting, "terminal") if waiting else None


def nobody_yet(db: Database) -> bool:
    """Whether nobody can sign in yet, so that the first account is still to be made by its link."""
    return not any(user.password_hash or user.subject for user in users.all_users(db))


def set_password_by_link(db: Database, token: str, password: str, first: First | None = None) -> User:
    """Use up a link and set the password; return the person.

    The first of all says who it is with it, and may recruit as well as look after the accounts. Raises
    StoreError when the link or the password is no good, or the address is another person's.
    """
    hashed = _hashed(password)
    with transaction(db):
        user = users.use_link(db, token)
        if user is None:
            raise StoreError.of("link_over")
        users.forget_failures(db, user.email)
        said: dict[str, object] = {}
        if first:
            said = {"name": first.name, "email": first.email}
            said |= {"post": Post.LEAD, "administers": True} if first.recruits else {}
        return users.change(db, user.id, user.email, password_hash=hashed, **said)


def change_password(db: Database, user: User, old: str, new: str) -> User:
    """Set another password; raises StoreError when the old one is wrong or the new one too short."""
    hashed = _hashed(new)
    if not _fits(user.password_hash, old):
        raise StoreError.of("sign_in_wrong")
    return users.change(db, user.id, user.email, password_hash=hashed)


def sign_in(db: Database, email: str, password: str, address: str, at: datetime | None = None) -> User:
    """Return the person whose password this is.

    `address` is the network address that asks. Raises TooManyTriesError when braked, and StoreError in the
    same words and after the same time whether the person is unknown, inactive or the password wrong.
    """
    moment = at or now()
    # Counted before the password is looked at, so that many at once cannot slip through together.
    with transaction(db):
        _brake(db, email, address, moment)
        users.record_failure(db, email, address, moment)
    user = users.by_email(db, email)
    known = user.password_hash if user and user.active else None
    fits = _fits(known, password)
    if not fits or user is None or known is None:
        audit.record(db, user.email if user else "unknown", Event.SIGN_IN_FAILED)
        raise StoreError.of("sign_in_wrong")
    users.forget_failures(db, email)
    audit.record(db, user.email, Event.SIGNED_IN)
    if _hasher().check_needs_rehash(known):
        return users.change(db, user.id, user.email, password_hash=_hashed(password))
    return user


def sign_in_vouched(db: Database, subject: str, verified_email: str) -> User:
    """Return the person for whom the organisation's provider vouches.

    Known by the provider's `subject`; the first time by the address that the provider has verified, "" when
    it has not. Raises StoreError for everybody who was not let in here.
    """
    with transaction(db):
        user = users.by_subject(db, subject)
        if user is None and verified_email:
            here = users.by_email(db, verified_email)
            if here and here.active and here.subject is None:
                user = users.change(db, here.id, here.email, subject=subject)
        if user is None or not user.active:
            audit.record(db, "unknown", Event.SIGN_IN_FAILED)
            raise StoreError.of("provider_stranger")
        audit.record(db, user.email, Event.SIGNED_IN)
    return user


def _brake(db: Database, email: str, address: str, at: datetime) -> None:
    for_person, from_address = users.failures(db, email, address, at - BRAKE)
    if for_person >= MOST_FAILURES or from_address >= MOST_FAILURES_FROM_ONE_ADDRESS:
        raise TooManyTriesError.of("sign_in_braked", minutes=int(BRAKE.total_seconds() // 60))


def _hashed(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise StoreError.of("password_length", fewest=SHORTEST_PASSWORD, most=LONGEST_PASSWORD)
    return _hasher().hash(password)


def _fits(known: str | None, password: str) -> bool:
    """Compare in about the same time whether there is a password or not."""
    try:
        _hasher().verify(known or _nobody(), password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False
    return known is not None


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe())
