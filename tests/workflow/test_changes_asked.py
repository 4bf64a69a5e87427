"""Changes that were asked for: answered before anybody approves, or taken back."""

from pathlib import Path

import pytest

from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.people import users
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import changes_asked, holds, status, versions
from recruiter_kit.workflow.approval import approvals, approve, ask_for_changes
from recruiter_kit.workflow.status import Status
from tests.workflow.build import INES, OMAR, applied, feedback, store

GRACE = "grace@example.org"
OTHER = "We are not offering you the role."


@pytest.fixture
def db(tmp_path: Path) -> Database:
    """A first version, to which Grace Adeyemi has asked for changes."""
    db = store(tmp_path, applied(), applied("a2"))
    users.add(db, "Grace Adeyemi", GRACE, "approver", "terminal")
    versions.save_draft(db, feedback(), INES, 0)
    ask_for_changes(db, "a1", 1, GRACE, "Say what was seen.")
    return db


def asked(db: Database) -> int:
    (one,) = changes_asked.waiting(db, "a1")
    return one.id


def test_a_version_that_changes_were_asked_of_is_not_approved_by_anybody(db: Database) -> None:
    for by in (OMAR, INES, GRACE):
        with pytest.raises(StoreError, match="Grace Adeyemi asked for changes: answer first"):
            approve(db, "a1", 1, by)
    assert versions.newest(db, "a1").state == "changes_asked"


def test_a_later_version_is_not_approved_before_the_request_is_answered(db: Database) -> None:
    versions.save_draft(db, feedback(text=OTHER), INES, 1)
    assert status.of(db, "a1") is Status.CHANGES_ASKED
    with pytest.raises(StoreError, match="answer first"):
        approve(db, "a1", 2, OMAR)
    changes_asked.answer(db, "a1", asked(db), "Said it in the first line.", INES, changed=True)
    assert status.of(db, "a1") is Status.DRAFT
    assert approve(db, "a1", 2, OMAR) == "approved"


def test_the_answer_is_there_for_the_one_who_asked(db: Database) -> None:
    versions.save_draft(db, feedback(text=OTHER), INES, 1)
    changes_asked.answer(db, "a1", asked(db), " Said it in the first line. ", OMAR, changed=True)
    (said,) = approvals(db, "a1")
    assert (said.answer, said.answered_by, said.answered_in) == ("Said it in the first line.", OMAR, 2)
    assert said.answered_at is not None
    assert not said.waits


def test_why_not_lets_the_same_version_be_approved(db: Database) -> None:
    changes_asked.answer(db, "a1", asked(db), "It is what the note says.", INES, changed=False)
    assert versions.newest(db, "a1").state == "draft"
    assert approve(db, "a1", 1, OMAR) == "approved"
    assert approvals(db, "a1")[0].answered_in is None


@pytest.mark.parametrize("saved", [False, True])
def test_nothing_changed_is_no_answer_that_says_it_was(db: Database, saved: bool) -> None:
    if saved:
        versions.save_draft(db, feedback(), INES, 1)
    with pytest.raises(StoreError, match="no word has changed since"):
        changes_asked.answer(db, "a1", asked(db), "Done.", INES, changed=True)


def test_an_answer_has_words(db: Database) -> None:
    with pytest.raises(StoreError, match="say what you changed, or why not"):
        changes_asked.answer(db, "a1", asked(db), " ", INES, changed=False)


def test_everybody_who_asked_gets_an_answer(db: Database) -> None:
    ask_for_changes(db, "a1", 1, OMAR, "Shorter.")
    first, second = changes_asked.waiting(db, "a1")
    changes_asked.answer(db, "a1", first.id, "It is in the note.", INES, changed=False)
    assert versions.newest(db, "a1").state == "changes_asked"
    with pytest.raises(StoreError, match=OMAR):
        approve(db, "a1", 1, INES)
    changes_asked.answer(db, "a1", second.id, "It is short.", INES, changed=False)
    assert approve(db, "a1", 1, OMAR) == "approved"


def test_whoever_asked_may_take_it_back_and_nobody_else(db: Database) -> None:
    with pytest.raises(StoreError, match="only the person who asked"):
        changes_asked.take_back(db, "a1", asked(db), INES)
    changes_asked.take_back(db, "a1", asked(db), GRACE)
    assert approve(db, "a1", 1, GRACE) == "approved"
    with pytest.raises(StoreError, match="answered or taken back already"):
        changes_asked.take_back(db, "a1", approvals(db, "a1")[0].id, GRACE)


def test_a_request_is_answered_once_and_on_its_own_application(db: Database) -> None:
    id = asked(db)
    with pytest.raises(NotFoundError):
        changes_asked.answer(db, "a2", id, "No.", INES, changed=False)
    changes_asked.answer(db, "a1", id, "No.", INES, changed=False)
    with pytest.raises(StoreError, match="answered or taken back already"):
        changes_asked.answer(db, "a1", id, "No, again.", INES, changed=False)
    approve(db, "a1", 1, OMAR)
    approved = approvals(db, "a1")[1].id
    with pytest.raises(NotFoundError):
        changes_asked.answer(db, "a1", approved, "No.", INES, changed=False)


def test_on_hold_nothing_is_answered_nor_taken_back(db: Database) -> None:
    holds.hold(db, "a1", INES, "Her age.")
    id = asked(db)
    with pytest.raises(StoreError, match="on hold"):
        changes_asked.answer(db, "a1", id, "No.", INES, changed=False)
    with pytest.raises(StoreError, match="on hold"):
        changes_asked.take_back(db, "a1", id, GRACE)


def test_the_log_has_who_answered_and_no_word_of_it(db: Database) -> None:
    changes_asked.answer(db, "a1", asked(db), "It is what the note says.", INES, changed=False)
    line = audit.entries(db)[0]
    assert (line.what, line.by, line.detail) == ("changes answered", INES, {"version": None})


def test_what_stopped_nobody_before_this_release_stops_nobody_after_it(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2"))
    for id in ("a1", "a2"):
        versions.save_draft(db, feedback(applied(id)), INES, 0)
        ask_for_changes(db, id, 1, OMAR, "Say what was seen.")
    versions.save_draft(db, feedback(text=OTHER), INES, 1)
    for column in ("answer", "answered_by", "answered_at", "answered_in"):
        db.execute(f"ALTER TABLE approvals DROP COLUMN {column}")
    db.execute("DROP TABLE comments")
    db.execute("DELETE FROM migrations WHERE name = '021_comments.sql'")
    db.conn.close()
    db = open_store(tmp_path / "recruiter-kit.db")
    assert changes_asked.waiting(db, "a1") == []
    assert [each.version for each in changes_asked.waiting(db, "a2")] == [1]
