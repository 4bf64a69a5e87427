"""Imports: what was read from a file, kept unchanged, and what a newer file says differently.

A file that was imported before changes nothing. An application that is here already is never changed by an
import: what is new in it waits in pending_changes until a person accepts it.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from recruiter_kit.errors import NotFoundError
from recruiter_kit.model import Application, Bundle, Role
from recruiter_kit.store import applications, audit, status
from recruiter_kit.store.database import Database, now, to_text, transaction
from recruiter_kit.store.withdrawing import withdraw

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
    """How many applications were new, changed (now pending) and the same, and the import's number."""

    new: int
    changed: int
    same: int
    import_id: int


class Pending(NamedTuple):
    """An application that a newer import describes differently, and in which parts."""

    application: str
    candidate: str
    parts: tuple[str, ...]
    newer: Application
    import_id: int


def keep_import(
    db: Database, bundle: Bundle, source_bytes: bytes, file_name: str, by: str, source_format: str = "file"
) -> ImportResult:
    """Keep a bundle with the bytes it was read from.

    New applications and roles are added; changed ones wait to be accepted; ones that are the same, or whose
    same change waits already, count as the same. All or nothing.
    """
    digest = sha256(source_bytes).hexdigest()
    with transaction(db):
        if known := db.execute("SELECT id FROM imports WHERE sha256 = ?", (digest,)).fetchone():
            return ImportResult(0, 0, len(bundle.applications), known[0])
        row = db.execute(
            "INSERT INTO imports (file_name, sha256, format, content, read_at, by) VALUES (?, ?, ?, ?, ?, ?)",
            (file_name, digest, source_format, source_bytes, to_text(now()), by),
        )
        import_id = int(row.lastrowid or 0)
        for role in bundle.roles:
            _keep_role(db, role, import_id)
        kept = [_keep(db, each, import_id) for each in bundle.applications]
        result = ImportResult(kept.count("new"), kept.count("changed"), kept.count("same"), import_id)
        counted = {"new": result.new, "changed": result.changed, "same": result.same}
        audit.record(db, by, "imported", None, import_id=import_id, sha256=digest, **counted)
    return result


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


def accept_changes(db: Database, application_id: str, by: str, note: str = "") -> Application:
    """Take over what a newer import says, and take away the approval of words that rest on the older.

    A decision recorded here stays when the import has none. Changed role criteria come with it. Raises
    NotFoundError when nothing waits, StoreError when the decision may not change, or not without a note.
    """
    with transaction(db):
        changed, newer = _waiting(db, application_id)
        before = applications.application(db, application_id)
        newer = newer.model_copy(update={"decision": newer.decision or before.decision})
        if before.decision and newer.decision != before.decision:
            applications.may_decide(db, application_id, note)
        import_id = db.execute(
            "SELECT import_id FROM pending_changes WHERE application = ?", (application_id,)
        ).fetchone()[0]
        _accept_role(db, newer.role)
        db.execute(
            "UPDATE applications SET import_id = ?, role = ?, stage = ?, candidate = ?, candidate_name = ?,"
            " candidate_name_folded = ?, decision = ?, scorecards = ?, changed_at = ? WHERE id = ?",
            (import_id, newer.role, newer.stage, *_columns(newer), to_text(now()), application_id),
        )
        withdraw(db, application_id)
        db.execute("DELETE FROM pending_changes WHERE application = ?", (application_id,))
        status.refresh(db, application_id)
        audit.record(db, by, "change accepted", application_id, parts=changed, import_id=import_id)
    return newer


def refuse_changes(db: Database, application_id: str, by: str) -> None:
    """Leave the application as it is; raises NotFoundError when nothing waits."""
    with transaction(db):
        changed, _ = _waiting(db, application_id)
        db.execute("DELETE FROM pending_changes WHERE application = ?", (application_id,))
        audit.record(db, by, "change refused", application_id, parts=changed)


def _waiting(db: Database, application_id: str) -> tuple[list[str], Application]:
    row = db.execute(
        "SELECT changed, json FROM pending_changes WHERE application = ?", (application_id,)
    ).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_change", application=application_id)
    return json.loads(row[0]), Application.model_validate_json(row[1])


def _keep_role(db: Database, role: Role, import_id: int) -> None:
    written = role.model_dump_json()
    row = db.execute("SELECT json FROM roles WHERE id = ?", (role.id,)).fetchone()
    if row is None:
        db.execute("INSERT INTO roles VALUES (?, ?, ?)", (role.id, role.title, written))
    elif row[0] != written:
        db.execute("INSERT OR REPLACE INTO pending_roles VALUES (?, ?, ?)", (role.id, import_id, written))


def _accept_role(db: Database, role_id: str) -> None:
    row = db.execute("SELECT json FROM pending_roles WHERE role = ?", (role_id,)).fetchone()
    if row:
        title = json.loads(row[0])["title"]
        db.execute("UPDATE roles SET title = ?, json = ? WHERE id = ?", (title, row[0], role_id))
        db.execute("DELETE FROM pending_roles WHERE role = ?", (role_id,))


def _keep(db: Database, newer: Application, import_id: int) -> str:
    if not db.execute("SELECT 1 FROM applications WHERE id = ?", (newer.id,)).fetchone():
        db.execute(
            "INSERT INTO applications (id, import_id, role, stage, candidate, candidate_name,"
            " candidate_name_folded, decision, scorecards, changed_at, status, next_step)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'undecided', 'decide')",
            (newer.id, import_id, newer.role, newer.stage, *_columns(newer), to_text(now())),
        )
        status.refresh(db, newer.id)
        return "new"
    changed = _differing(
        applications.application(db, newer.id), newer, _role_changed(db, newer.role, import_id)
    )
    if not changed:
        # The source is back to what is here: an older change that still waits is out of date.
        db.execute("DELETE FROM pending_changes WHERE application = ?", (newer.id,))
        return "same"
    written = newer.model_dump_json()
    known = db.execute("SELECT json FROM pending_changes WHERE application = ?", (newer.id,)).fetchone()
    if known and known[0] == written:
        return "same"
    db.execute(
        "INSERT OR REPLACE INTO pending_changes VALUES (?, ?, ?, ?, ?)",
        (newer.id, import_id, written, json.dumps(changed), to_text(now())),
    )
    return "changed"


def _differing(here: Application, newer: Application, role_changed: bool) -> list[str]:
    parts = [each for each in PARTS if getattr(here, each) != getattr(newer, each)]
    if newer.decision is None and "decision" in parts:
        # An export without decisions does not take back one that was recorded here.
        parts.remove("decision")
    return ["role", *parts] if role_changed or here.role != newer.role else parts


def _role_changed(db: Database, role_id: str, import_id: int) -> bool:
    found = db.execute(
        "SELECT 1 FROM pending_roles WHERE role = ? AND import_id = ?", (role_id, import_id)
    ).fetchone()
    return found is not None


def _columns(newer: Application) -> tuple[str, str, str, str | None, str]:
    name = newer.candidate.full_name
    return (
        newer.candidate.model_dump_json(),
        name,
        name.casefold(),
        newer.decision.model_dump_json() if newer.decision else None,
        json.dumps([each.model_dump(mode="json") for each in newer.scorecards]),
    )
