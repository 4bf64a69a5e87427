"""One e-mail: its address, its version, and nothing without a server."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store, to_text
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.tellings import tellings
from tests.web.build import MAIL, approve
from tests.web.client import PageClient


def test_nothing_is_sent_where_there_is_no_mail_server(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    assert lead_approved.post(f"{at}/send", data={"version": 1}).status_code == 404
    assert lead_approved.post(f"{at}/send/elsewhere", data={}).status_code == 400
    assert outbox.waiting(open_store(Installation(instance).database)) == []


def test_what_left_is_the_version_that_was_seen(
    lead_drafted: PageClient, at: str, instance: Path, imported: str
) -> None:
    approve(lead_drafted, at)
    lead_drafted.post(
        f"{at}/statements", data={"version": 1, "text-t1": "We are not offering you this role."}
    )
    approve(lead_drafted, at, 2)
    lead_drafted.post(f"{at}/send/elsewhere", data={"channel": "email", "version": 1})
    assert [each.version for each in tellings(open_store(Installation(instance).database), imported)] == [1]


def test_a_message_with_the_mark_of_a_draft_never_waits(
    lead_drafted: PageClient, at: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    answer = lead_drafted.post(f"{at}/send", data={"version": 1})
    assert answer.status_code == 422
    assert outbox.waiting(open_store(Installation(instance).database)) == []


def test_a_wrong_address_is_put_right_where_the_mail_is_sent(
    lead_drafted: PageClient, at: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    approve(lead_drafted, at)
    assert (
        "Enter an e-mail address, like name@example.org."
        in lead_drafted.post(f"{at}/send/address", data={"email": "nowhere"}).text
    )
    lead_drafted.post(f"{at}/send/address", data={"email": "right@example.org"})
    assert "right@example.org" in lead_drafted.get(f"{at}/send").text
    lead_drafted.post(f"{at}/send", data={"version": 1})
    assert [each.to for each in outbox.waiting(open_store(Installation(instance).database))] == [
        "right@example.org"
    ]


def test_a_message_that_should_have_left_says_so_in_the_queue_and_on_its_page(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    lead_approved.post(f"{at}/send", data={"version": 1})
    for minutes, shown in ((0, False), (2, True)):
        db = open_store(Installation(instance).database)
        db.execute("UPDATE outbox SET next_at = ?", (to_text(now() - timedelta(minutes=minutes)),))
        db.conn.close()
        for page in ("/queue", f"{at}/send", "/outbox"):
            assert ("nothing has tried to send it" in lead_approved.get(page).text) is shown


def test_a_letter_that_no_font_can_draw_waits_and_the_email_leaves_without_it_when_somebody_says_so(
    lead_approved: PageClient, at: str, instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    monkeypatch.setattr("recruiter_kit.documents.glyphs.undrawn", lambda _: ("김",))
    page = lead_approved.get(f"{at}/send").text
    assert "No font on this machine can draw the letters of the candidate&#39;s name (Hangul)" in page
    assert "Send without the letter (undo" in page
    assert "attachment" not in lead_approved.get(f"{at}/email.eml").text

    refused = lead_approved.post(f"{at}/send", data={"version": 1})
    assert refused.status_code == 422
    assert "No font on this machine can draw" in refused.text
    assert outbox.waiting(open_store(Installation(instance).database)) == []

    lead_approved.post(f"{at}/send", data={"version": 1, "without_letter": "yes"})
    (mail,) = outbox.waiting(open_store(Installation(instance).database))
    assert list(message_from_bytes(mail.message, policy=policy.default).iter_attachments()) == []


def test_a_message_is_scheduled_for_the_morning_and_taken_back_from_the_outbox(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    page = lead_approved.post(f"{at}/send", data={"version": 1, "when": "morning"}, follow_redirects=True)
    assert "Scheduled: it leaves" in page.text
    db = open_store(Installation(instance).database)
    (mail,) = outbox.waiting(db)
    assert mail.next_at > now()
    assert "09:00" in lead_approved.get("/outbox").text
    undone = lead_approved.post(f"{at}/send/{mail.id}/undo", data={"to": "outbox"})
    assert undone.location == "/outbox"
    assert outbox.waiting(db) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Choose a day and a time"),
        ("2020-01-01T10:00", "This time has passed"),
        ("2999-01-01T10:00", "Choose a time in the next 60 days"),
        ((now() + timedelta(days=2)).strftime("%Y-%m-%dT03:00"), "between 20:00 and 8:00"),
    ],
)
def test_a_time_that_nobody_can_mean_is_refused(
    lead_approved: PageClient, at: str, instance: Path, typed: str, said: str
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    answer = lead_approved.post(f"{at}/send", data={"version": 1, "when": "chosen", "at": typed})
    assert answer.status_code == 422
    assert said.casefold() in answer.text.casefold()
    assert outbox.waiting(open_store(Installation(instance).database)) == []


def test_what_leaves_is_shown_as_it_is_seen_and_can_do_nothing(lead_approved: PageClient, at: str) -> None:
    frame = lead_approved.get(f"{at}/send/as-seen")
    assert "sandbox" in frame.headers["Content-Security-Policy"]
    assert frame.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "Dear Marta" in frame.text


def test_a_test_goes_to_whoever_asks_and_nobody_is_told(
    lead_approved: PageClient, at: str, instance: Path, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    sent: list[EmailMessage] = []
    monkeypatch.setattr(
        "recruiter_kit.web.pages.send.notices.deliver", lambda _, message: sent.append(message)
    )
    page = lead_approved.post(f"{at}/send/test", follow_redirects=True).text
    assert "A test is on its way to Lead" in page
    (message,) = sent
    assert message["To"] == "lead@example.org"
    assert str(message["Subject"]).startswith("[Test] ")
    assert tellings(open_store(Installation(instance).database), imported) == []
