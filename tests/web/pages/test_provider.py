"""Signing in by the organisation's own provider."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from authlib.integrations.flask_client.apps import FlaskOAuth2App
from joserfc.errors import BadSignatureError

from recruiter_kit.installation import Installation
from recruiter_kit.people import users
from recruiter_kit.people.provider import SECRET
from recruiter_kit.store.database import open_store
from tests.web.build import let_in
from tests.web.client import PageClient
from tests.web.conftest import As

PEOPLE = {
    "ines": {"sub": "ines", "email": "ines@example.org", "email_verified": True},
    "mallory": {"sub": "mallory", "email": "ines@example.org", "email_verified": False},
    "stranger": {"sub": "stranger", "email": "stranger@example.org", "email_verified": True},
}


def test_a_provider_whose_word_cannot_be_proved_lets_nobody_in(
    signed_in: As, instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (instance / "sign-in.yaml").write_text("issuer: http://127.0.0.1:9\nclient_id: x\n", encoding="utf-8")
    monkeypatch.setattr(
        FlaskOAuth2App, "authorize_access_token", lambda _: (_ for _ in ()).throw(BadSignatureError())
    )
    client = signed_in("lead").application.test_client()
    assert client.get("/sign-in/back?code=x&state=y").status_code == 401


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
def house(client: PageClient, instance: Path, issuer: str, monkeypatch: pytest.MonkeyPatch) -> PageClient:
    monkeypatch.setenv(SECRET, "known to both")
    settings = f"issuer: {issuer}\nclient_id: recruiter-kit\nname: Northgate\n"
    (instance / "sign-in.yaml").write_text(settings, encoding="utf-8")
    return client


def come_back(client: PageClient, who: str) -> object:
    """Go to the provider as this person, and come back with what it says."""
    away = client.post("/sign-in/provider").location
    back = requests.post(away, data={"sub": who}, allow_redirects=False, timeout=10).headers["Location"]
    return client.get(back.removeprefix("http://localhost"))


def test_somebody_who_was_let_in_comes_in_by_the_house(house: PageClient, instance: Path) -> None:
    let_in(instance)
    assert "Sign in with Northgate" in house.get("/sign-in").text
    assert come_back(house, "ines").status_code == 302  # type: ignore[attr-defined]
    assert house.get("/queue").status_code == 200
    found = users.by_email(open_store(Installation(instance).database), "ines@example.org")
    assert found is not None
    assert found.subject is not None
    assert found.subject.endswith(" ines")
    house.post("/sign-out")
    assert come_back(house, "ines").status_code == 302  # type: ignore[attr-defined]


@pytest.mark.parametrize("who", ["mallory", "stranger"])
def test_nobody_comes_in_by_the_house_who_was_not_let_in(house: PageClient, instance: Path, who: str) -> None:
    let_in(instance)
    answer = come_back(house, who)
    assert answer.status_code == 401  # type: ignore[attr-defined]
    assert "ask an administrator" in answer.text  # type: ignore[attr-defined]
    assert house.get("/queue").status_code == 302


def test_an_answer_that_was_not_asked_for_is_refused(house: PageClient, instance: Path) -> None:
    let_in(instance)
    assert house.get("/sign-in/back?code=x&state=y").status_code == 401
    assert house.get("/sign-in/back").status_code == 401


def test_a_provider_that_is_away_says_so(client: PageClient, instance: Path) -> None:
    (instance / "sign-in.yaml").write_text("issuer: http://127.0.0.1:9\nclient_id: x\n", encoding="utf-8")
    answer = client.post("/sign-in/provider")
    assert answer.status_code == 401
    assert "does not answer" in answer.text


@pytest.mark.parametrize("settings", ["issuer: http://example.org\nclient_id: x\n", "issuer: [", "name: x\n"])
def test_settings_that_are_wrong_are_named(client: PageClient, instance: Path, settings: str) -> None:
    (instance / "sign-in.yaml").write_text(settings, encoding="utf-8")
    assert "sign-in.yaml" in client.get("/sign-in").text


def test_without_settings_there_is_no_provider(client: PageClient) -> None:
    assert client.post("/sign-in/provider").status_code == 404
    assert "Or with a password" not in client.get("/sign-in").text
