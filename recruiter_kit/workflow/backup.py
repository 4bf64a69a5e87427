"""A backup of a whole installation, and the way back to it.

In: an installation and a ZIP file. Out: in it the database and everything that the organisation has written
itself: standard, mail and sign-in settings, rules, shorthand, templates, logo. Passwords of servers are not
in these files. The key that signs sessions is left out, so that a restore signs everybody out.
"""

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, is_zipfile

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.files.whole import make_folder
from recruiter_kit.installation import Installation
from recruiter_kit.messages import say
from recruiter_kit.store import audit, database
from recruiter_kit.store.database import BUSY_SECONDS, Database, open_store, refuse_newer, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import outbox

UNREADABLE = (OSError, EOFError, BadZipFile, zlib.error, sqlite3.DatabaseError, RuntimeError)
"""What reading a damaged backup raises: RuntimeError where it is encrypted or compressed in another way."""
MOST_SETTINGS = 200_000_000
"""Bytes of settings that a backup may unpack to: a logo has half a megabyte, templates a few kilobytes."""


def back_up(installation: Installation, target: Path, by: str) -> None:
    """Write everything in `installation` into the ZIP file `target`, whole or not at all, while work goes on.

    Raises StoreError when it cannot be written.
    """
    db = open_store(installation.database)
    try:
        _write(installation, db, target)
        audit.record(db, by, Event.BACKED_UP)
    finally:
        db.conn.close()


def restore(installation: Installation, source: Path, by: str) -> Path | None:
    """Put the backup `source` instead of what is in `installation`, and return where that is saved now.

    None is returned where there was nothing. A backup of the first release is a database alone: then the
    settings stay as they are. Mail that had not left when the backup was made may have left since: a person
    looks before it goes on. Raises StoreError, with nothing changed, when it is damaged, is not a backup or
    was written by a newer program, and when the database is being written to.
    """
    make_folder(installation.folder)
    with TemporaryDirectory(prefix=".restore-", dir=installation.folder) as temporary:
        unpacked = Installation(Path(temporary))
        whole = _unpack(source, unpacked)
        before = _save_what_is_there(installation)
        try:
            _put_database(installation, unpacked)
        except sqlite3.Error as error:
            raise StoreError.of("restore_failed", file=source.name, reason=str(error)) from error
        if whole:
            _put_settings(installation, unpacked)
    with closing(open_store(installation.database).conn) as connection:
        _look_first(Database(connection), by)
    return before


def _write(installation: Installation, db: Database, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        with TemporaryDirectory(prefix=".backup-", dir=target.parent) as temporary:
            copy = Path(temporary) / installation.database.name
            database.backup(db, copy)
            part.touch(mode=0o600)
            with ZipFile(part, "w", ZIP_DEFLATED) as archive:
                archive.write(copy, copy.name)
                for file in _own_files(installation):
                    archive.write(file, file.relative_to(installation.folder).as_posix())
        part.replace(target)
    except OSError as error:
        raise StoreError.of("backup_failed", file=target.name, reason=error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _own_files(installation: Installation) -> Iterator[Path]:
    for setting in installation.settings:
        files = sorted(setting.rglob("*")) if setting.is_dir() else [setting]
        yield from (file for file in files if file.is_file())


def _unpack(source: Path, into: Installation) -> bool:
    """Unpack and check a backup; False when it is a database alone, without settings."""
    whole = is_zipfile(source)
    try:
        if whole:
            with ZipFile(source) as archive:
                _extract(archive, into)
        else:
            shutil.copyfile(source, into.database)
        with closing(sqlite3.connect(into.database)) as copy:
            _check(copy, source.name)
    except UNREADABLE as error:
        raise StoreError.of("restore_damaged", file=source.name) from error
    return whole


def _extract(archive: ZipFile, into: Installation) -> None:
    """Extract what a backup holds and nothing else: a name that leads elsewhere makes it none."""
    roots = {setting.name for setting in into.settings}
    size = 0
    for member in archive.infolist():
        path = PurePosixPath(member.filename)
        if member.filename != into.database.name:
            size += member.file_size
            if (
                path.is_absolute()
                or ".." in path.parts
                or not roots & {*path.parts[:1]}
                or size > MOST_SETTINGS
            ):
                raise BadZipFile
    archive.extractall(into.folder)


def _check(backed_up: sqlite3.Connection, file: str) -> None:
    sound = backed_up.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    known = backed_up.execute("SELECT 1 FROM migrations LIMIT 1").fetchone()
    if not sound or not known:
        raise StoreError.of("restore_damaged", file=file)
    refuse_newer(Database(backed_up), file)


def _save_what_is_there(installation: Installation) -> Path | None:
    if not installation.database.exists():
        return None
    before = installation.folder / f"before-restore-{now():%Y%m%d-%H%M%S}.zip"
    with closing(open_store(installation.database).conn) as connection:
        _write(installation, Database(connection), before)
    return before


def _put_database(installation: Installation, unpacked: Installation) -> None:
    """Copy into the file that is there, so that an app that has it open sees the backup at once."""
    with (
        closing(sqlite3.connect(unpacked.database)) as backed_up,
        closing(sqlite3.connect(installation.database, timeout=BUSY_SECONDS)) as target,
    ):
        backed_up.backup(target)


def _put_settings(installation: Installation, unpacked: Installation) -> None:
    for setting, backed_up in zip(installation.settings, unpacked.settings, strict=True):
        if setting.is_dir():
            shutil.rmtree(setting)
        else:
            setting.unlink(missing_ok=True)
        if backed_up.exists():
            shutil.move(backed_up, setting)


def _look_first(db: Database, by: str) -> None:
    with transaction(db):
        for mail in outbox.waiting(db):
            outbox.take(db, mail)
            outbox.left_unsure(db, mail.id, say("mail_restored"))
        db.execute("DELETE FROM sessions")
        audit.record(db, by, Event.RESTORED)
