"""Notifications: each person is told once, as they chose, and of nothing they did themselves."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from recruiter_kit.clock import at_time, now
from recruiter_kit.installation import Installation
from recruiter_kit.mail.notices import send_due
from recruiter_kit.mail.worker import Worker
from recruiter_kit.people import users
from recruiter_kit.people.accounts import new_link, set_password_by_link
from recruiter_kit.people.notifications import How, Kind, choices, choose
from recruiter_kit.people.users import User
from recruiter_kit.standard import Sender, Standard
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import changes_asked, notices
from recruiter_kit.workflow.approval import approve, ask_for_changes
from recruiter_kit.workflow.disputes import raise_dispute
from recruiter_kit.workflow.notifying import put_due
from recruiter_kit.workflow.requests import record_request
from recruiter_kit.workflow.tellings import record_telling
from recruiter_kit.workflow.versions import save_draft
from tests.mail.mailbox import Mailbox, serving
from tests.workflow.build import INES, OMAR, applied, approved, feedback, store

ZONE = "Europe/London"
STANDARD = Standard(sender=Sender(name="Dana Okafor", email="dana@example.org"), time_zone=ZONE)
APP = "https://feedback.example.org"
PASSWORD = "a long enough password"  # noqa: S105
FRIDAY = date(2026, 11, 20)


def person(db: Database, name: str, email: str, post: str, *roles: str) -> User:
    user = users.add(db, name, email, post, "terminal", roles)
    return set_password_by_link(db, new_link(db, user, "terminal"), PASSWORD)


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return store(tmp_path, applied(), applied("a2"))


@pytest.fixture
def ines(db: Database) -> User:
    return person(db, "Ines", INES, "recruiter")


@pytest.fixture
def omar(db: Database) -> User:
    return person(db, "Omar", OMAR, "approver")


def put(db: Database, at: datetime | None = None, address: str = APP) -> list[tuple[str, str, str]]:
    """Put what is due at a moment; return what is new, as (to, subject, text)."""
    before = len(notices.of(db, ""))
    count = put_due(db, STANDARD, address, at)
    new = notices.of(db, "")[before:]
    assert count == len(new)
    return [(each.to, each.subject, each.text) for each in new]


def later() -> datetime:
    return now() + timedelta(minutes=6)


def test_two_letters_to_approve_are_one_mail_once_the_drafts_rest(
    db: Database, omar: User, ines: User
) -> None:
    save_draft(db, feedback(), INES, 0)
    save_draft(db, feedback(applied("a2")), INES, 0)
    assert put(db) == []
    ((to, subject, text),) = put(db, later())
    assert (to, subject) == (omar.email, "2 letters to approve")
    assert "- Marta Silva, Data Engineer" in text
    assert f"{APP}/waiting" in text
    assert put(db, later()) == []


def test_an_edited_draft_is_told_once_and_again_after_changes_were_asked(db: Database, omar: User) -> None:
    save_draft(db, feedback(), INES, 0)
    assert len(put(db, later())) == 1
    save_draft(db, feedback(text="We are not offering you the role."), INES, 1)
    assert put(db, later()) == []
    ask_for_changes(db, "a1", 2, OMAR, "Say what would have been enough.")
    save_draft(db, feedback(text="We decided not to offer you the role."), INES, 2)
    assert put(db, later()) == []
    (asked,) = changes_asked.waiting(db, "a1")
    changes_asked.answer(db, "a1", asked.id, "Said it.", INES, changed=True)
    assert len(put(db, later())) == 1


def test_changes_are_told_to_the_author_without_the_note(db: Database, ines: User) -> None:
    save_draft(db, feedback(), INES, 0)
    ask_for_changes(db, "a1", 1, OMAR, "She seemed nervous.")
    ((to, subject, text),) = put(db)
    assert (to, subject) == (INES, "Changes asked for in your letter")
    assert "Marta Silva, Data Engineer" in text
    assert "nervous" not in text


def test_nobody_is_told_of_what_they_did_themselves(db: Database) -> None:
    person(db, "Lea", "lea@example.org", "lead")
    approved(db)
    save_draft(db, feedback(applied("a2")), "lea@example.org", 0)
    record_telling(db, "a1", "post", "posted", "lea@example.org")
    raise_dispute(db, "a1", "It was 18 minutes.", "lea@example.org")
    assert put(db, later()) == []


def test_a_dispute_is_told_when_raised_and_again_when_due(db: Database, ines: User) -> None:
    approved(db)
    record_telling(db, "a1", "post", "posted", INES)
    dispute = raise_dispute(db, "a1", "It was 18 minutes, ask ana@example.org.", OMAR)
    ((to, subject, text),) = put(db)
    assert (to, subject) == (INES, "1 disputed fact to check")
    assert "due by" in text
    assert "18 minutes" not in text
    assert "ana@" not in text
    due = at_time(dispute.due_on, time(8, 59), ZONE)
    assert put(db, due) == []
    assert len(put(db, due + timedelta(minutes=1))) == 1
    assert put(db, due + timedelta(minutes=2)) == []


def test_a_promise_is_recalled_in_the_morning_of_its_day_and_not_at_midnight(
    db: Database, ines: User
) -> None:
    choose(db, ines, {Kind.PROMISE: How.AT_ONCE})
    record_request(db, "a1", INES, datetime(2026, 11, 19, 23, 30, tzinfo=UTC))
    midnight = at_time(FRIDAY, time(), ZONE)
    for at in (
        midnight - timedelta(minutes=1),
        midnight + timedelta(minutes=1),
        midnight + timedelta(hours=8),
    ):
        assert put(db, at) == []
    ((_, subject, text),) = put(db, midnight + timedelta(hours=9))
    assert subject == "1 candidate is waiting for what was promised"
    assert "asked for feedback" in text
    assert put(db, midnight + timedelta(hours=10)) == []


def test_the_summary_comes_once_on_a_working_morning_and_only_with_something_in_it(
    db: Database, ines: User
) -> None:
    nine = at_time(FRIDAY, time(9), ZONE)
    assert put(db, nine) == []
    record_request(db, "a1", INES, datetime(2026, 11, 18, 9, tzinfo=UTC))
    assert put(db, nine - timedelta(minutes=1)) == []
    ((to, subject, text),) = put(db, nine)
    assert (to, subject) == (INES, "Today: 1 thing is waiting for you")
    assert "Marta Silva, Data Engineer: asked for feedback" in text
    assert put(db, nine + timedelta(minutes=30)) == []
    saturday, sunday, monday = (nine + timedelta(days=days) for days in (1, 2, 3))
    assert put(db, saturday) == put(db, sunday) == []
    assert len(put(db, monday)) == 1
    assert put(db, monday + timedelta(hours=5)) == []


def test_who_wants_no_mail_gets_none(db: Database, omar: User) -> None:
    choose(db, omar, {Kind.APPROVAL: How.OFF})
    save_draft(db, feedback(), INES, 0)
    assert put(db, later()) == []


def test_who_wants_the_summary_is_not_told_at_once(db: Database, omar: User) -> None:
    choose(db, omar, {Kind.APPROVAL: How.DIGEST})
    save_draft(db, feedback(), INES, 0)
    monday = at_time(FRIDAY + timedelta(days=3), time(9), ZONE)
    assert [subject for _, subject, _ in put(db, monday)] == ["Today: 1 thing is waiting for you"]


def test_each_is_asked_only_what_concerns_them(db: Database, ines: User, omar: User) -> None:
    assert set(choices(db, omar)) == {Kind.APPROVAL}
    assert set(choices(db, ines)) == {Kind.CHANGES, Kind.PROMISE, Kind.DISPUTE, Kind.MAIL}


def test_nobody_is_told_before_they_have_signed_in_or_after_they_have_left(db: Database, omar: User) -> None:
    users.add(db, "Typo", "typo@example.org", "approver", "terminal")
    users.change(db, omar.id, "terminal", active=False)
    save_draft(db, feedback(), INES, 0)
    assert put(db, later()) == []


def test_without_an_address_a_mail_says_where_to_look(db: Database, omar: User) -> None:
    save_draft(db, feedback(), INES, 0)
    ((_, _, text),) = put(db, later(), address="")
    assert "http" not in text
    assert "sign in to Recruiter Kit" in text


def test_a_candidate_who_is_erased_takes_the_waiting_notice_along(db: Database, omar: User) -> None:
    save_draft(db, feedback(), INES, 0)
    put(db, later())
    db.execute("DELETE FROM applications WHERE id = 'a1'")
    assert notices.of(db, "") == []
    assert db.execute("SELECT count(*) FROM notified").fetchone() == (0,)


def test_many_workers_at_once_tell_once(db: Database, omar: User, tmp_path: Path) -> None:
    save_draft(db, feedback(), INES, 0)
    save_draft(db, feedback(applied("a2")), INES, 0)
    at, ready = later(), Barrier(4)

    def work() -> None:
        own = open_store(tmp_path / "recruiter-kit.db")
        ready.wait()
        put_due(own, STANDARD, APP, at)
        own.conn.close()

    workers = [Thread(target=work) for _ in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    told = "".join(notice.text for notice in notices.of(db, ""))
    assert told.count("- Marta Silva,") == 1
    assert told.count("- Marta Silva a2,") == 1


def test_a_worker_that_is_killed_between_two_people_tells_the_second_later(
    db: Database, omar: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(db, "Zoe", "zoe@example.org", "approver")
    save_draft(db, feedback(), INES, 0)
    whole, calls = notices.put, []

    def dies(*values: object, **more: object) -> bool:
        calls.append(values)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return whole(*values, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(notices, "put", dies)
    at = later()
    with pytest.raises(KeyboardInterrupt):
        put_due(db, STANDARD, APP, at)
    assert [notice.to for notice in notices.of(db, "")] == [OMAR]
    put_due(db, STANDARD, APP, at)
    assert [notice.to for notice in notices.of(db, "")] == [OMAR, "zoe@example.org"]


def test_it_reaches_the_mailbox_through_two_workers_once(db: Database, ines: User, tmp_path: Path) -> None:
    save_draft(db, feedback(), INES, 0)
    approve(db, "a1", 1, OMAR)
    ask_for_changes(db, "a1", 1, OMAR, "Say what would have been enough.")
    mailbox = Mailbox()
    installation = Installation(tmp_path)
    installation.standard.write_text(
        "sender:\n  name: Dana Okafor\n  email: dana@example.org\n", encoding="utf-8"
    )
    installation.app.write_text(f"address: {APP}\n", encoding="utf-8")
    with serving(mailbox) as server:
        installation.mail.write_text(
            f"host: 127.0.0.1\nport: {server.port}\nsecurity: none\n", encoding="utf-8"
        )
        workers = [Worker(installation, every=0.05, looks_every=0) for _ in range(2)]
        for each in workers:
            each.start()
        for each in workers:
            each.join(1.5)
            each.stop()
        assert send_due(db, server, Sender(name="Dana Okafor", email="dana@example.org")) == 0
    assert [(message["To"], message["Subject"]) for message in mailbox.messages] == [
        (INES, "Changes asked for in your letter")
    ]
    assert f"{APP}/waiting" in mailbox.messages[0].get_content()
