"""Telling: by one person, once, every attempt on record; requests within 24 hours."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recruiter_kit.documents.email import email_message
from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.applications import Filters, application, queue, set_email
from recruiter_kit.workflow.approval import ask_for_changes
from recruiter_kit.workflow.claims import claim, release, who_tells
from recruiter_kit.workflow.holds import end_hold, hold, holds
from recruiter_kit.workflow.requests import of, open_requests, record_request
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.tellings import record_telling, tellings
from recruiter_kit.workflow.versions import latest, save_draft
from tests.workflow.build import INES, OMAR, applied, approved, feedback, store

ASKED = datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_nobody_is_told_before_approval(tmp_path: Path) -> None:
    db = store(tmp_path)
    with pytest.raises(StoreError, match="not approved"):
        record_telling(db, "a1", "phone", "reached", INES)


def test_nobody_is_told_twice(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    assert record_telling(db, "a1", "post", "posted", INES) is Status.TOLD
    with pytest.raises(StoreError, match="nobody is told twice"):
        record_telling(db, "a1", "post", "posted", INES)
    assert queue(db) == []
    assert [each.id for each in queue(db, Filters(statuses=(Status.TOLD,)))] == ["a1"]


def test_an_attempt_that_reaches_nobody_leaves_the_candidate_in_the_queue(tmp_path: Path) -> None:
    db = store(tmp_path)
    version = approved(db)
    assert record_telling(db, "a1", "phone", "voicemail", INES, "Asked to call back.") is Status.APPROVED
    record_telling(db, "a1", "phone", "reached", INES)
    assert [(each.version, each.result, each.at.tzinfo) for each in tellings(db, "a1")] == [
        (version, "voicemail", UTC),
        (version, "reached", UTC),
    ]


def test_one_person_tells_and_the_others_see_who(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    claim(db, "a1", INES)
    assert who_tells(db, "a1") == INES
    with pytest.raises(ConflictError, match=INES):
        claim(db, "a1", OMAR)
    with pytest.raises(ConflictError, match=INES):
        record_telling(db, "a1", "phone", "reached", OMAR)
    release(db, "a1", OMAR)
    claim(db, "a1", OMAR)
    record_telling(db, "a1", "phone", "reached", OMAR)
    assert who_tells(db, "a1") == OMAR
    record_telling(db, "a1", "post", "posted", OMAR)
    assert who_tells(db, "a1") is None


def test_what_was_said_on_the_telephone_comes_in_writing_and_is_not_said_again(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    assert record_telling(db, "a1", "phone", "reached", INES) is Status.WRITING
    assert [each.status for each in queue(db)] == ["writing"]
    with pytest.raises(StoreError, match="nobody is told twice"):
        record_telling(db, "a1", "phone", "reached", INES)
    assert record_telling(db, "a1", "post", "posted", INES) is Status.TOLD


def test_a_candidate_who_wants_no_feedback_gets_none_in_writing(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    assert record_telling(db, "a1", "phone", "declined", INES) is Status.TOLD


def test_an_allegation_of_discrimination_puts_the_application_on_hold(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    with pytest.raises(StoreError, match="in their words"):
        record_telling(db, "a1", "phone", "alleged_discrimination", INES, " ")
    assert record_telling(db, "a1", "phone", "alleged_discrimination", INES, "My age.") is Status.HELD
    assert [each.status for each in queue(db)] == ["held"]
    with pytest.raises(StoreError, match="on hold"):
        record_telling(db, "a1", "post", "posted", INES)
    with pytest.raises(StoreError, match="why the hold ends"):
        end_hold(db, "a1", OMAR, "")
    assert end_hold(db, "a1", OMAR, "Settled with the named contact.") is Status.WRITING
    with pytest.raises(StoreError, match="not on hold"):
        end_hold(db, "a1", OMAR, "Again.")


def test_a_candidate_who_asks_is_back_in_the_queue_for_24_hours(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    record_telling(db, "a1", "phone", "reached", INES)
    request = record_request(db, "a1", INES, ASKED)
    assert request.due_at == ASKED + timedelta(hours=24)
    assert record_request(db, "a1", OMAR) == request
    assert [(each.status, each.waiting_since) for each in queue(db)] == [("asked", ASKED)]
    assert record_telling(db, "a1", "post", "posted", INES) is Status.TOLD
    assert open_requests(db) == []
    (answered,) = of(db, "a1")
    assert answered.answered_at is not None
    assert answered.late(ASKED)


def test_the_queue_shows_who_has_waited_longest_first_and_can_be_narrowed(tmp_path: Path) -> None:
    later = applied("a1", given_name="Óscar", family_name="Lima_1%")
    db = store(tmp_path, later, applied("a2", decided=False), applied("a3"))
    record_request(db, "a3", INES, datetime(2026, 11, 1, tzinfo=UTC))
    assert [each.id for each in queue(db)] == ["a3", "a1", "a2"]
    assert [each.id for each in queue(db, Filters(text="óSC"))] == ["a1"]
    assert [each.id for each in queue(db, Filters(text="lima osc"))] == ["a1"], "no marks, any order"
    assert [each.id for each in queue(db, Filters(text="%"))] == ["a1"]
    assert queue(db, Filters(roles=())) == []
    assert len(queue(db, Filters(role="r1", limit=2))) == 2


@pytest.mark.parametrize("told", ["", "reached", "posted"])
def test_an_allegation_holds_everything_whenever_it_comes(tmp_path: Path, told: str) -> None:
    db = store(tmp_path)
    if told:
        approved(db)
        record_telling(db, "a1", "post" if told == "posted" else "phone", told, INES)  # type: ignore[arg-type]
    before = tellings(db, "a1")
    assert record_telling(db, "a1", "phone", "alleged_discrimination", INES, "My age.") is Status.HELD
    assert tellings(db, "a1") == before
    assert [(each.note, each.ended) for each in holds(db, "a1")] == [("My age.", False)]


def test_mail_that_has_not_left_stays_here_on_hold(tmp_path: Path) -> None:
    about = applied(email="marta@example.org")
    db = store(tmp_path, about)
    version = approved(db, about)
    newest = latest(db, "a1")
    assert newest is not None
    outbox.put(db, "a1", version, email_message(newest.feedback), INES)
    hold(db, "a1", OMAR, "She says that it was her age.")
    assert [each.state for each in outbox.of(db, "a1")] == ["cancelled"]


def test_nobody_edits_what_another_is_telling_just_now(tmp_path: Path) -> None:
    db = store(tmp_path)
    version = approved(db)
    claim(db, "a1", INES)
    with pytest.raises(ConflictError, match="is handling this candidate"):
        save_draft(db, feedback(), OMAR, version)
    release(db, "a1", OMAR)
    save_draft(db, feedback(), OMAR, version)


def test_a_call_under_way_is_on_record_whatever_becomes_of_the_approval_meanwhile(tmp_path: Path) -> None:
    db = store(tmp_path)
    version = approved(db)
    claim(db, "a1", INES)
    ask_for_changes(db, "a1", version, OMAR, "Say what was seen.")
    with pytest.raises(StoreError, match="not approved"):
        record_telling(db, "a1", "phone", "reached", OMAR, version=version)
    record_telling(db, "a1", "phone", "reached", INES, version=version)
    assert [(each.version, each.result) for each in tellings(db, "a1")] == [(version, "reached")]
    with pytest.raises(StoreError, match="nobody is told twice"):
        record_telling(db, "a1", "phone", "reached", INES, version=version)


def test_what_was_said_while_a_hold_began_is_on_record_and_the_hold_stays(tmp_path: Path) -> None:
    db = store(tmp_path)
    version = approved(db)
    hold(db, "a1", OMAR, "Says it was her age.")
    assert record_telling(db, "a1", "phone", "reached", INES, "Calm.", version) is Status.HELD
    assert [each.note for each in tellings(db, "a1")] == ["Calm."]


def test_words_that_nobody_approved_were_not_told(tmp_path: Path) -> None:
    db = store(tmp_path)
    version = save_draft(db, feedback(), INES, 0)
    with pytest.raises(StoreError, match="not approved"):
        record_telling(db, "a1", "phone", "reached", INES, version=version)


def test_an_address_is_changed_without_a_new_approval_but_not_under_a_mail(tmp_path: Path) -> None:
    db = store(tmp_path, applied(email="wrong@example.org"))
    version = approved(db, applied(email="wrong@example.org"))
    set_email(db, "a1", "right@example.org", INES)
    assert application(db, "a1").candidate.email == "right@example.org"
    found = latest(db, "a1")
    assert found is not None
    assert found.state == "approved"
    outbox.put(db, "a1", version, email_message(found.feedback), INES)
    with pytest.raises(StoreError, match="undo it"):
        set_email(db, "a1", "other@example.org", INES)


def test_without_an_address_nothing_is_sent_and_the_refusal_says_what_to_do_instead(tmp_path: Path) -> None:
    db = store(tmp_path)
    version = approved(db)
    with pytest.raises(StoreError, match=r"no e-mail address .* call or send the letter by post"):
        outbox.put(db, "a1", version, email_message(feedback()), INES)
    assert outbox.of(db, "a1") == []
