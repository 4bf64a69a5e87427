"""The answer to a dispute leaves as a message of its own, once, and is recorded."""

from datetime import timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.documents.answer import answer_message
from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import disputes, holds, outbox
from recruiter_kit.workflow.answer_mail import put_answer
from recruiter_kit.workflow.applications import counts
from recruiter_kit.workflow.disputes import Dispute
from recruiter_kit.workflow.tellings import record_answer, record_telling, tellings
from recruiter_kit.workflow.versions import newest
from tests.workflow.build import INES, applied, approved, store

WORDS = "Dear Marta,\n\nThe recording shows that the index was left out."


def disputed(folder: Path, result: str = "posted") -> tuple[Database, Dispute]:
    """Return a store in which a candidate was told, and says that a fact is wrong."""
    db = store(folder, applied(email="marta@example.org"))
    approved(db, applied(email="marta@example.org"))
    record_telling(db, "a1", "post" if result == "posted" else "phone", result, INES)  # type: ignore[arg-type]
    return db, disputes.raise_dispute(db, "a1", "I did name it.", INES, "d1")


def put(db: Database, dispute: Dispute, words: str = WORDS) -> int:
    feedback = newest(db, "a1").feedback
    message = answer_message(words, feedback, "marta@example.org", feedback.standard)
    return put_answer(db, dispute.id, words, message, INES, undo_seconds=0)


def statuses(db: Database) -> list[str]:
    return [status for status, count in counts(db).items() if count]


def test_the_sentence_that_is_disputed_is_one_that_was_told(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path)
    assert dispute.version == 1
    sentence = disputes.sentence(db, dispute)
    assert sentence is not None
    assert sentence.text == "We have decided not to offer you the role."
    with pytest.raises(StoreError, match="not among those"):
        disputes.pick(db, dispute.id, "d9")


def test_an_answer_that_was_sent_is_recorded_with_its_day_and_tells_nothing_again(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path)
    mail = put(db, dispute)
    assert statuses(db) == ["mail_waiting"]
    (due,) = outbox.due(db, now() + timedelta(seconds=1))
    assert outbox.take(db, due)
    outbox.accepted(db, mail)
    found = disputes.get(db, dispute.id)
    assert (found.verdict, found.channel, found.answer) == ("stands", "email", WORDS)
    assert found.given_at is not None
    assert [each.result for each in tellings(db, "a1")] == ["posted", "answered"]
    assert statuses(db) == ["told"]
    assert disputes.answered(db) == [found]
    with pytest.raises(StoreError, match="answered already"):
        put(db, dispute)


def test_an_answer_that_is_taken_back_leaves_the_dispute_open_with_its_words(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path)
    outbox.cancel(db, put(db, dispute), INES)
    (found,) = disputes.open_disputes(db)
    assert (found.answer, found.verdict) == (WORDS, None)
    assert statuses(db) == ["disputed"]


def test_an_answer_that_the_server_refuses_leaves_the_dispute_open(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path, "reached")
    mail = outbox.get(db, put(db, dispute))
    assert outbox.take(db, mail)
    outbox.put_back(db, mail, "sending", "550 no such mailbox", None)
    assert [each.id for each in disputes.open_disputes(db)] == [dispute.id]
    assert statuses(db) == ["disputed"]
    assert [each.id for each in outbox.troubled(db)] == [mail.id]
    record_answer(db, dispute.id, WORDS, "phone", INES)
    assert statuses(db) == ["writing"]


def test_nothing_leaves_for_a_candidate_on_hold(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path)
    mail = put(db, dispute)
    holds.hold(db, "a1", INES, "She says that it was her age.")
    assert outbox.get(db, mail).state == "cancelled"
    assert statuses(db) == ["held"]
    with pytest.raises(StoreError, match="on hold"):
        put(db, dispute)
    assert [each.id for each in disputes.open_disputes(db)] == [dispute.id]


def test_an_objection_that_comes_while_the_answer_waits_keeps_it_here(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path)
    mail = put(db, dispute)
    disputes.raise_dispute(db, "a1", "And I was on time.", INES)
    assert outbox.get(db, mail).state == "cancelled"
    (found,) = disputes.open_disputes(db)
    assert found.what == "I did name it.\nAnd I was on time."


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Ana Reyes has looked at it.", "names another person"),
        ("We have checked it. [What you found.]", "Fill this in"),
        ("You were rated 2 out of 5.", "the answer cannot leave"),
    ],
)
def test_an_answer_is_held_to_what_a_letter_may_say(tmp_path: Path, words: str, why: str) -> None:
    db, dispute = disputed(tmp_path)
    for give in (put, lambda *_: record_answer(db, dispute.id, words, "phone", INES)):
        with pytest.raises(StoreError, match=why):
            give(db, dispute, words)
    assert disputes.get(db, dispute.id).answered_at is None
    assert outbox.of(db, "a1") == []


def test_an_answer_without_an_address_is_not_put_out(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path)
    feedback = newest(db, "a1").feedback
    message = answer_message(WORDS, feedback, None, feedback.standard)
    with pytest.raises(StoreError, match="no e-mail address"):
        put_answer(db, dispute.id, WORDS, message, INES)
    assert disputes.get(db, dispute.id).answered_at is None


def test_an_answer_by_phone_is_recorded_and_the_letter_is_still_owed(tmp_path: Path) -> None:
    db, dispute = disputed(tmp_path, "reached")
    record_answer(db, dispute.id, WORDS, "phone", INES)
    assert statuses(db) == ["writing"]
    found = disputes.get(db, dispute.id)
    assert (found.channel, found.answered_by) == ("phone", INES)
