"""The sample: invented candidates to try everything on. No mail leaves to them, and they can be removed.

The sample goes into an empty installation only, so that nothing of it is mixed with real candidates.
"""

from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.model import Bundle
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import imports

FILE = "the sample"


def can_be_loaded(db: Database) -> bool:
    """Whether the installation holds no candidate yet."""
    return db.execute("SELECT 1 FROM applications LIMIT 1").fetchone() is None


def here(db: Database) -> bool:
    """Whether any candidate of the sample is here."""
    return db.execute("SELECT 1 FROM sample_applications LIMIT 1").fetchone() is not None


def is_sample(db: Database, application_id: str) -> bool:
    """Whether the application is one of the sample."""
    row = db.execute("SELECT 1 FROM sample_applications WHERE application = ?", (application_id,)).fetchone()
    return row is not None


def keep(db: Database, bundle: Bundle, content: bytes, by: str) -> int:
    """Keep the sample, read from `content`; return how many candidates it has.

    Raises StoreError when candidates are here already.
    """
    with transaction(db):
        if not can_be_loaded(db):
            raise StoreError.of("sample_not_first")
        before = {id for (id,) in db.execute("SELECT id FROM roles")}
        kept = imports.keep_import(db, bundle, content, FILE, by)
        db.execute("INSERT INTO sample_applications SELECT id FROM applications")
        for id, written in db.execute("SELECT id, json FROM roles").fetchall():
            if id not in before:
                db.execute("INSERT INTO sample_roles VALUES (?, ?)", (id, written))
        audit.record(db, by, Event.SAMPLE_LOADED, count=kept.new)
    return kept.new


def remove(db: Database, by: str) -> None:
    """Remove the candidates of the sample with all that was done on them, and its roles.

    A role stays when it was changed, or a candidate of one's own is there for it. Raises NotFoundError
    without a sample, and StoreError while one of its candidates is on hold.
    """
    with transaction(db):
        if not here(db):
            raise NotFoundError.of("sample_none")
        sample = "SELECT application FROM sample_applications"
        among = f"FROM applications WHERE id IN ({sample})"
        held = db.execute(f"SELECT candidate_name {among} AND held").fetchone()
        if held:
            raise StoreError.of("sample_held", candidate=held[0])
        imported = db.execute(f"SELECT DISTINCT import_id {among}").fetchall()
        removed = db.execute(f"DELETE {among}").rowcount
        db.execute(
            "DELETE FROM roles WHERE NOT EXISTS (SELECT 1 FROM applications a WHERE a.role = roles.id)"
            " AND EXISTS (SELECT 1 FROM sample_roles s WHERE s.role = roles.id AND s.json = roles.json)"
        )
        db.execute("DELETE FROM sample_roles")
        for (id,) in imported:
            db.execute(
                "DELETE FROM imports WHERE id = ?1"
                " AND NOT EXISTS (SELECT 1 FROM applications WHERE import_id = ?1)"
                " AND NOT EXISTS (SELECT 1 FROM pending_changes WHERE import_id = ?1)"
                " AND NOT EXISTS (SELECT 1 FROM pending_roles WHERE import_id = ?1)",
                (id,),
            )
        audit.record(db, by, Event.SAMPLE_REMOVED, count=removed)


def refuse_mail(db: Database, application_id: str) -> None:
    """Raise StoreError for a candidate of the sample, whose address is nobody's."""
    if is_sample(db, application_id):
        raise StoreError.of("sample_mail")
