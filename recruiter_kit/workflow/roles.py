"""What a person says of a role that an export knows by name only: kinds, required levels, texts, advice.

In: the role with what was answered. Out: it replaces the one that is here; what was drafted against the older
one is read again before anybody is told. A decision on record keeps the criteria that it rests on.
"""

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.model import Role
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, status
from recruiter_kit.workflow.withdrawing import withdraw


def replace_role(db: Database, role: Role) -> None:
    """Replace the role with the id of `role` by it, in a transaction of the caller."""
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


def complete(db: Database, role: Role, seen: Role, by: str) -> bool:
    """Save what was answered of a role; False where nothing in it is new.

    `seen` is the role as it was shown. Raises NotFoundError when it is not here, and StoreError when somebody
    changed it meanwhile.
    """
    with transaction(db):
        here = applications.role(db, role.id)
        if here != seen:
            raise StoreError.of("role_changed_meanwhile", role=role.title)
        if here == role:
            return False
        replace_role(db, role)
        changed = [
            each.id for each, before in zip(role.criteria, here.criteria, strict=True) if each != before
        ]
        audit.record(db, by, Event.ROLE_COMPLETED, role.id, criteria=changed)
    return True


def incomplete(db: Database) -> list[Role]:
    """Return the roles of which no letter can be made, because a required level is not known."""
    return [
        role
        for role in applications.roles(db)
        if any(criterion.required is None for criterion in role.criteria)
    ]
