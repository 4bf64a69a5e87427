"""Coming in: the first link, passwords, a new password, and the house's own provider."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from flask.testing import FlaskClient

from recruiter_kit.people import users
from recruiter_kit.people.accounts import new_link, set_password_by_link
from recruiter_kit.people.provider import SECRET
from recruiter_kit.store.database import FILE, open_store
from recruiter_kit.web.app import create_app
from recruiter_kit.web.signed_in import first_link
from tests.web.conftest import As

HERE = "http://127.0.0.1:8400"
PASSWORD = "a long enough password"  # noqa: S105
PEOPLE = {
    "ines": {"sub": "ines", "email": "ines@example.org", "email_verified": True},
    "mallory": {"sub": "mallory", "email": "ines@example.org", "email_verified": False},
    "stranger": {"sub": "stranger", "email": "stranger@example.org", "email_verified": True},
}


@pytest.fixture
def client(instance: Path) -> FlaskClient:
    app = create_app(instance)
    app.config.update(WTF_CSRF_ENABLED=False)
    return app.test_client()


def let_in(instance: Path, post: str = "recruiter") -> str:
    db = open_store(instance / FILE)
    user = users.add(db, "Ines", "ines@example.org", post, "terminal")
    set_password_by_link(db, new_link(db, user, "terminal"), PASSWORD)
    return user.email


def test_the_first_administrator_comes_in_by_the_link_and_says_a_name(
    client: FlaskClient, instance: Path
) -> None:
    link = first_link(HERE)
    assert link is not None
    path = link.removeprefix(HERE)
    assert "You are the first here" in client.get(path).text
    person = {"name": "Ines Okoro", "email": "ines@example.org"}
    assert "12 to 1000" in client.post(path, data=person | {"password": "short"}).text
    assert "This field is required" in client.post(path, data={"password": PASSWORD}).text
    done = client.post(path, data=person | {"password": PASSWORD}, follow_redirects=True)
    assert "Let somebody in" in done.text
    assert "Ines Okoro" in done.text
    assert client.get("/queue").status_code == 403
    assert first_link("") is None
    assert "used, or is too old" in client.get(path).text
    assert users.by_email(open_store(instance / FILE), "ines@example.org") is not None


def test_in_a_house_of_one_the_first_recruits_and_administers(client: FlaskClient) -> None:
    path = str(first_link(HERE)).removeprefix(HERE)
    person = {"name": "Ines Okoro", "email": "ines@example.org", "password": PASSWORD, "recruits": "y"}
    assert "Nobody is waiting here" in client.post(path, data=person, follow_redirects=True).text
    assert "lead, administrator" in client.get("/people").text
    assert client.get("/import").status_code == 200


def test_a_password_that_is_wrong_says_so_and_no_more(client: FlaskClient) -> None:
    answer = client.post("/sign-in", data={"email": "x@example.org", "password": "y"})
    assert answer.status_code == 200
    assert 'class="error"' in answer.text


def test_nobody_is_sent_elsewhere_after_signing_in(client: FlaskClient, instance: Path) -> None:
    email = let_in(instance)
    for to, lands in (
        ("/queue?page=2", "/queue?page=2"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
    ):
        answer = client.post(f"/sign-in?to={to}", data={"email": email, "password": PASSWORD})
        assert answer.location == lands


def test_a_new_password_ends_the_sessions_that_knew_the_old(client: FlaskClient, instance: Path) -> None:
    email = let_in(instance)
    other = client.application.test_client()
    for each in (client, other):
        each.post("/sign-in", data={"email": email, "password": PASSWORD})
        assert each.get("/queue").status_code == 200
    assert "wrong" in client.post("/account", data={"old": "no", "password": "another long one"}).text
    client.post("/account", data={"old": PASSWORD, "password": "another long one"})
    assert client.get("/queue").status_code == 200
    assert other.get("/queue").status_code == 302


def test_signing_out_ends_the_session_and_not_only_in_the_browser(
    client: FlaskClient, instance: Path
) -> None:
    client.post("/sign-in", data={"email": let_in(instance), "password": PASSWORD})
    stolen = client.application.test_client()
    stolen.set_cookie("recruiter-kit", client.get_cookie("recruiter-kit").value)  # type: ignore[union-attr]
    assert stolen.get("/queue").status_code == 200
    client.post("/sign-out")
    assert stolen.get("/queue").status_code == 302


def test_access_that_ended_does_not_come_back_with_an_old_session_or_link(
    client: FlaskClient, instance: Path
) -> None:
    client.post("/sign-in", data={"email": let_in(instance), "password": PASSWORD})
    db = open_store(instance / FILE)
    link = new_link(db, users.get(db, 1), "terminal")
    for active in (False, True):
        users.change(db, 1, "terminal", active=active)
    assert client.get("/queue").status_code == 302
    assert "used, or is too old" in client.get(f"/link/{link}").text


def test_who_is_let_out_is_out_at_once(client: FlaskClient, instance: Path) -> None:
    client.post("/sign-in", data={"email": let_in(instance), "password": PASSWORD})
    db = open_store(instance / FILE)
    users.change(db, 1, "terminal", active=False)
    assert client.get("/queue").status_code == 302


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A real OpenID Connect provider in a process of its own."""
    program = Path(sys.executable).parent / "oidc-provider-mock"
    claims = [word for each in PEOPLE.values() for word in ("--user-claims", json.dumps(each))]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen([program, "--port", "0", *claims], text=True, **quiet) as process:  # type: ignore[call-overload]
        assert process.stderr is not None
        found = next(filter(None, (re.search(r"http://[\d.]+:\d+", line) for line in process.stderr)))
        yield found[0]
        process.terminate()


