"""Back to a backup: the whole database, with what was there kept beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.store import audit
from recruiter_kit.store.database import BUSY_SECONDS, Database, backup, open_store, refuse_newer, transaction
from recruiter_kit.workflow import outbox


def restore(path: Path, source: Path, by: str) -> Path | None:
    """Put the backup `source` in the place of the database at `path`.

    Return where the database that was there is kept, None where there was none. Mail that had not left when
    the backup was made may have left since: a person looks before it goes on. Raises StoreError, with
    nothing changed, when the backup is damaged, none or written by a newer program, and when the database is
    being written to.
    """
    before = path.with_name(f"{path.name}.before") if path.exists() else None
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as backed_up:
            _check(backed_up, source.name)
            if before:
                with closing(open_store(path).conn) as there:
                    backup(Database(there), before)
            # Into the file that is there, so that an app that has it open sees the backup at once.
            with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as target:
                backed_up.backup(target)
    except sqlite3.Error as error:
        raise StoreError.of("restore_failed", file=source.name, reason=str(error)) from error
    with closing(open_store(path).conn) as connection:
        _look_first(Database(connection), by)
    return before


def _check(backed_up: sqlite3.Connection, file: str) -> None:
    try:
        sound = backed_up.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        known = backed_up.execute("SELECT 1 FROM migrations LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        raise StoreError.of("restore_damaged", file=file) from error
    if not sound or not known:
        raise StoreError.of("restore_damaged", file=file)
    refuse_newer(Database(backed_up), file)


def _look_first(db: Database, by: str) -> None:
    with transaction(db):
        for mail in outbox.waiting(db):
            outbox.take(db, mail)
            outbox.left_unsure(db, mail.id, say("mail_restored"))
        db.execute("DELETE FROM sessions")
        audit.record(db, by, "restored")
