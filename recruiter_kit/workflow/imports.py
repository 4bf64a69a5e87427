"""Imports: what was read from a file, kept unchanged, and what a newer file says differently.

A file that was imported before changes nothing. An application that is here already is never changed by an
import: what is new in it waits in pending_changes until a person accepts it.
"""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from io import BytesIO
from typing import Literal, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.model import Application, Bundle, Role
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, decisions, kept_decisions, quarantine, roles, rows
from recruiter_kit.workflow.withdrawing import withdraw

Kind = Literal["new", "changed", "same"]
PARTS = ("stage", "candidate", "decision", "scorecards")


def packed(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the bytes to keep for files read together: of one file its own, of several a zip.

    The same files give the same bytes in any order, so that they count as imported before.
    """
    if len(files) == 1:
        return files[0][1]
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(files):
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return kept.getvalue()


class ImportResult(NamedTuple):
    """How many applications are new, changed (now pending) and the same; how many sentences were set apart.

    `import_id` is the import's number, None as long as nothing was kept.
    """

    new: int
    changed: int
    same: int
    apart: int
    import_id: int | None


class Pending(NamedTuple):
    """An application that a newer import describes differently, and in which parts."""

    application: str
    candidate: str
    parts: tuple[str, ...]
    newer: Application
    import_id: int


def compare(db: Database, bundle: Bundle) -> ImportResult:
    """Return what keep_import would do, and change nothing."""
    kinds = kinds_of(db, bundle)
    new = [application for application in bundle.applications if kinds[application.id] == "new"]
    apart = sum(1 for application in new for _ in quarantine.find(application))
    found = list(kinds.values())
    return ImportResult(len(new), found.count("changed"), found.count("same"), apart, None)


def kinds_of(db: Database, bundle: Bundle) -> dict[str, Kind]:
    """Return by application whether it is new, changed, or the same as what is here or waits already."""
    roles = _changed_roles(db, bundle)
    return {
        application.id: _compared(db, application, application.role in roles)[0]
        for application in bundle.applications
    }


def keep_import(
    db: Database,
    bundle: Bundle,
    source_bytes: bytes,
    file_name: str,
    by: str,
    progress: Callable[[int], None] | None = None,
) -> ImportResult:
    """Keep a bundle with the bytes it was read from; `progress` is told how many applications are done.

    New applications and roles are added; changed ones wait to be accepted; ones that are the same, or whose
    same change waits already, count as the same. All or nothing.
    """
    digest = sha256(source_bytes).hexdigest()
    apart = _set_apart(db, bundle, progress)
    with transaction(db):
        known = db.execute("SELECT id FROM imports WHERE sha256 = ?", (digest,)).fetchone()
        import_id = known[0] if known else keep_source(db, source_bytes, file_name, by, "file")
        roles = _changed_roles(db, bundle)
        for role in bundle.roles:
            _keep_role(db, role, import_id, by)
        counted = {"new": 0, "changed": 0, "same": 0, "apart": 0}
        for application in bundle.applications:
            kind = _keep(db, application, import_id, application.role in roles, apart.get(application.id))
            counted[kind] += 1
            counted["apart"] += len(apart.get(application.id, ())) if kind == "new" else 0
        if not known or counted["new"] or counted["changed"]:
            audit.record(db, by, Event.IMPORTED, None, import_id=import_id, sha256=digest, **counted)
    return ImportResult(**counted, import_id=import_id)


def _set_apart(
    db: Database, bundle: Bundle, progress: Callable[[int], None] | None
) -> dict[str, list[quarantine.Place]]:
    """Return what is set apart of each application that is new, found before anybody has to wait for it."""
    here = {id for (id,) in db.execute("SELECT id FROM applications")}
    found = {}
    for done, application in enumerate(bundle.applications, start=1):
        if application.id not in here:
            found[application.id] = list(quarantine.find(application))
        if progress:
            progress(done)
    return found


def keep_source(db: Database, content: bytes, file_name: str, by: str, source_format: str) -> int:
    """Keep the bytes that something was read from, and return the import's number."""
    row = db.execute(
        "INSERT INTO imports (file_name, sha256, format, content, read_at, by) VALUES (?, ?, ?, ?, ?, ?)",
        (file_name, sha256(content).hexdigest(), source_format, content, to_text(now()), by),
    )
    return int(row.lastrowid or 0)


def pending(db: Database) -> list[Pending]:
    """Return the changes that wait to be accepted, in the order of their finding."""
    rows = db.execute(
        "SELECT p.application, a.candidate_name, p.changed, p.json, p.import_id FROM pending_changes p"
        " JOIN applications a ON a.id = p.application ORDER BY p.found_at, p.application"
    )
    return [
        Pending(id, name, tuple(json.loads(parts)), Application.model_validate_json(newer), import_id)
        for id, name, parts, newer, import_id in rows
    ]


def accept_changes(
    db: Database, application_id: str, by: str, note: str = "", seen: int | None = None
) -> Application:
    """Take over what a newer import says, and take away the approval of words that rest on the older.

    `seen` is the import that the person looked at, whatever waits now unless said.

    A decision recorded here stays when the import has none. Changed role criteria come with it. Raises
    NotFoundError when nothing waits, StoreError when the decision may not change, or not without a note, when
    a decision on this or another application for the role would lose what it rests on (kept_decisions), and
    when another import than `seen` waits.
    """
    with transaction(db):
        changed, newer, import_id = _waiting(db, application_id)
        if seen not in (None, import_id):
            raise StoreError.of("store_change_newer")
        before = applications.application(db, application_id)
        newer = newer.model_copy(update={"decision": newer.decision or before.decision})
        decisions.may_change(db, application_id)
        _refuse_losses(db, before, newer, note)
        _accept_role(db, newer.role, by, note)
        withdraw(db, application_id)
        db.execute("DELETE FROM pending_changes WHERE application = ?", (application_id,))
        rows.replace(db, rows.with_written(newer, before), import_id)
        audit.record(
            db,
            by,
            Event.CHANGE_ACCEPTED,
            application_id,
            parts=changed,
            import_id=import_id,
            note=bool(note.strip()),
        )
    return newer


def refuse_changes(db: Database, application_id: str, by: str) -> None:
    """Leave the application as it is; raises NotFoundError when nothing waits."""
    with transaction(db):
        changed, *_ = _waiting(db, application_id)
        db.execute("DELETE FROM pending_changes WHERE application = ?", (application_id,))
        audit.record(db, by, Event.CHANGE_REFUSED, application_id, parts=changed)


def _waiting(db: Database, application_id: str) -> tuple[list[str], Application, int]:
    row = db.execute(
        "SELECT changed, json, import_id FROM pending_changes WHERE application = ?", (application_id,)
    ).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_change", application=application_id)
    return json.loads(row[0]), Application.model_validate_json(row[1]), row[2]


def _keep_role(db: Database, role: Role, import_id: int, by: str) -> None:
    written = role.model_dump_json()
    row = db.execute("SELECT json FROM roles WHERE id = ?", (role.id,)).fetchone()
    if row is None:
        roles.insert_role(db, role, by)
    elif row[0] != written:
        db.execute("INSERT OR REPLACE INTO pending_roles VALUES (?, ?, ?)", (role.id, import_id, written))


def _refuse_losses(db: Database, before: Application, newer: Application, note: str) -> None:
    """Raise StoreError when a decision on record would be replaced or lose what it rests on (R1)."""
    kept_decisions.refuse_replaced(before, newer, applications.role(db, before.role), note)
    here = applications.role(db, newer.role)
    waiting = db.execute("SELECT json FROM pending_roles WHERE role = ?", (newer.role,)).fetchone()
    newer_role = Role.model_validate_json(waiting[0]) if waiting else here
    kept_decisions.refuse_without_criteria(db, newer, here, newer_role, note)
    kept_decisions.refuse_unrated(before, rows.with_written(newer, before), here, note)


def _accept_role(db: Database, role_id: str, by: str, note: str) -> None:
    row = db.execute("SELECT json FROM pending_roles WHERE role = ?", (role_id,)).fetchone()
    if row:
        roles.replace_role(db, Role.model_validate_json(row[0]), by, note)
        db.execute("DELETE FROM pending_roles WHERE role = ?", (role_id,))


def _keep(
    db: Database,
    newer: Application,
    import_id: int,
    role_changed: bool,
    apart: Sequence[quarantine.Place] | None,
) -> Kind:
    """Keep one application, with what is set apart of it when it is new; return what it was."""
    kind, changed = _compared(db, newer, role_changed)
    if kind == "new":
        rows.insert(db, newer, import_id, apart)
    elif not changed:
        # The source is back to what is here: an older change that still waits is out of date.
        db.execute("DELETE FROM pending_changes WHERE application = ?", (newer.id,))
    elif kind == "changed":
        db.execute(
            "INSERT OR REPLACE INTO pending_changes VALUES (?, ?, ?, ?, ?)",
            (newer.id, import_id, newer.model_dump_json(), json.dumps(changed), to_text(now())),
        )
    return kind


def _compared(db: Database, newer: Application, role_changed: bool) -> tuple[Kind, list[str]]:
    """Return "new", "changed" or "same" (as a change that waits already is), and the parts that differ."""
    if not db.execute("SELECT 1 FROM applications WHERE id = ?", (newer.id,)).fetchone():
        return "new", []
    here = applications.application(db, newer.id)
    changed = _differing(here, rows.with_written(newer, here), role_changed)
    known = db.execute("SELECT json FROM pending_changes WHERE application = ?", (newer.id,)).fetchone()
    waits = known is not None and known[0] == newer.model_dump_json()
    return ("changed" if changed and not waits else "same"), changed


def _differing(here: Application, newer: Application, role_changed: bool) -> list[str]:
    parts = [part for part in PARTS if getattr(here, part) != getattr(newer, part)]
    if newer.decision is None and "decision" in parts:
        # An export without decisions does not take back one that was recorded here.
        parts.remove("decision")
    return ["role", *parts] if role_changed or here.role != newer.role else parts


def _changed_roles(db: Database, bundle: Bundle) -> set[str]:
    """Return the ids of the roles that are here with other criteria or texts."""
    here = dict(db.execute("SELECT id, json FROM roles").fetchall())
    return {
        role.id
        for role in bundle.roles
        if here.get(role.id, role.model_dump_json()) != role.model_dump_json()
    }
