"""Notices: mail to colleagues, put once, tried again, gone when their application goes."""

from datetime import timedelta
from pathlib import Path

from recruiter_kit.clock import now
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import notices
from tests.workflow.build import applied, store

RAVI = "ravi@example.org"


def put(db: Database, key: str = "ask:1", minutes: int = 0) -> bool:
    at = now() + timedelta(minutes=minutes)
    return notices.put(db, "ask", key, RAVI, "A question", "One note of yours", application="a1", at=at)


def test_a_notice_with_the_same_key_is_put_once(tmp_path: Path) -> None:
    db = store(tmp_path, applied())
    assert put(db)
    assert not put(db)
    assert len(notices.of(db, "ask:")) == 1


def test_a_notice_that_one_worker_has_is_not_taken_by_another_until_it_had_time(tmp_path: Path) -> None:
    db = store(tmp_path, applied())
    put(db)
    put(db, "ask:2", minutes=10)
    taken = notices.take(db, now())
    assert taken is not None
    assert taken.text == "One note of yours"
    assert notices.take(db, now()) is None
    again = notices.take(db, now() + notices.LEASE)
    assert again is not None
    assert again.id == taken.id


def test_the_text_of_a_notice_goes_once_it_was_sent_or_cancelled(tmp_path: Path) -> None:
    db = store(tmp_path, applied())
    put(db)
    put(db, "ask:2")
    notices.sent(db, notices.of(db, "ask:1")[0].id)
    assert notices.cancel(db, "ask:") == 1
    assert [(each.state, each.text) for each in notices.of(db, "ask:")] == [("sent", ""), ("cancelled", "")]


def test_a_notice_goes_with_its_application(tmp_path: Path) -> None:
    db = store(tmp_path, applied())
    put(db)
    db.execute("DELETE FROM applications WHERE id = ?", ("a1",))
    assert notices.of(db, "") == []
