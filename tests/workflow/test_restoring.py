"""Back to a backup: nothing is lost, nothing is sent twice, and what is no backup changes nothing."""

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import backup, open_store
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.applications import queue
from recruiter_kit.workflow.restoring import restore
from tests.workflow.build import INES, applied, approved, store


def test_a_backup_comes_back_and_what_was_there_is_kept(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2"))
    backup(db, tmp_path / "monday.db")
    approved(db)
    kept = restore(tmp_path / "recruiter-kit.db", tmp_path / "monday.db", INES)
    assert [each.status for each in queue(db)] == ["decided", "decided"], "an open app sees it at once"
    assert kept is not None
    assert [each.status for each in queue(open_store(kept))] == ["approved", "decided"]
    assert audit.verify(db).broken_at is None
    assert audit.entries(db)[0].what == "restored"


def test_mail_that_may_have_left_since_is_looked_at_before_it_is_sent(tmp_path: Path) -> None:
    db = store(tmp_path)
    version = approved(db)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = INES, "marta@example.org", "Your application"
    message.set_content("We are not offering you the role.")
    outbox.put(db, "a1", version, message, INES)
    backup(db, tmp_path / "monday.db")
    restore(tmp_path / "recruiter-kit.db", tmp_path / "monday.db", INES)
    assert outbox.due(db, now() + timedelta(days=1)) == []
    assert [each.why for each in outbox.troubled(db)] == [
        "a backup was put back since; was it sent? check the mailbox"
    ]
    assert [each.status for each in queue(db)] == ["mail_sending"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00 and then nothing"])
def test_what_is_no_backup_changes_nothing(tmp_path: Path, content: bytes) -> None:
    db = store(tmp_path)
    (tmp_path / "other.db").write_bytes(content)
    with pytest.raises(StoreError, match="nothing was changed"):
        restore(tmp_path / "recruiter-kit.db", tmp_path / "other.db", INES)
    assert len(queue(db)) == 1


def test_a_backup_of_a_newer_program_changes_nothing(tmp_path: Path) -> None:
    db = store(tmp_path)
    backup(db, tmp_path / "monday.db")
    newer = open_store(tmp_path / "monday.db")
    newer.execute("INSERT INTO migrations VALUES ('999_later.sql', '2030-01-01T00:00:00.000+00:00')")
    newer.conn.close()
    with pytest.raises(StoreError, match="newer version"):
        restore(tmp_path / "recruiter-kit.db", tmp_path / "monday.db", INES)
    assert not (tmp_path / "store.db.before").exists()
    assert len(queue(db)) == 1


def test_a_backup_can_be_put_where_nothing_is(tmp_path: Path) -> None:
    backup(store(tmp_path), tmp_path / "monday.db")
    assert restore(tmp_path / "new.db", tmp_path / "monday.db", INES) is None
    assert len(queue(open_store(tmp_path / "new.db"))) == 1
