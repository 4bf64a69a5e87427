"""The database file: opened, brought up to date, backed up.

In: a path. Out: a sqlite_utils.Database in WAL with foreign keys on. Each statement is a transaction of its
own unless it is inside `with transaction(db):`. A connection belongs to the thread that opened it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from sqlite_utils import Database

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.files.whole import make_folder
from recruiter_kit.store.folding import folded, name_words

__all__ = [
    "Database",
    "DatabaseError",
    "backup",
    "from_text",
    "open_store",
    "refuse_newer",
    "to_text",
    "transaction",
]

DatabaseError = sqlite3.Error
BUSY_SECONDS = 10
RECORDED = "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT"


def open_store(path: Path) -> Database:
    """Open the database at `path`, made and migrated where needed.

    Raises StoreError when the file is not a database, cannot be opened or was written by a newer program, and
    InputError when its folder cannot be made.
    """
    make_folder(path.parent)
    try:
        # Readable by its owner only; the -wal and -shm beside it take this over.
        path.touch(mode=0o600)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.create_function("folded", 1, folded, deterministic=True)
        connection.create_function("name_words", 1, name_words, deterministic=True)
        db = Database(connection)
        db.execute("PRAGMA foreign_keys = ON")
        if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            db.execute("PRAGMA journal_mode = WAL")
        # NORMAL could lose the last transactions when the power fails, and with them that a mail was sent.
        db.execute("PRAGMA synchronous = FULL")
        _migrate(db, path.name)
    except (OSError, sqlite3.DatabaseError) as error:
        raise StoreError.of("store_unusable", file=path.name, reason=str(error)) from error
    return db


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Do everything inside or nothing, with the right to write taken at once; inner ones join the outer."""
    if db.conn.in_transaction:
        yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself when the disk is full.
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise


def backup(db: Database, target: Path) -> None:
    """Copy the whole database to `target` while others go on working; an older copy there is replaced.

    Raises StoreError when the copy cannot be written.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            db.conn.backup(copy)
            # One file that can be carried away, without a -wal beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        part.chmod(0o600)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError.of("backup_failed", file=target.name, reason=str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def to_text(at: datetime) -> str:
    """Return a time as it is kept: UTC, milliseconds, always equally long."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def from_text(text: str) -> datetime:
    """Return the time that to_text wrote."""
    return datetime.fromisoformat(text)


def _migrate(db: Database, file: str) -> None:
    known = _known()
    if _applied(db) == known:
        return
    with transaction(db):
        db.execute(RECORDED)
        refuse_newer(db, file)
        applied = _applied(db)
        for name in known:
            if name not in applied:
                _apply(db, name)


def refuse_newer(db: Database, file: str) -> None:
    """Raise StoreError when the database was written by a newer program; `file` is its name."""
    if newer := sorted(set(_applied(db)) - set(_known())):
        raise StoreError.of("store_newer", file=file, migration=newer[-1])


def _known() -> list[str]:
    folder = resources.files("recruiter_kit.store").joinpath("migrations")
    return sorted(migration.name for migration in folder.iterdir() if migration.name.endswith(".sql"))


def _applied(db: Database) -> list[str]:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchone():
        return []
    return [name for (name,) in db.execute("SELECT name FROM migrations ORDER BY name")]


def _apply(db: Database, name: str) -> None:
    script = resources.files("recruiter_kit.store").joinpath("migrations", name).read_text("utf-8")
    statement = ""
    # executescript would commit the transaction first, and a failing migration would stay half done.
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    db.execute("INSERT INTO migrations VALUES (?, ?)", (name, to_text(now())))
