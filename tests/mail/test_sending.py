"""Mail leaves once: against a real server on loopback, and past the death of a real process."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from recruiter_kit.clock import now
from recruiter_kit.documents.email import email_message
from recruiter_kit.errors import StoreError
from recruiter_kit.feedback import Part
from recruiter_kit.installation import Installation
from recruiter_kit.mail.settings import MailServer
from recruiter_kit.mail.smtp import BACKOFF, send_due
from recruiter_kit.mail.worker import Worker
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.applications import queue
from recruiter_kit.workflow.approval import approve
from recruiter_kit.workflow.tellings import record_telling, tellings
from recruiter_kit.workflow.versions import latest, save_draft
from tests.mail.mailbox import Mailbox, free_port, serving, vanishing
from tests.workflow.build import INES, OMAR, applied, approved, feedback, store

MARTA = "marta@example.org"


def waited_for(there: Callable[[], object]) -> None:
    """Wait up to half a minute for what a worker does."""
    for _ in range(600):
        if there():
            return
        sleep(0.05)


def settings(folder: Path, server: MailServer) -> None:
    """Write mail.yaml, as a person would while the app runs."""
    lines = server.model_dump(mode="json", exclude_none=True)
    Installation(folder).mail.write_text(
        "".join(f"{name}: {value}\n" for name, value in lines.items()), "utf-8"
    )


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[MailServer]:
    with serving(mailbox) as found:
        yield found


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return store(tmp_path, applied(email=MARTA))


def put(db: Database, undo_seconds: float = 0) -> int:
    version = approved(db, applied(email=MARTA))
    newest = latest(db, "a1")
    assert newest is not None
    return outbox.put(db, "a1", version, email_message(newest.feedback), INES, undo_seconds=undo_seconds)


def status(db: Database) -> str:
    return "told" if not queue(db) else queue(db)[0].status


def test_a_message_arrives_and_the_candidate_is_told_once(
    db: Database, server: MailServer, mailbox: Mailbox
) -> None:
    mail = put(db)
    assert send_due(db, server) == 1
    assert send_due(db, server) == 0
    (message,) = mailbox.messages
    assert (message["To"].addresses[0].addr_spec, message["From"].addresses[0].addr_spec) == (MARTA, INES)
    assert message["X-Unsent"] is None
    assert message["Date"].datetime.date() == now().date()
    assert "decided not to offer you" in message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert outbox.get(db, mail).state == "accepted"
    assert [(each.result, each.message_id) for each in tellings(db, "a1")] == [
        ("sent", message["Message-ID"])
    ]
    assert status(db) == "told"


def test_in_the_undo_window_nothing_leaves_and_it_can_be_cancelled(
    db: Database, server: MailServer, mailbox: Mailbox
) -> None:
    mail = put(db, undo_seconds=60)
    assert send_due(db, server) == 0
    assert status(db) == "mail_waiting"
    outbox.cancel(db, mail, INES)
    assert send_due(db, server, now() + timedelta(minutes=2)) == 0
    assert (mailbox.messages, status(db)) == ([], "approved")
    with pytest.raises(StoreError, match="cannot be undone"):
        outbox.cancel(db, mail, INES)


def test_a_letter_that_waited_past_its_day_to_object_does_not_leave(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = applied(email=MARTA)
    said = feedback(about, text=f"We decided not to offer you the role. Object by {now():%-d %B %Y}.")
    asked = [each.model_copy(update={"part": Part.DISPUTE, "id": "d2"}) for each in said.statements]
    approve(
        db,
        "a1",
        save_draft(db, said.model_copy(update={"statements": (*said.statements, *asked)}), INES, 0),
        OMAR,
    )
    newest = latest(db, "a1")
    assert newest is not None
    monkeypatch.setattr("recruiter_kit.clock.now", lambda: now() + timedelta(days=1))
    with pytest.raises(StoreError, match="has passed"):
        outbox.put(db, "a1", 1, email_message(newest.feedback), INES)
    assert outbox.of(db, "a1") == []


def test_a_change_to_the_feedback_stops_mail_that_has_not_left(
    db: Database, server: MailServer, mailbox: Mailbox
) -> None:
    put(db)
    save_draft(db, feedback(applied(email=MARTA), text="We decided not to offer it."), INES, 1)
    assert send_due(db, server) == 0
    assert (mailbox.messages, status(db)) == ([], "draft")


def test_while_mail_is_under_way_nobody_else_tells(db: Database) -> None:
    put(db)
    with pytest.raises(StoreError, match="under way"):
        record_telling(db, "a1", "phone", "reached", INES)
    newest = latest(db, "a1")
    assert newest is not None
    with pytest.raises(StoreError, match="under way"):
        outbox.put(db, "a1", 1, email_message(newest.feedback), INES)


@pytest.mark.parametrize("step", ["rcpt", "data"])
def test_a_server_that_says_later_is_asked_later(
    db: Database, server: MailServer, mailbox: Mailbox, step: str
) -> None:
    mail = put(db)
    mailbox.answers[step] = "451 greylisted"
    assert send_due(db, server) == 0
    found = outbox.get(db, mail)
    assert (found.state, found.tries, found.why) == ("waiting", 1, "451 greylisted")
    assert found.next_at > now() + timedelta(seconds=50)
    mailbox.answers[step] = "250 OK"
    assert send_due(db, server, found.next_at) == 1
    assert len(mailbox.messages) == 1


def test_a_server_that_is_away_is_tried_until_it_is_given_up(db: Database) -> None:
    mail, unused = put(db), MailServer(host="127.0.0.1", port=free_port(), security="none")
    for _ in range(len(BACKOFF) + 3):
        send_due(db, unused, now() + timedelta(days=1))
    found = outbox.get(db, mail)
    assert (found.state, found.tries) == ("failed", len(BACKOFF) + 1)
    assert "refused" in found.why
    assert [each.id for each in outbox.troubled(db)] == [mail]
    assert queue(db)[0].status == "mail_failed"


@pytest.mark.parametrize("step", ["rcpt", "data"])
def test_a_server_that_says_never_fails_at_once_and_can_be_put_out_again(
    db: Database, server: MailServer, mailbox: Mailbox, step: str
) -> None:
    mail = put(db)
    mailbox.answers[step] = "550 no such mailbox"
    send_due(db, server)
    assert (outbox.get(db, mail).state, status(db)) == ("failed", "mail_failed")
    mailbox.answers[step] = "250 OK"
    newest = latest(db, "a1")
    assert newest is not None
    outbox.put(db, "a1", 1, email_message(newest.feedback), INES, undo_seconds=0)
    assert send_due(db, server) == 1


@pytest.mark.parametrize("field", ["From", "To", "Subject"])
def test_a_blank_field_blocks(db: Database, field: str) -> None:
    version = approved(db, applied(email=MARTA))
    newest = latest(db, "a1")
    assert newest is not None
    message = email_message(newest.feedback)
    del message[field]
    with pytest.raises(StoreError, match=rf"no {field}|\({field}\)"):
        outbox.put(db, "a1", version, message, INES)


CHILD = """
import sys
from pathlib import Path
from recruiter_kit.store.database import open_store
from recruiter_kit.mail.settings import MailServer
from recruiter_kit.mail.smtp import send_due
send_due(open_store(Path(sys.argv[1])), MailServer(host="127.0.0.1", port=int(sys.argv[2]), security="none"))
"""


def child(path: Path, server: MailServer) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", CHILD, str(path), str(server.port)])


def test_killed_between_accept_and_record_it_is_brought_to_a_person_and_never_sent_again(
    tmp_path: Path, db: Database, server: MailServer, mailbox: Mailbox
) -> None:
    mail, accepted = put(db), Event()
    with closing(
        sqlite3.connect(tmp_path / "recruiter-kit.db", isolation_level=None, check_same_thread=False)
    ) as other:
        # The server takes the message while somebody else is writing: the child waits to record it.
        mailbox.before_answer = lambda: (other.execute("BEGIN IMMEDIATE"), accepted.set())[1]
        process = child(tmp_path / "recruiter-kit.db", server)
        assert accepted.wait(30)
        sleep(0.3)  # the server's answer reaches the child, which then waits for the database
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait(10) == -signal.SIGKILL
        other.execute("ROLLBACK")
    mailbox.before_answer = lambda: None

    settings(tmp_path, server)
    restarted = Worker(Installation(tmp_path), every=0.05)
    restarted.start()
    restarted.join(0.5)
    restarted.stop()
    assert send_due(db, server) == 0
    assert len(mailbox.messages) == 1
    assert outbox.get(db, mail).state == "sending"
    assert queue(db)[0].status == "mail_sending"
    with pytest.raises(StoreError, match="look again in 5 minutes"):
        outbox.settle(db, mail, True, INES)
    outbox.settle(db, mail, True, INES, now() + outbox.SETTLE_AFTER)
    assert [each.message_id for each in tellings(db, "a1")] == [mailbox.messages[0]["Message-ID"]]
    assert status(db) == "told"


def test_killed_before_the_server_had_it_a_person_says_so_and_it_is_sent(
    tmp_path: Path, db: Database, server: MailServer, mailbox: Mailbox
) -> None:
    mail = put(db)
    assert outbox.take(db, outbox.get(db, mail))
    later = now() + outbox.SETTLE_AFTER
    assert send_due(db, server, later) == 0
    outbox.settle(db, mail, False, INES, later)
    assert send_due(db, server, later) == 1
    assert len(mailbox.messages) == 1


def test_killed_before_it_was_taken_it_is_sent_after_the_restart(
    tmp_path: Path, db: Database, server: MailServer, mailbox: Mailbox
) -> None:
    mail = put(db)
    with closing(sqlite3.connect(tmp_path / "recruiter-kit.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        process = child(tmp_path / "recruiter-kit.db", server)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
        other.execute("ROLLBACK")
    assert (mailbox.messages, outbox.get(db, mail).state) == ([], "waiting")
    assert send_due(db, server) == 1
    assert len(mailbox.messages) == 1


def test_a_server_that_hangs_up_instead_of_answering_leaves_it_to_a_person(db: Database) -> None:
    mail = put(db)
    with vanishing() as server:
        assert send_due(db, server) == 0
    found = outbox.get(db, mail)
    assert (found.state, found.tries) == ("sending", 0)
    assert "was it sent? check the mailbox" in found.why
    assert outbox.due(db, now() + timedelta(days=1)) == []


def test_two_workers_send_it_once(tmp_path: Path, server: MailServer, mailbox: Mailbox, db: Database) -> None:
    put(db)
    workers = [child(tmp_path / "recruiter-kit.db", server) for _ in range(2)]
    assert [each.wait(30) for each in workers] == [0, 0]
    assert len(mailbox.messages) == 1
    assert open_store(tmp_path / "recruiter-kit.db")["tellings"].count == 1


@pytest.mark.parametrize(
    "odd", [{"host": "mail..example.org", "security": "tls"}, {"user": "house", "password": "pässwört"}]
)
def test_settings_with_odd_characters_stop_no_worker(
    db: Database, server: MailServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: dict[str, str]
) -> None:
    monkeypatch.setenv("RECRUITER_KIT_SMTP_PASSWORD", odd.pop("password", ""))
    put(db)
    settings(tmp_path, server.model_copy(update=odd))
    worker = Worker(Installation(tmp_path), every=0.05)
    worker.start()
    waited_for(lambda: outbox.of(db, "a1")[0].tries)
    assert worker.is_alive()
    worker.stop()
    assert outbox.of(db, "a1")[0].tries == 1


def test_a_mail_that_failed_and_was_sent_anew_troubles_nobody(
    db: Database, server: MailServer, mailbox: Mailbox
) -> None:
    mail = put(db)
    mailbox.answers["rcpt"] = "550 unknown"
    send_due(db, server)
    assert [each.id for each in outbox.troubled(db)] == [mail]
    mailbox.answers["rcpt"] = "250 OK"
    newest = latest(db, "a1")
    assert newest is not None
    outbox.put(db, "a1", newest.version, email_message(newest.feedback), INES, undo_seconds=0)
    assert outbox.troubled(db) == []
    send_due(db, server)
    assert (outbox.troubled(db), status(db)) == ([], "told")


def test_a_message_whose_day_to_object_is_over_when_it_would_leave_stays(
    db: Database, server: MailServer, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = put(db)
    monkeypatch.setattr("recruiter_kit.workflow.approval.over", lambda _, on: on)
    assert send_due(db, server) == 0
    assert mailbox.messages == []
    assert (outbox.get(db, mail).state, status(db)) == ("cancelled", "approved")
    assert "has passed" in outbox.get(db, mail).why


def test_what_the_server_took_is_recorded_though_the_database_is_busy_at_first(
    db: Database, server: MailServer, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted, busy = outbox.accepted, iter([True, True])

    def recorded(db: Database, mail_id: int) -> None:
        if next(busy, False):
            raise sqlite3.OperationalError("database is locked")
        accepted(db, mail_id)

    put(db)
    monkeypatch.setattr(outbox, "accepted", recorded)
    assert send_due(db, server) == 1
    assert len(mailbox.messages) == 1
    assert status(db) == "told"


def test_settings_written_while_the_worker_runs_are_used(
    db: Database, server: MailServer, mailbox: Mailbox, tmp_path: Path
) -> None:
    mail = put(db)
    worker = Worker(Installation(tmp_path), every=0.05)
    worker.start()
    worker.join(0.3)
    assert outbox.get(db, mail).state == "waiting"
    settings(tmp_path, server)
    waited_for(lambda: mailbox.messages)
    worker.stop()
    assert len(mailbox.messages) == 1


def test_settings_that_are_broken_stop_no_worker(
    db: Database, server: MailServer, mailbox: Mailbox, tmp_path: Path
) -> None:
    put(db)
    Installation(tmp_path).mail.write_text("host: [", "utf-8")
    worker = Worker(Installation(tmp_path), every=0.05)
    worker.start()
    worker.join(0.3)
    assert worker.is_alive()
    settings(tmp_path, server)
    waited_for(lambda: mailbox.messages)
    worker.stop()
    assert len(mailbox.messages) == 1
