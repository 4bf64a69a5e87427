"""Mail to colleagues leaves through a real server on loopback."""

from pathlib import Path

import pytest

from recruiter_kit.errors import StoreError
from recruiter_kit.mail.notices import deliver, send_due, written
from recruiter_kit.mail.settings import MailServer
from recruiter_kit.standard import Sender
from recruiter_kit.workflow import notices
from tests.mail.mailbox import Mailbox, free_port, serving
from tests.workflow.build import store

DANA = Sender(name="Dana Okafor", email="dana@example.org")
RAVI = "ravi@example.org"


def test_a_notice_that_is_due_leaves_once_from_the_sender_of_the_letters(tmp_path: Path) -> None:
    db, mailbox = store(tmp_path), Mailbox()
    notices.put(db, "ask", "ask:1", RAVI, "A question", "One note of yours: ä")
    with serving(mailbox) as server:
        assert send_due(db, server, DANA) == 1
        assert send_due(db, server, DANA) == 0
    (message,) = mailbox.messages
    assert (message["From"], message["To"]) == ("Recruiter Kit <dana@example.org>", RAVI)
    assert message.get_content().strip() == "One note of yours: ä"


def test_a_notice_that_the_server_refuses_for_good_is_given_up_and_says_why(tmp_path: Path) -> None:
    db, mailbox = store(tmp_path), Mailbox()
    mailbox.answers["rcpt"] = "550 no such mailbox"
    notices.put(db, "ask", "ask:1", RAVI, "A question", "One note of yours")
    with serving(mailbox) as server:
        send_due(db, server, DANA)
    (notice,) = notices.failed(db)
    assert "no such mailbox" in notice.why


def test_a_notice_is_tried_again_when_the_server_is_away(tmp_path: Path) -> None:
    db = store(tmp_path)
    notices.put(db, "ask", "ask:1", RAVI, "A question", "One note of yours")
    send_due(db, MailServer(host="127.0.0.1", port=free_port(), security="none"), DANA)
    (notice,) = notices.of(db, "ask:1")
    assert (notice.state, notice.tries) == ("waiting", 1)


def test_whoever_waits_for_the_answer_is_told_what_the_server_said() -> None:
    server = MailServer(host="127.0.0.1", port=free_port(), security="none")
    with pytest.raises(StoreError, match="did not take"):
        deliver(server, written(DANA, RAVI, "A test", "It works."))


def test_without_an_address_of_the_sender_no_notice_is_written() -> None:
    with pytest.raises(StoreError, match="sender"):
        written(Sender(name="Dana Okafor"), RAVI, "A test", "It works.")
