"""The audit log: everything is on record, nothing in it can be changed unseen."""

import sqlite3
from pathlib import Path

import pytest

from recruiter_kit.store import audit
from recruiter_kit.store.database import open_store
from recruiter_kit.store.events import Event
from recruiter_kit.workflow.tellings import record_telling
from tests.workflow.build import INES, applied, approved, store


def test_what_was_done_is_on_record_without_the_candidate_s_name(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    record_telling(db, "a1", "phone", "reached", INES)
    assert [each.what for each in audit.entries(db)] == ["told", "approved", "draft saved", "imported"]
    assert not any("Silva" in str(each) for each in audit.entries(db))
    assert audit.verify(db).broken_at is None


@pytest.mark.parametrize("change", ["UPDATE audit SET by = 'nobody'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_the_log(tmp_path: Path, change: str) -> None:
    db = store(tmp_path, applied())
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(change)


@pytest.mark.parametrize(
    ("change", "broken_at"),
    [
        ("UPDATE audit SET by = 'nobody' WHERE seq = 2", 2),
        ("""UPDATE audit SET detail = '{"n": 9}' WHERE seq = 3""", 3),
        ("DELETE FROM audit WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 3", 3),
        ("UPDATE audit SET application = NULL WHERE seq = 1", 1),
    ],
)
def test_a_line_changed_behind_its_back_is_found(tmp_path: Path, change: str, broken_at: int) -> None:
    db = open_store(tmp_path / "recruiter-kit.db")
    for number in range(3):
        audit.record(db, INES, Event.CLAIMED, "a1", n=number)
    assert audit.verify(db).broken_at is None
    db.execute("DROP TRIGGER audit_no_update")
    db.execute("DROP TRIGGER audit_no_delete")
    db.execute(change)
    assert audit.verify(db).broken_at == broken_at
