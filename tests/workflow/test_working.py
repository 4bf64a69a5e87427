"""The working version: one for a stretch of editing, not one that somebody has acted on; it can be undone."""

from datetime import timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.errors import ConflictError, NotFoundError, StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text
from recruiter_kit.workflow import undoing
from recruiter_kit.workflow.approval import approve, ask_for_changes
from recruiter_kit.workflow.versions import Editor, Version, history, keep_step, newest, save_draft
from tests.workflow.build import INES, OMAR, feedback, store

NO = "We are not offering you the role. "


@pytest.fixture
def db(tmp_path: Path) -> Database:
    """Return a store with a first draft by Ines."""
    made = store(tmp_path)
    save_draft(made, feedback(), INES, 0)
    return made


def type_in(db: Database, text: str, turn: int, page: str = "page", by: str = INES) -> Version:
    """Save what somebody types on a page, and return the newest version."""
    before = newest(db, "a1")
    editor = Editor(page, turn)
    save_draft(db, feedback(text=NO + text), by, before.version, "edited", seen=before.seen, editor=editor)
    return newest(db, "a1")


def text(version: Version) -> str:
    return version.feedback.statements[0].text.removeprefix(NO)


def test_one_stretch_of_editing_is_one_version(db: Database) -> None:
    for turn in range(1, 6):
        found = type_in(db, f"We decided ({turn}).", turn)
    assert [each.version for each in history(db, "a1")] == [2, 1]
    assert (text(found), found.turn) == ("We decided (5).", 5)
    assert [each.what for each in audit.entries(db)].count("draft saved") == 2


@pytest.mark.parametrize(("page", "by"), [("another page", INES), ("page", OMAR)])
def test_another_page_or_person_makes_another_version(db: Database, page: str, by: str) -> None:
    type_in(db, "One.", 1)
    found = type_in(db, "Two.", 2, page, by)
    assert [text(each) for each in history(db, "a1")][:2] == ["Two.", "One."]
    assert found.version == 3


def test_after_an_interval_of_quiet_a_change_is_another_version(db: Database) -> None:
    type_in(db, "One.", 1)
    db.execute("UPDATE feedback SET made_at = ?", (to_text(now() - timedelta(minutes=11)),))
    db.execute("UPDATE applications SET changed_at = ?", (to_text(now() - timedelta(hours=1)),))
    assert type_in(db, "Two.", 2).version == 3


def test_what_somebody_approved_or_sent_back_is_never_changed(db: Database) -> None:
    approve(db, "a1", type_in(db, "One.", 1).version, OMAR)
    assert type_in(db, "Two.", 2).state == "draft"
    ask_for_changes(db, "a1", 3, OMAR, "Say more.")
    type_in(db, "Three.", 3)
    assert [(text(each), each.state) for each in history(db, "a1")][:3] == [
        ("Three.", "draft"),
        ("Two.", "changes_asked"),
        ("One.", "draft"),
    ]


def test_words_that_changed_under_the_approver_are_not_approved(db: Database) -> None:
    read = type_in(db, "One.", 1)
    type_in(db, "Two.", 2)
    with pytest.raises(ConflictError):
        approve(db, "a1", read.version, OMAR, seen=read.seen)
    assert approve(db, "a1", read.version, OMAR, seen=newest(db, "a1").seen) == "approved"


def test_a_request_that_comes_too_late_does_not_bring_older_words_back(db: Database) -> None:
    before = newest(db, "a1")
    type_in(db, "Newer.", 2)
    with pytest.raises(ConflictError):
        save_draft(db, feedback(text="Older."), INES, 1, seen=before.seen, editor=Editor("page", 1))
    assert text(newest(db, "a1")) == "Newer."


def test_words_older_than_the_scorecards_are_not_edited_before_somebody_looks(db: Database) -> None:
    db.execute("UPDATE applications SET changed_at = ?", (to_text(now() + timedelta(minutes=1)),))
    with pytest.raises(StoreError, match="changed since"):
        type_in(db, "One.", 1)


def back(db: Database, turn: int, by: int = -1) -> Version:
    found = newest(db, "a1")
    kept = undoing.state(db, "a1", found.version, found.step + by, found.feedback)
    keep_step(db, kept, INES, Editor("page", turn), found.step + by)
    return newest(db, "a1")


def test_states_are_undone_and_done_again_back_to_where_it_began(db: Database) -> None:
    began = text(newest(db, "a1"))
    for turn in (1, 2):
        type_in(db, f"Words {turn}.", turn)
    assert text(back(db, 3)) == "Words 1."
    first = back(db, 4)
    assert text(first) == began
    assert undoing.steps(db, "a1", first.version, first.step) == (0, 2)
    assert text(back(db, 5, 1)) == "Words 1."
    type_in(db, "Other words.", 6)
    found = newest(db, "a1")
    assert undoing.steps(db, "a1", found.version, found.step) == (2, 0)
    with pytest.raises(NotFoundError):
        back(db, 7, 1)


def test_nothing_is_kept_to_undo_once_it_is_approved_or_another_version_follows(db: Database) -> None:
    type_in(db, "One.", 1)
    type_in(db, "Two.", 1, "another page")
    assert {version for (version,) in db.execute("SELECT version FROM steps")} == {3}
    approve(db, "a1", 3, OMAR)
    assert not db.execute("SELECT 1 FROM steps").fetchall()
    with pytest.raises(ConflictError):
        keep_step(db, newest(db, "a1").feedback, INES, Editor("another page", 2), 0)


def test_undo_is_of_the_page_that_edits(db: Database) -> None:
    type_in(db, "One.", 1)
    with pytest.raises(ConflictError):
        keep_step(db, newest(db, "a1").feedback, INES, Editor("another page", 2), 0)
