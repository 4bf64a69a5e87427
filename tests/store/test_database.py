"""The database file: made, migrated, refused when newer, backed up, all or nothing."""

import sqlite3
from pathlib import Path

import pytest

from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import backup, open_store, transaction


def test_a_new_store_has_its_tables_and_is_strict(tmp_path: Path) -> None:
    db = open_store(tmp_path / "new" / "recruiter-kit.db")
    tables = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    assert {"imports", "applications", "feedback", "tellings", "outbox", "users", "audit"} <= set(tables)
    assert all(sql.endswith("STRICT") for name, sql in tables.items() if not name.startswith("sqlite_"))
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "recruiter-kit.db"
    first = list(open_store(path).execute("SELECT * FROM migrations"))
    assert first
    assert list(open_store(path).execute("SELECT * FROM migrations")) == first


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recruiter-kit.db"
    open_store(path).execute("INSERT INTO migrations VALUES ('999_later.sql', '')")
    with pytest.raises(StoreError, match="newer version of Recruiter Kit"):
        open_store(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recruiter-kit.db"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match=r"recruiter-kit\.db cannot be used"):
        open_store(path)


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    db = open_store(tmp_path / "recruiter-kit.db")

    def half() -> None:
        with transaction(db):
            db.execute("INSERT INTO roles VALUES ('r1', 'Data Engineer', '{}')")
            with transaction(db):
                db.execute("INSERT INTO roles VALUES ('r2', 'Data Engineer', '{}')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert db["roles"].count == 0


def test_an_application_needs_its_role_and_its_import(tmp_path: Path) -> None:
    db = open_store(tmp_path / "recruiter-kit.db")
    columns = "id, import_id, role, candidate, scorecards, changed_at, candidate_name, candidate_name_folded"
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute(
            f"INSERT INTO applications ({columns}, status)"
            " VALUES ('a1', 1, 'r1', '{}', '[]', '', '', '', 'undecided')"
        )


def test_a_backup_is_one_whole_file_made_while_others_write(tmp_path: Path) -> None:
    db = open_store(tmp_path / "recruiter-kit.db")
    db.execute("INSERT INTO roles VALUES ('r1', 'Data Engineer', '{}')")
    with transaction(open_store(tmp_path / "recruiter-kit.db")):
        backup(db, tmp_path / "copy.db")
    assert sorted(each.name for each in tmp_path.glob("copy*")) == ["copy.db"]
    assert open_store(tmp_path / "copy.db")["roles"].count == 1


def test_a_backup_into_nowhere_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"copy\.db could not be written"):
        backup(open_store(tmp_path / "recruiter-kit.db"), tmp_path / "missing" / "copy.db")