@pytest.fixture
def house(client: FlaskClient, instance: Path, issuer: str, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setenv(SECRET, "known to both")
    settings = f"issuer: {issuer}\nclient_id: recruiter-kit\nname: Northgate\n"
    (instance / "sign-in.yaml").write_text(settings, encoding="utf-8")
    return client


def come_back(client: FlaskClient, who: str) -> object:
    """Go to the provider as this person, and come back with what it says."""
    away = client.post("/sign-in/provider").location
    back = requests.post(away, data={"sub": who}, allow_redirects=False, timeout=10).headers["Location"]
    return client.get(back.removeprefix("http://localhost"))


def test_somebody_who_was_let_in_comes_in_by_the_house(house: FlaskClient, instance: Path) -> None:
    let_in(instance)
    assert "Sign in with Northgate" in house.get("/sign-in").text
    assert come_back(house, "ines").status_code == 302  # type: ignore[attr-defined]
    assert house.get("/queue").status_code == 200
    found = users.by_email(open_store(instance / FILE), "ines@example.org")
    assert found is not None
    assert found.subject is not None
    assert found.subject.endswith(" ines")
    house.post("/sign-out")
    assert come_back(house, "ines").status_code == 302  # type: ignore[attr-defined]


@pytest.mark.parametrize("who", ["mallory", "stranger"])
def test_nobody_comes_in_by_the_house_who_was_not_let_in(
    house: FlaskClient, instance: Path, who: str
) -> None:
    let_in(instance)
    answer = come_back(house, who)
    assert answer.status_code == 401  # type: ignore[attr-defined]
    assert "ask an administrator" in answer.text  # type: ignore[attr-defined]
    assert house.get("/queue").status_code == 302


def test_an_answer_that_was_not_asked_for_is_refused(house: FlaskClient, instance: Path) -> None:
    let_in(instance)
    assert house.get("/sign-in/back?code=x&state=y").status_code == 401
    assert house.get("/sign-in/back").status_code == 401


def test_a_provider_that_is_away_says_so(client: FlaskClient, instance: Path) -> None:
    (instance / "sign-in.yaml").write_text("issuer: http://127.0.0.1:9\nclient_id: x\n", encoding="utf-8")
    answer = client.post("/sign-in/provider")
    assert answer.status_code == 401
    assert "does not answer" in answer.text


@pytest.mark.parametrize("settings", ["issuer: http://example.org\nclient_id: x\n", "issuer: [", "name: x\n"])
def test_settings_that_are_wrong_are_named(client: FlaskClient, instance: Path, settings: str) -> None:
    (instance / "sign-in.yaml").write_text(settings, encoding="utf-8")
    assert "sign-in.yaml" in client.get("/sign-in").text


def test_without_settings_there_is_no_provider(client: FlaskClient) -> None:
    assert client.post("/sign-in/provider").status_code == 404
    assert "Or with a password" not in client.get("/sign-in").text


def test_the_account_page_says_who_it_is(signed_in: As) -> None:
    assert "lead@example.org" in signed_in("lead").get("/account").text
