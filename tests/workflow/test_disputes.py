"""A candidate who says that a fact is wrong gets an answer by the day that the letter promises."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.documents.email import email_message
from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import disputes, outbox
from recruiter_kit.workflow.applications import queue
from recruiter_kit.workflow.approval import approve
from recruiter_kit.workflow.disputes import answer, open_disputes, raise_dispute
from recruiter_kit.workflow.tellings import record_telling
from recruiter_kit.workflow.versions import latest, save_draft
from tests.workflow.build import INES, OMAR, applied, approved, feedback, store


def told(folder: Path, result: str = "disputed") -> Database:
    db = store(folder, applied())
    approved(db)
    record_telling(db, "a1", "phone", result, INES, "I did write tests.")  # type: ignore[arg-type]
    return db


def test_a_fact_disputed_on_the_telephone_waits_in_the_queue_until_it_is_answered(tmp_path: Path) -> None:
    db = told(tmp_path)
    (found,) = open_disputes(db)
    assert found.what == "I did write tests."
    assert [each.status for each in queue(db)] == ["disputed"]
    answer(db, found.id, "stands", "The recording shows that there were none.", INES)
    assert [each.status for each in queue(db)] == ["writing"]
    with pytest.raises(StoreError, match="answered already"):
        answer(db, found.id, "stands", "Again.", INES)


def test_a_fact_that_was_wrong_is_corrected_and_told_again(tmp_path: Path) -> None:
    db = told(tmp_path)
    with pytest.raises(StoreError, match="in words"):
        answer(db, open_disputes(db)[0].id, "corrected", " ", INES)
    answer(db, open_disputes(db)[0].id, "corrected", "You did write tests. We are sorry.", INES)
    assert [each.status for each in queue(db)] == ["draft"]
    with pytest.raises(StoreError, match="not approved"):
        record_telling(db, "a1", "email", "sent", INES)
    approve(db, "a1", save_draft(db, feedback(text="We decided not to offer it."), INES, 1), OMAR)
    assert [each.status for each in queue(db)] == ["corrected"]
    record_telling(db, "a1", "email", "sent", INES)
    assert queue(db) == []


def test_the_answer_is_due_when_the_letter_says_and_later_for_a_late_objection(tmp_path: Path) -> None:
    db = told(tmp_path, "reached")
    found = raise_dispute(db, "a1", "I did write tests.", INES)
    assert found.due_on == max(date(2026, 12, 3), now().date() + timedelta(days=7))
    assert not found.late(found.due_on)
    assert found.late(found.due_on + timedelta(days=1))


def test_a_second_objection_is_added_to_the_open_one(tmp_path: Path) -> None:
    db = told(tmp_path)
    raise_dispute(db, "a1", "And I was on time.", INES)
    (found,) = open_disputes(db)
    assert found.what == "I did write tests.\nAnd I was on time."


def test_nothing_can_be_wrong_before_something_is_written(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no feedback yet"):
        raise_dispute(store(tmp_path), "a1", "Wrong.", INES)
    assert disputes.of(store(tmp_path), "a1") == []


def test_words_that_were_found_wrong_are_not_approved_again_as_they_were(tmp_path: Path) -> None:
    db = told(tmp_path)
    answer(db, open_disputes(db)[0].id, "corrected", "You did write tests. We are sorry.", INES)
    with pytest.raises(StoreError, match="found wrong"):
        approve(db, "a1", 1, OMAR)
    with pytest.raises(StoreError, match="found wrong"):
        approve(db, "a1", save_draft(db, feedback(), INES, 1), OMAR)
    version = save_draft(db, feedback(text="We decided not to offer it."), INES, 2)
    assert approve(db, "a1", version, OMAR) == "approved"


def test_mail_that_has_not_left_stays_when_a_fact_is_disputed(tmp_path: Path) -> None:
    db = store(tmp_path, applied(email="marta@example.org"))
    version = approved(db, applied(email="marta@example.org"))
    record_telling(db, "a1", "phone", "reached", INES)
    found = latest(db, "a1")
    assert found is not None
    mail = outbox.put(db, "a1", version, email_message(found.feedback), INES, undo_seconds=0)
    raise_dispute(db, "a1", "I did write tests.", INES)
    assert outbox.due(db, now() + timedelta(days=1)) == []
    assert "says that a fact" in outbox.get(db, mail).why
    assert [each.status for each in queue(db)] == ["disputed"]


def test_a_dispute_has_words(tmp_path: Path) -> None:
    db = told(tmp_path, "reached")
    with pytest.raises(StoreError, match="in the candidate's words"):
        raise_dispute(db, "a1", " ", INES)
    assert open_disputes(db) == []


def test_once_the_candidate_is_told_the_words_stand_until_a_dispute_is_answered(tmp_path: Path) -> None:
    db = told(tmp_path, "reached")
    record_telling(db, "a1", "post", "posted", INES)
    with pytest.raises(StoreError, match="the words stand"):
        save_draft(db, feedback(text="We decided not to offer it."), INES, 1)
    found = raise_dispute(db, "a1", "I did write tests.", INES)
    with pytest.raises(StoreError, match="the words stand"):
        save_draft(db, feedback(text="We decided not to offer it."), INES, 1)
    answer(db, found.id, "corrected", "You did.", INES)
    assert save_draft(db, feedback(text="We decided not to offer it."), INES, 1) == 2
