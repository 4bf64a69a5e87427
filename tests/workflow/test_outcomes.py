"""How a call went, put right: both stay on record, and everything is worked out from what holds now."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.documents.email import email_message
from recruiter_kit.errors import StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import disputes, outbox
from recruiter_kit.workflow.applications import queue
from recruiter_kit.workflow.callbacks import open_callbacks
from recruiter_kit.workflow.claims import claim, elsewhere
from recruiter_kit.workflow.holds import end_hold
from recruiter_kit.workflow.outcomes import attempts, needs_reason, put_right, to_put_right
from recruiter_kit.workflow.requests import open_requests, record_request
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.tellings import record_telling, tellings
from tests.workflow.build import INES, OMAR, applied, approved, feedback, store


def later(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    """Let the clock of this module's rules stand so many minutes on."""
    at = datetime.now(UTC) + timedelta(minutes=minutes)
    monkeypatch.setattr("recruiter_kit.workflow.outcomes.now", lambda: at)


def called(folder: Path, result: str = "reached") -> Database:
    db = store(folder)
    approved(db)
    record_telling(db, "a1", "phone", result, INES, "Calm.")  # type: ignore[arg-type]
    return db


def test_a_slip_is_undone_and_the_candidate_waits_as_before(tmp_path: Path) -> None:
    db = called(tmp_path)
    assert put_right(db, "a1", "undone", INES) is Status.APPROVED
    assert [each.status for each in queue(db)] == ["approved"]
    assert [(each.result, each.counts) for each in tellings(db, "a1")] == [
        ("reached", False),
        ("undone", False),
    ]
    assert record_telling(db, "a1", "phone", "reached", INES) is Status.WRITING


def test_the_log_shows_both_and_never_a_word(tmp_path: Path) -> None:
    db = called(tmp_path)
    put_right(db, "a1", "voicemail", INES)
    corrected, told = audit.entries(db)[:2]
    assert (told.what, told.detail["result"]) == ("told", "reached")
    assert (corrected.what, corrected.detail) == (
        "outcome corrected",
        {"after": "voicemail", "before": "reached", "reason": False, "version": 1},
    )
    assert audit.verify(db).broken_at is None


@pytest.mark.parametrize("result", ["voicemail", "no_answer"])
def test_the_log_does_not_call_told_whom_nobody_reached(tmp_path: Path, result: str) -> None:
    assert audit.entries(called(tmp_path, result))[0].what == "tried to tell"


def test_after_ten_minutes_and_for_somebody_else_a_reason_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = called(tmp_path, "voicemail")
    (call,) = tellings(db, "a1")
    assert (needs_reason(call, INES), needs_reason(call, OMAR)) == (False, True)
    with pytest.raises(StoreError, match="say why"):
        put_right(db, "a1", "no_answer", OMAR, " ")
    later(monkeypatch, 11)
    with pytest.raises(StoreError, match="say why"):
        put_right(db, "a1", "no_answer", INES)
    put_right(db, "a1", "no_answer", INES, "It rang out; I mixed up two calls.")
    last = tellings(db, "a1")[-1]
    assert (last.at, last.reason, last.note) == (call.at, "It rang out; I mixed up two calls.", "Calm.")
    assert last.entered_at is not None


def test_an_outcome_can_be_put_right_more_than_once(tmp_path: Path) -> None:
    db = called(tmp_path)
    put_right(db, "a1", "voicemail", INES)
    assert put_right(db, "a1", "declined", INES) is Status.TOLD
    with pytest.raises(StoreError, match="recorded already"):
        put_right(db, "a1", "declined", INES)
    assert [each.result for each in tellings(db, "a1") if each.counts] == ["declined"]


def test_a_request_that_a_mistaken_call_answered_is_open_again(tmp_path: Path) -> None:
    db = called(tmp_path)
    request = record_request(db, "a1", INES)
    record_telling(db, "a1", "phone", "reached", INES)
    assert open_requests(db) == []
    put_right(db, "a1", "in_writing", INES)
    assert open_requests(db) == []
    put_right(db, "a1", "no_answer", INES)
    assert open_requests(db) == [request]


