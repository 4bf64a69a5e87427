"""Drafts and approvals: nothing lost between two people, nothing approved that was changed since."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.errors import ConflictError, StoreError, UndecidedError
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.workflow.applications import application, queue
from recruiter_kit.workflow.approval import approvals, approve, ask_for_changes
from recruiter_kit.workflow.decisions import record_decision
from recruiter_kit.workflow.tellings import record_telling
from recruiter_kit.workflow.versions import history, latest, save_draft, version
from tests.workflow.build import INES, OMAR, applied, approved, decided, feedback, store


def status(db: object, id: str = "a1") -> str:
    return next(each.status for each in queue(db) if each.id == id)  # type: ignore[arg-type]


def test_nothing_is_drafted_before_a_decision(tmp_path: Path) -> None:
    db = store(tmp_path, applied(decided=False))
    with pytest.raises(UndecidedError):
        save_draft(db, feedback(), INES, 0)
    record_decision(db, "a1", decided(), INES)
    assert save_draft(db, feedback(), INES, 0) == 1
    assert application(db, "a1").decision == decided()


def test_the_second_of_two_people_who_save_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    db = store(tmp_path)
    first = save_draft(db, feedback(), INES, 0)
    save_draft(db, feedback(text="We decided not to offer it."), OMAR, first)
    with pytest.raises(ConflictError, match=r"omar@example\.org has saved version 2"):
        save_draft(db, feedback(text="No."), INES, first)
    assert [each.by for each in history(db, "a1")] == [OMAR, INES]
    assert version(db, "a1", 1).feedback == feedback()


def test_an_approval_makes_the_feedback_approved(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    found = latest(db, "a1")
    assert found is not None
    assert (found.state, found.feedback.state) == ("approved", "approved")
    assert status(db) == "approved"


def test_a_letter_whose_day_to_object_is_over_is_not_approved(tmp_path: Path) -> None:
    db = store(tmp_path)
    yesterday, tomorrow = (now() + timedelta(days=days) for days in (-1, 1))
    with pytest.raises(StoreError, match="has passed"):
        approve(db, "a1", save_draft(db, to_object_by(yesterday), INES, 0), OMAR)
    assert approve(db, "a1", save_draft(db, to_object_by(tomorrow), INES, 1), OMAR) == "approved"


def to_object_by(day: datetime) -> Feedback:
    text = f"If we have a fact wrong, write to us by {day:%-d %B %Y}."
    said = Statement(id="d2", part=Part.DISPUTE, text=text, basis=Basis.STANDARD)
    return feedback().model_copy(update={"statements": (*feedback().statements, said)})


def test_a_change_after_approval_takes_it_away(tmp_path: Path) -> None:
    db = store(tmp_path)
    save_draft(db, feedback(text="We decided not to offer it."), INES, approved(db))
    assert status(db) == "draft"
    assert [each.withdrawn for each in approvals(db, "a1")] == [True]


def test_only_the_newest_version_can_be_approved(tmp_path: Path) -> None:
    db = store(tmp_path)
    first = save_draft(db, feedback(), INES, 0)
    save_draft(db, feedback(text="We decided not to offer it."), INES, first)
    with pytest.raises(ConflictError):
        approve(db, "a1", first, OMAR)


def test_where_the_standard_asks_for_it_two_people_approve(tmp_path: Path) -> None:
    db = store(tmp_path)
    first = save_draft(db, feedback(second_approver=True), INES, 0)
    assert approve(db, "a1", first, OMAR) == "draft"
    assert status(db) == "second_approval"
    with pytest.raises(StoreError, match="another person's"):
        approve(db, "a1", first, OMAR)
    with pytest.raises(StoreError, match="not approved"):
        record_telling(db, "a1", "phone", "reached", INES)
    assert approve(db, "a1", first, INES) == "approved"


def test_changes_are_asked_for_with_a_note(tmp_path: Path) -> None:
    db = store(tmp_path)
    first = approved(db)
    with pytest.raises(StoreError, match="what to change"):
        ask_for_changes(db, "a1", first, OMAR, " ")
    ask_for_changes(db, "a1", first, OMAR, "Say what was seen.")
    assert status(db) == "changes_asked"
    assert [(each.verdict, each.note) for each in approvals(db, "a1")][-1] == (
        "changes_asked",
        "Say what was seen.",
    )


def test_a_statement_without_a_source_cannot_be_approved(tmp_path: Path) -> None:
    db = store(tmp_path)
    made_up = Statement(id="x", part=Part.SEEN, text="You were late.", basis=Basis.OBSERVATION)
    first = save_draft(db, feedback().model_copy(update={"statements": (made_up,)}), INES, 0)
    with pytest.raises(StoreError, match="has no note"):
        approve(db, "a1", first, OMAR)


def test_another_decision_needs_a_note_and_a_new_approval(tmp_path: Path) -> None:
    db = store(tmp_path)
    first = approved(db)
    with pytest.raises(StoreError, match="say in a note"):
        record_decision(db, "a1", decided(13), INES)
    record_decision(db, "a1", decided(13), INES, "The day was wrong.")
    assert status(db) == "draft"
    with pytest.raises(StoreError, match="draft it again"):
        approve(db, "a1", first, OMAR)


def test_a_decision_rests_on_the_role_s_own_criteria(tmp_path: Path) -> None:
    db = store(tmp_path, applied(decided=False))
    with pytest.raises(StoreError, match="has no criterion charm"):
        record_decision(db, "a1", decided().model_copy(update={"decisive": ("charm",)}), INES)


def test_what_a_check_finds_wrong_cannot_be_approved(tmp_path: Path) -> None:
    db = store(tmp_path)
    protected = feedback(text="We decided not to offer you the role because of your age.")
    first = save_draft(db, protected, INES, 0)
    with pytest.raises(StoreError, match="problems to fix before approval: 1"):
        approve(db, "a1", first, OMAR)
