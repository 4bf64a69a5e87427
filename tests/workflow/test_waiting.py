"""What waits for one person, and only for that person."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.documents.email import email_message
from recruiter_kit.people import users
from recruiter_kit.people.users import User
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import changes_asked, outbox, waiting
from recruiter_kit.workflow.applications import set_email
from recruiter_kit.workflow.approval import approve, ask_for_changes
from recruiter_kit.workflow.claims import claim
from recruiter_kit.workflow.disputes import answer, raise_dispute
from recruiter_kit.workflow.holds import hold
from recruiter_kit.workflow.requests import record_request
from recruiter_kit.workflow.tellings import record_telling
from recruiter_kit.workflow.versions import latest, save_draft
from tests.workflow.build import INES, OMAR, applied, approved, feedback, store

ZONE = "Europe/London"


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return store(tmp_path)


@pytest.fixture
def ines(db: Database) -> User:
    return users.add(db, "Ines", INES, "recruiter", "terminal")


@pytest.fixture
def omar(db: Database) -> User:
    return users.add(db, "Omar", OMAR, "approver", "terminal")


def waits(db: Database, user: User, at: datetime | None = None) -> list[tuple[str, str]]:
    found = waiting.items(db, user, ZONE, at)
    assert waiting.count(db, user, ZONE, at) == len(found)
    return [(item.kind, item.candidate) for item in found]


def test_a_draft_waits_for_those_who_may_approve_and_not_for_its_author(
    db: Database, ines: User, omar: User
) -> None:
    lead = users.add(db, "Lea", "lea@example.org", "lead", "terminal")
    save_draft(db, feedback(), lead.email, 0)
    assert waits(db, omar) == [("approval", "Marta Silva")]
    assert waits(db, lead) == waits(db, ines) == []
    approve(db, "a1", 1, OMAR)
    assert waits(db, omar) == []


def test_who_has_approved_is_not_asked_for_the_second_approval(db: Database, omar: User) -> None:
    other = users.add(db, "Lea", "lea@example.org", "lead", "terminal")
    version = save_draft(db, feedback(second_approver=True), INES, 0)
    approve(db, "a1", version, OMAR)
    assert waits(db, omar) == []
    assert waits(db, other) == [("approval", "Marta Silva")]


def test_a_hiring_manager_is_asked_about_their_own_roles_only(db: Database) -> None:
    role = db.execute("SELECT id FROM roles").fetchone()[0]
    mine = users.add(db, "Hana", "hana@example.org", "hiring_manager", "terminal", (role,))
    other = users.add(db, "Hugo", "hugo@example.org", "hiring_manager", "terminal", ("another",))
    save_draft(db, feedback(), INES, 0)
    assert waits(db, mine) == [("approval", "Marta Silva")]
    assert waits(db, other) == []


def test_changes_wait_for_the_author_of_the_letter(db: Database, ines: User, omar: User) -> None:
    save_draft(db, feedback(), INES, 0)
    ask_for_changes(db, "a1", 1, OMAR, "Say what would have been enough.")
    assert waits(db, ines) == [("changes", "Marta Silva")]
    assert waits(db, omar) == []
    save_draft(db, feedback(text="We are not offering you the role."), INES, 1)
    assert waits(db, ines) == [("changes", "Marta Silva")]
    (asked,) = changes_asked.waiting(db, "a1")
    changes_asked.answer(db, "a1", asked.id, "Said it.", INES, changed=True)
    assert waits(db, ines) == []
    assert waits(db, omar) == [("approval", "Marta Silva")]


def test_a_request_waits_from_the_day_on_which_it_is_due(db: Database, ines: User) -> None:
    asked = datetime(2026, 11, 20, 15, tzinfo=UTC)
    record_request(db, "a1", INES, asked)
    assert waits(db, ines, datetime(2026, 11, 20, 23, 59, tzinfo=UTC)) == []
    assert waits(db, ines, datetime(2026, 11, 21, 0, 1, tzinfo=UTC)) == [("promise", "Marta Silva")]


def test_the_day_begins_where_the_organisation_is(db: Database, ines: User) -> None:
    record_request(db, "a1", INES, datetime(2026, 11, 20, 15, tzinfo=UTC))
    before_midnight_in_utc = datetime(2026, 11, 20, 23, tzinfo=UTC)
    assert waiting.count(db, ines, "Europe/Berlin", before_midnight_in_utc) == 1
    assert waiting.count(db, ines, "America/New_York", before_midnight_in_utc) == 0


def test_what_was_taken_over_waits_for_the_new_person(db: Database, ines: User) -> None:
    other = users.add(db, "Ravi", "ravi@example.org", "recruiter", "terminal")
    record_request(db, "a1", INES, now() - timedelta(days=1))
    claim(db, "a1", other.email)
    assert waits(db, ines) == []
    assert waits(db, other) == [("promise", "Marta Silva")]


def test_what_nobody_handles_any_more_waits_for_the_leads(db: Database, ines: User) -> None:
    lead = users.add(db, "Lea", "lea@example.org", "lead", "terminal")
    users.add(db, "Ada", "ada@example.org", "administrator", "terminal")
    record_request(db, "a1", INES, now() - timedelta(days=1))
    assert waits(db, lead) == []
    users.change(db, ines.id, "terminal", active=False)
    assert waits(db, lead) == [("promise", "Marta Silva")]


def test_a_call_leaves_its_promise_in_writing_and_a_dispute_its_answer(db: Database, ines: User) -> None:
    approved(db)
    record_telling(db, "a1", "phone", "reached", INES)
    assert [item.what for item in waiting.items(db, ines)] == ["writing"]
    record_telling(db, "a1", "post", "posted", INES)
    assert waits(db, ines) == []
    dispute = raise_dispute(db, "a1", "It was 18 minutes.", OMAR)
    assert [(item.kind, item.by) for item in waiting.items(db, ines)] == [("dispute", OMAR)]
    answer(db, dispute.id, "stands", "The notes say 8.", INES)
    assert waits(db, ines) == []


def test_nothing_waits_of_an_application_on_hold(db: Database, ines: User) -> None:
    record_request(db, "a1", INES, now() - timedelta(days=1))
    hold(db, "a1", INES, "An allegation.")
    assert waits(db, ines) == []


def test_mail_that_did_not_leave_waits_for_its_sender(db: Database, ines: User, omar: User) -> None:
    set_email(db, "a1", "marta@example.org", INES)
    approved(db, applied(email="marta@example.org"))
    newest = latest(db, "a1")
    assert newest is not None
    id = outbox.put(db, "a1", newest.version, email_message(newest.feedback), INES, undo_seconds=0)
    assert waits(db, ines) == []
    late = now() + timedelta(minutes=2)
    assert [item.what for item in waiting.items(db, ines, ZONE, late)] == ["waiting"]
    outbox.put_back(db, outbox.get(db, id), "waiting", "550 unknown", None)
    assert [item.what for item in waiting.items(db, ines)] == ["failed"]
    assert waits(db, omar) == []


def test_more_than_a_hundred_are_not_counted(tmp_path: Path) -> None:
    many = [applied(f"n{number}") for number in range(130)]
    db = store(tmp_path, *many)
    omar = users.add(db, "Omar", OMAR, "approver", "terminal")
    for application in many:
        save_draft(db, feedback(application), INES, 0)
    assert waiting.count(db, omar) == 100
