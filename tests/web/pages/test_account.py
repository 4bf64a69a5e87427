"""A person's own account."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.people import users
from recruiter_kit.people.notifications import How, Kind, choices
from recruiter_kit.store.database import open_store
from tests.web.build import PASSWORD, let_in
from tests.web.client import PageClient
from tests.web.conftest import As


def test_a_new_password_ends_the_sessions_that_knew_the_old(client: PageClient, instance: Path) -> None:
    email = let_in(instance)
    other = client.application.test_client()
    for each in (client, other):
        each.post("/sign-in", data={"email": email, "password": PASSWORD})
        assert each.get("/queue").status_code == 200
    assert "wrong" in client.post("/account", data={"old": "no", "password": "another long one"}).text
    client.post("/account", data={"old": PASSWORD, "password": "another long one"})
    assert client.get("/queue").status_code == 200
    assert other.get("/queue").status_code == 302


def test_the_account_page_says_who_it_is(signed_in: As) -> None:
    assert "lead@example.org" in signed_in("lead").get("/account").text


def test_each_person_chooses_which_mails_they_get(signed_in: As, instance: Path) -> None:
    recruiter = signed_in("recruiter")
    page = recruiter.see("/account")
    assert {each["id"] for each in page.select("select")} == {
        "notify-changes",
        "notify-promise",
        "notify-dispute",
        "notify-mail",
    }
    sent = {
        "notify-changes": "off",
        "notify-promise": "at_once",
        "notify-mail": "never",
        "notify-approval": "off",
    }
    recruiter.post("/account/notifications", data=sent)
    db = open_store(Installation(instance).database)
    user = users.by_email(db, "recruiter@example.org")
    assert user is not None
    assert choices(db, user) == {
        Kind.CHANGES: How.OFF,
        Kind.PROMISE: How.AT_ONCE,
        Kind.DISPUTE: How.AT_ONCE,
        Kind.MAIL: How.AT_ONCE,
    }
    assert recruiter.see("/account").select_one("#notify-changes option[selected]")["value"] == "off"  # type: ignore[index]


def test_whom_nothing_concerns_is_asked_nothing(signed_in: As) -> None:
    assert "E-mails to you" not in signed_in("administrator").get("/account").text


def test_the_page_says_so_while_no_mail_can_leave(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    assert "none of these can reach you" in lead.get("/account").text
    (instance / "mail.yaml").write_text("host: mail.example.org\n", encoding="utf-8")
    assert "none of these can reach you" not in lead.get("/account").text
