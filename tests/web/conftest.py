"""An app with its own installation, and people who are signed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from recruiter_kit.intake import read
from recruiter_kit.people import sessions, users
from recruiter_kit.store.database import FILE, open_store
from recruiter_kit.web.app import create_app
from recruiter_kit.web.signed_in import TOKEN
from recruiter_kit.workflow import imports
from tests.places import GOLD

MAIL = "host: 127.0.0.1\nport: 2525\nsecurity: none\nundo_seconds: 600\n"
As = Callable[[str], FlaskClient]


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """An import is waited for on a busy machine, too, where a person would see its progress bar."""
    monkeypatch.setattr("recruiter_kit.web.pages.imports.SECONDS_TO_WAIT", 60)


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    (tmp_path / "standard.yaml").write_bytes((GOLD / "standard.yaml").read_bytes())
    return tmp_path


@pytest.fixture
def signed_in(instance: Path) -> As:
    """Return a client for whom somebody of this post is signed in."""
    app = create_app(instance)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)

    def as_(post: str, *roles: str) -> FlaskClient:
        db = open_store(instance / FILE)
        email = f"{post}@example.org"
        user = users.by_email(db, email) or users.add(db, post.title(), email, post, "terminal", roles)
        token = sessions.begin(db, user.id)
        db.conn.close()
        client = app.test_client()
        with client.session_transaction() as session:
            session[TOKEN] = token
        return client

    return as_


@pytest.fixture
def imported(instance: Path) -> str:
    """Keep the first gold example; return its application's id."""
    db = open_store(instance / FILE)
    bundle = read(GOLD / "marta.json")
    imports.keep_import(db, bundle, (GOLD / "marta.json").read_bytes(), "marta.json", "terminal")
    db.conn.close()
    return bundle.applications[0].id


@pytest.fixture
def at(imported: str) -> str:
    """Return the address of the first gold example."""
    return f"/applications/{imported}"


@pytest.fixture
def lead(signed_in: As, at: str) -> FlaskClient:
    """Return a lead, with an approved draft of the first gold example."""
    client = signed_in("lead")
    client.post(f"{at}/draft")
    client.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    return client
