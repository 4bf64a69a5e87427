"""A person's own account."""

from pathlib import Path

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
