"""Roles as people make and change them in the app, and as imports bring them; every state is a version.

In: a role, and the version that its author had seen. Out: it replaces the one that is here; what was drafted
against the older one is read again before anybody is told. A decision on record keeps the criteria that it
rests on, and ratings go out of use only with a note (kept_decisions).
"""

from collections.abc import Callable

from recruiter_kit.clock import now
from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.model import Role
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, kept_decisions, role_versions, status
from recruiter_kit.workflow.withdrawing import withdraw


def insert_role(db: Database, role: Role, by: str, note: str = "") -> None:
    """Add a role as its first version, in a transaction of the caller."""
    db.execute("INSERT INTO roles VALUES (?, ?, ?)", (role.id, role.title, role.model_dump_json()))
    role_versions.keep(db, role, by, note)


def replace_role(db: Database, role: Role, by: str, note: str = "") -> int:
    """Replace the role with the id of `role` by it, in a transaction of the caller; return its version."""
    db.execute(
        "UPDATE roles SET title = ?, json = ? WHERE id = ?", (role.title, role.model_dump_json(), role.id)
    )
    for other, held in db.execute(
        "SELECT id, held FROM applications WHERE role = ? AND status != 'told'", (role.id,)
    ).fetchall():
        # On hold nothing is changed, and the words count as outdated once it ends.
        if not held:
            withdraw(db, other)
        db.execute("UPDATE applications SET changed_at = ? WHERE id = ?", (to_text(now()), other))
        status.refresh(db, other)
    return role_versions.keep(db, role, by, note)


def add(db: Database, role: Role, by: str, note: str = "") -> Role:
    """Add a new role and return it, under another id where its own is taken."""
    with transaction(db):
        added = role.model_copy(update={"id": free_id(role.id, lambda id: _is_here(db, id))})
        insert_role(db, added, by, note)
        audit.record(db, by, Event.ROLE_ADDED, role=added.id, criteria=len(added.criteria))
    return added


def save(db: Database, role: Role, seen: int, by: str, note: str = "", done: str = "") -> int | None:
    """Save what a person made of a role; return its new version, None where nothing in it is new.

    `seen` is the version that it was made from; `done` is kept before the note, and does not count as one.
    Raises NotFoundError when the role is not here, ConflictError when somebody saved another version
    meanwhile, and StoreError when a decision on record would lose what it rests on, or ratings their
    criterion without a note, or when the scale of levels that were given would change.
    """
    with transaction(db):
        here = applications.role(db, role.id)
        newest = role_versions.newest(db, role.id)
        if newest.version != seen:
            raise ConflictError.of("role_changed_meanwhile", role=here.title)
        if here == role:
            return None
        kept_decisions.refuse_lost(db, here, role, note)
        number = replace_role(db, role, by, f"{done} {note}")
        counts = _counts(here, role)
        audit.record(db, by, Event.ROLE_CHANGED, None, role=role.id, version=number, **counts)
    return number


def remove(db: Database, role_id: str, by: str) -> None:
    """Delete a role nobody has applied for; raises NotFoundError, and StoreError when somebody has."""
    with transaction(db):
        role = applications.role(db, role_id)
        if has_candidates(db, role_id):
            raise StoreError.of("role_has_candidates", role=role.title)
        db.execute("DELETE FROM roles WHERE id = ?", (role_id,))
        audit.record(db, by, Event.ROLE_REMOVED, role=role_id)


def incomplete(db: Database) -> list[Role]:
    """Return the roles of which no letter can be made, because a required level is not known."""
    return [
        role
        for role in applications.roles(db)
        if any(criterion.required is None for criterion in role.criteria)
    ]


def candidates(db: Database) -> dict[str, tuple[int, int]]:
    """Return how many candidates each role has, and how many of them are not told yet."""
    rows = db.execute("SELECT role, count(*), sum(status != 'told') FROM applications GROUP BY role")
    return {role: (every, waiting) for role, every, waiting in rows}


def has_candidates(db: Database, role_id: str) -> bool:
    """Whether anybody has applied for a role."""
    return db.execute("SELECT 1 FROM applications WHERE role = ? LIMIT 1", (role_id,)).fetchone() is not None


def free_id(wanted: str, taken: Callable[[str], bool]) -> str:
    """Return `wanted`, or the first of wanted-2, wanted-3 … that is not taken."""
    number, id = 1, wanted
    while taken(id):
        number += 1
        id = f"{wanted[:190]}-{number}"
    return id


def _is_here(db: Database, role_id: str) -> bool:
    return db.execute("SELECT 1 FROM roles WHERE id = ?", (role_id,)).fetchone() is not None


def _counts(before: Role, after: Role) -> dict[str, object]:
    was, became = ({each.id: each for each in role.criteria} for role in (before, after))
    return {
        "added": len(became.keys() - was.keys()),
        "removed": len(was.keys() - became.keys()),
        "changed": sum(was[id] != became[id] for id in was.keys() & became.keys()),
    }
