"""The versions of a role: each state that it had, who saved it and when, and which of them words rest on.

A version is never changed. Restoring one makes the next.
"""

from datetime import datetime
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError
from recruiter_kit.model import Role
from recruiter_kit.store.database import Database, from_text, to_text


class RoleVersion(NamedTuple):
    """One state of a role; the newest is the one that counts."""

    version: int
    role: Role
    at: datetime
    by: str
    note: str


class Behind(NamedTuple):
    """The version of a role that words rest on, and whether there is a newer one."""

    version: int
    at: datetime
    newer: bool


_READ = "SELECT version, json, at, by, note FROM role_versions WHERE role = ?"
_Row = tuple[int, str, str, str, str]


def keep(db: Database, role: Role, by: str, note: str) -> int:
    """Keep a role as its next version, in a transaction of the caller; return the version's number."""
    (last,) = db.execute(
        "SELECT coalesce(max(version), 0) FROM role_versions WHERE role = ?", (role.id,)
    ).fetchone()
    db.execute(
        "INSERT INTO role_versions (role, version, json, at, by, note) VALUES (?, ?, ?, ?, ?, ?)",
        (role.id, last + 1, role.model_dump_json(), to_text(now()), by, note.strip()),
    )
    return int(last) + 1


def history(db: Database, role_id: str) -> list[RoleVersion]:
    """Return every version of a role, newest first."""
    return [_version(row) for row in db.execute(f"{_READ} ORDER BY version DESC", (role_id,))]


def newest(db: Database, role_id: str) -> RoleVersion:
    """Return the version that counts; raises NotFoundError."""
    row = db.execute(f"{_READ} ORDER BY version DESC LIMIT 1", (role_id,)).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_role", role=role_id)
    return _version(row)


def version(db: Database, role_id: str, number: int) -> RoleVersion:
    """Return one version; raises NotFoundError."""
    row = db.execute(f"{_READ} AND version = ?", (role_id, number)).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_role_version", version=number)
    return _version(row)


def saved_at(db: Database) -> dict[str, tuple[int, datetime]]:
    """Return the newest version's number and time of each role."""
    rows = db.execute("SELECT role, max(version), at FROM role_versions GROUP BY role")
    return {role: (number, from_text(at)) for role, number, at in rows}


def behind(db: Database, role_id: str, made_at: datetime) -> Behind | None:
    """Return the version that words of this time rest on, None where they are older than any that is kept.

    Words that a person saved again after looking rest on the newer one, as versions.outdated() says.
    """
    row = db.execute(
        "SELECT version, at, version < (SELECT max(version) FROM role_versions WHERE role = ?1)"
        " FROM role_versions WHERE role = ?1 AND at <= ?2 ORDER BY version DESC LIMIT 1",
        (role_id, to_text(made_at)),
    ).fetchone()
    return Behind(row[0], from_text(row[1]), bool(row[2])) if row else None


def _version(row: _Row) -> RoleVersion:
    number, written, at, by, note = row
    return RoleVersion(number, Role.model_validate_json(written), from_text(at), by, note)
