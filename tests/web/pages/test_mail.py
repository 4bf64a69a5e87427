"""Mail settings in the app: saved to their file, tried on a real server, the password never shown."""

import stat
from pathlib import Path

import pytest

from recruiter_kit.installation import Installation
from recruiter_kit.mail.settings import PASSWORD, mail_server
from recruiter_kit.store import audit
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow.backup import back_up
from tests.mail.mailbox import Mailbox, free_port, serving
from tests.web.client import PageClient, html
from tests.web.conftest import As

SECRET = "swordfish of the mail server"  # noqa: S105
FORM = {"host": "127.0.0.1", "port": "2525", "security": "none", "undo_seconds": "30"}


@pytest.fixture
def lead(signed_in: As, monkeypatch: pytest.MonkeyPatch) -> PageClient:
    monkeypatch.delenv(PASSWORD, raising=False)
    return signed_in("lead")


def test_what_is_typed_is_saved_and_comments_and_the_order_stay(lead: PageClient, instance: Path) -> None:
    file = instance / "mail.yaml"
    file.write_text("# Ask Priya before changing this.\nport: 25\nhost: old.example.org\n", encoding="utf-8")
    assert "old.example.org" in lead.get("/mail").text
    lead.post("/mail", data=FORM | {"host": "new.example.org", "security": "tls"})
    written = file.read_text("utf-8")
    assert written.startswith("# Ask Priya before changing this.\nport: 2525\nhost: new.example.org\n")
    server = mail_server(Installation(instance))
    assert server is not None
    assert (server.security, server.undo_seconds) == ("tls", 30)


def test_a_test_reaches_the_mailbox_of_whoever_asks(lead: PageClient) -> None:
    mailbox = Mailbox()
    with serving(mailbox) as server:
        page = lead.post(
            "/mail", data=FORM | {"port": str(server.port), "test": "yes"}, follow_redirects=True
        )
    assert "The mail server took a test message for Lead" in page.text
    assert [message["To"] for message in mailbox.messages] == ["lead@example.org"]


def test_the_words_of_a_server_that_refuses_the_test_are_shown(lead: PageClient) -> None:
    mailbox = Mailbox()
    mailbox.answers["rcpt"] = "550 relaying denied"
    with serving(mailbox) as server:
        page = html(lead.post("/mail", data=FORM | {"port": str(server.port), "test": "yes"}))
    assert "relaying denied" in page.select('[role="alert"]')[0].text
    silent = html(lead.post("/mail", data=FORM | {"port": str(free_port()), "test": "yes"}))
    assert "did not take" in silent.select('[role="alert"]')[0].text


def test_a_password_is_kept_in_its_own_file_and_nowhere_else(lead: PageClient, instance: Path) -> None:
    typed = FORM | {"user": "recruiting", "password": SECRET}
    page = lead.post("/mail", data=typed, follow_redirects=True)
    assert SECRET not in page.text + lead.get("/mail").text
    kept = instance / "mail-password"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    back_up(Installation(instance), instance.parent / "backup.zip", "terminal")
    places = [path for path in instance.rglob("*") if path.is_file() and path != kept]
    assert [path.name for path in places if SECRET.encode() in path.read_bytes()] == []
    server = mail_server(Installation(instance))
    assert server is not None
    assert server.password == SECRET
    assert SECRET not in repr(server)


def test_the_password_of_the_environment_goes_before_a_typed_one(
    lead: PageClient, instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead.post("/mail", data=FORM | {"user": "recruiting", "password": SECRET})
    monkeypatch.setenv(PASSWORD, SECRET.upper())
    server = mail_server(Installation(instance))
    assert server is not None
    assert server.password == SECRET.upper()
    assert lead.see("/mail").select("input[type=password]") == []


def test_another_server_is_not_given_the_old_password(lead: PageClient, instance: Path) -> None:
    lead.post("/mail", data=FORM | {"user": "recruiting", "password": SECRET})
    lead.post("/mail", data=FORM | {"user": "recruiting", "undo_seconds": "5"})
    assert (instance / "mail-password").exists()
    elsewhere = FORM | {"user": "recruiting", "host": "evil.example.org", "security": "tls"}
    assert "type the password again" in lead.post("/mail", data=elsewhere, follow_redirects=True).text
    assert not (instance / "mail-password").exists()


def test_letters_in_the_open_are_refused_and_nothing_changes(lead: PageClient, instance: Path) -> None:
    page = lead.post("/mail", data=FORM | {"host": "mail.example.org"})
    assert "unencrypted" in page.text
    assert not (instance / "mail.yaml").exists()


def test_a_write_protected_file_is_shown_and_left_alone(lead: PageClient, instance: Path) -> None:
    file = instance / "mail.yaml"
    file.write_text("host: mail.example.org\n", encoding="utf-8")
    file.chmod(0o444)
    page = lead.see("/mail")
    assert "write-protected on the server" in page.text
    assert page.select("main button") == []
    assert "write-protected" in lead.post("/mail", data=FORM).text
    assert file.read_text("utf-8") == "host: mail.example.org\n"


def test_a_broken_file_says_so_and_is_not_replaced(lead: PageClient, instance: Path) -> None:
    (instance / "mail.yaml").write_text("host: [", encoding="utf-8")
    assert lead.see("/mail").select('[role="alert"]')
    lead.post("/mail", data=FORM)
    assert (instance / "mail.yaml").read_text("utf-8") == "host: ["


def test_the_log_names_the_settings_and_no_values(lead: PageClient, instance: Path) -> None:
    lead.post("/mail", data=FORM | {"user": "recruiting", "password": SECRET})
    last = audit.entries(open_store(Installation(instance).database))[0]
    assert (last.what, last.by) == ("mail changed", "lead@example.org")
    assert "user" in str(last.detail["settings"])
    assert "recruiting" not in str(last.detail)


def test_the_address_of_the_app_is_kept_for_links_in_mails(lead: PageClient, instance: Path) -> None:
    lead.post("/mail", data=FORM | {"address": "https://feedback.example.org/"})
    assert "https://feedback.example.org/" in (instance / "app.yaml").read_text("utf-8")
    assert 'value="https://feedback.example.org/"' in lead.get("/mail").text
    assert "begins with https://" in lead.post("/mail", data=FORM | {"address": "feedback"}).text


def test_the_page_says_what_waits_and_what_is_late(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    assert "No mail leaves from here yet" in lead_approved.get("/mail").text
    lead_approved.post("/mail", data=FORM | {"undo_seconds": "0"})
    lead_approved.post(f"{at}/send", data={"version": 1})
    db = open_store(Installation(instance).database)
    assert "Nothing is late" in lead_approved.get("/mail").text
    db.execute("UPDATE outbox SET next_at = '2026-01-01T00:00:00.000+00:00'")
    assert "1 late" in lead_approved.get("/mail").text
    db.execute("UPDATE outbox SET state = 'failed', why = '550 no such user', next_at = '2026-01-02'")
    page = lead_approved.get("/mail").text
    assert "1 did not leave" in page
    assert "550 no such user" in page
