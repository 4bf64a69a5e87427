"""Signing in and out."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.people import users
from recruiter_kit.store.database import open_store
from tests.web.build import PASSWORD, let_in
from tests.web.client import PageClient


def test_a_password_that_is_wrong_says_so_and_no_more(client: PageClient) -> None:
    answer = client.post("/sign-in", data={"email": "x@example.org", "password": "y"})
    assert answer.status_code == 200
    assert 'class="error"' in answer.text


def test_the_page_says_where_the_first_link_is_until_somebody_has_an_account(
    client: PageClient, instance: Path
) -> None:
    assert "shown in the terminal" in client.get("/sign-in").text
    let_in(instance)
    page = client.get("/sign-in").text
    assert "shown in the terminal" not in page
    assert "Ask your administrator for a new link" in page


def test_nobody_is_sent_elsewhere_after_signing_in(client: PageClient, instance: Path) -> None:
    email = let_in(instance)
    for to, lands in (
        ("/queue?page=2", "/queue?page=2"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
    ):
        answer = client.post(f"/sign-in?to={to}", data={"email": email, "password": PASSWORD})
        assert answer.location == lands


def test_signing_out_ends_the_session_and_not_only_in_the_browser(client: PageClient, instance: Path) -> None:
    client.post("/sign-in", data={"email": let_in(instance), "password": PASSWORD})
    stolen = client.application.test_client()
    stolen.set_cookie("recruiter-kit", client.get_cookie("recruiter-kit").value)  # type: ignore[union-attr]
    assert stolen.get("/queue").status_code == 200
    client.post("/sign-out")
    assert stolen.get("/queue").status_code == 302


def test_who_is_let_out_is_out_at_once(client: PageClient, instance: Path) -> None:
    client.post("/sign-in", data={"email": let_in(instance), "password": PASSWORD})
    db = open_store(Installation(instance).database)
    users.change(db, 1, "terminal", active=False)
    assert client.get("/queue").status_code == 302