def test_what_led_to_a_hold_stays_as_it_was_written(tmp_path: Path) -> None:
    db = called(tmp_path)
    record_telling(db, "a1", "phone", "alleged_discrimination", INES, "My age.")
    with pytest.raises(StoreError, match="legal hold"):
        put_right(db, "a1", "voicemail", INES, "A slip.")
    end_hold(db, "a1", OMAR, "Settled.")
    with pytest.raises(StoreError, match="legal hold"):
        put_right(db, "a1", "voicemail", INES, "A slip.")


def test_what_mail_followed_stays_and_one_that_waits_is_taken_back_first(tmp_path: Path) -> None:
    about = applied(email="marta@example.org")
    db = store(tmp_path, about)
    version = approved(db, about)
    record_telling(db, "a1", "phone", "reached", INES)
    mail = outbox.put(db, "a1", version, email_message(feedback(about)), INES)
    with pytest.raises(StoreError, match="mail has been sent or is about to leave"):
        put_right(db, "a1", "voicemail", INES)
    outbox.cancel(db, mail, INES)
    assert to_put_right(db, "a1").result == "reached"
    record_telling(db, "a1", "post", "posted", INES)
    with pytest.raises(StoreError, match="mail has been sent"):
        put_right(db, "a1", "voicemail", INES)


def test_what_was_answered_since_stays(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    record_telling(db, "a1", "phone", "reached", INES, wrong="It was 18 minutes.")
    (dispute,) = disputes.open_disputes(db)
    disputes.answer(db, dispute.id, "stands", "We looked.", OMAR)
    with pytest.raises(StoreError, match="answered since"):
        put_right(db, "a1", "voicemail", INES)


def test_there_is_nothing_to_put_right_without_a_call_and_no_other_result(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    with pytest.raises(StoreError, match="no call is recorded"):
        put_right(db, "a1", "voicemail", INES)
    with pytest.raises(StoreError, match="choose how"):
        put_right(db, "a1", "alleged_discrimination", INES)


def test_attempts_are_counted_until_the_candidate_hears(tmp_path: Path) -> None:
    db = called(tmp_path, "voicemail")
    assert record_telling(db, "a1", "phone", "no_answer", INES) is Status.APPROVED
    found = attempts(db)["a1"]
    assert (found.times, found.last_result) == (2, "no_answer")
    put_right(db, "a1", "undone", INES)
    assert (attempts(db, ["a1"])["a1"].times, attempts(db, ["a2"])) == (1, {})
    record_telling(db, "a1", "phone", "reached", INES)
    assert attempts(db) == {}


def test_a_ring_back_can_get_another_time(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    record_telling(db, "a1", "phone", "ring_back", INES, ring_at=now() + timedelta(hours=1))
    at = now() + timedelta(days=1)
    put_right(db, "a1", "ring_back", INES, ring_at=at)
    (found,) = open_callbacks(db)
    assert abs(found.at - at) < timedelta(seconds=1)
    with pytest.raises(StoreError, match="the day and the time"):
        put_right(db, "a1", "ring_back", INES)


def test_another_application_does_not_count_as_told_by_a_call_that_never_was(tmp_path: Path) -> None:
    twin = applied("a2", family_name="Silva")
    db = store(tmp_path, applied(), twin)
    approved(db, twin)
    claim(db, "a2", INES, knowing=True)
    record_telling(db, "a2", "phone", "reached", INES)
    assert elsewhere(db, "a1")[0].heard
    put_right(db, "a2", "undone", INES)
    assert not elsewhere(db, "a1")[0].heard


def test_a_candidate_who_wants_it_in_writing_still_waits_for_the_letter(tmp_path: Path) -> None:
    assert [each.status for each in queue(called(tmp_path, "in_writing"))] == ["writing"]


def test_a_fact_said_to_be_wrong_is_disputed_when_the_call_is_recorded(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    standing = record_telling(db, "a1", "phone", "reached", INES, "Calm.", wrong="It was 18 minutes.")
    assert standing is Status.DISPUTED
    assert [each.what for each in disputes.open_disputes(db)] == ["It was 18 minutes."]
    assert [(each.result, each.note) for each in tellings(db, "a1")] == [("reached", "Calm.")]
