"""An app with its own installation, and people who are signed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask, g
from jinja2.bccache import Bucket, BytecodeCache

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.model import Candidate
from recruiter_kit.people import sessions, users
from recruiter_kit.store.database import open_store
from recruiter_kit.web.app import create_app
from recruiter_kit.web.signed_in import TOKEN
from recruiter_kit.workflow import imports
from tests.places import GOLD
from tests.web.build import MAIL, SEEN, approve
from tests.web.client import PageClient

As = Callable[..., PageClient]


class _Compiled(BytecodeCache):
    """Compiled templates in memory, for every app of this process."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """An import is waited for on a busy machine, too, where a person would see its progress bar."""
    monkeypatch.setattr("recruiter_kit.web.pages.imports.SECONDS_TO_WAIT", 60)


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    (tmp_path / "standard.yaml").write_bytes((GOLD / "standard.yaml").read_bytes())
    return tmp_path


@pytest.fixture
def app(instance: Path) -> Flask:
    """Return the app; its pages carry tokens, and forms are taken without them."""
    made = create_app(instance)
    made.config.update(TESTING=True, WTF_CSRF_CHECK_DEFAULT=False)
    # Templates are compiled once for all tests, not again for the app of each.
    made.jinja_env.bytecode_cache = COMPILED
    made.test_client_class = PageClient

    @made.before_request
    def _trust() -> None:
        g.csrf_valid = True

    return made


@pytest.fixture
def client(app: Flask) -> PageClient:
    """Return a client for whom nobody is signed in."""
    made: PageClient = app.test_client()  # type: ignore[assignment]
    app.testing = False
    return made


@pytest.fixture
def signed_in(app: Flask, instance: Path) -> As:
    """Return a client for whom somebody of this post is signed in."""

    def as_(post: str, *roles: str) -> PageClient:
        db = open_store(Installation(instance).database)
        email = f"{post}@example.org"
        user = users.by_email(db, email) or users.add(db, post.title(), email, post, "terminal", roles)
        token = sessions.begin(db, user.id)
        db.conn.close()
        client: PageClient = app.test_client()  # type: ignore[assignment]
        with client.session_transaction() as session:
            session[TOKEN] = token
        return client

    return as_


@pytest.fixture
def imported(instance: Path) -> str:
    """Keep the first gold example; return its application's id."""
    db = open_store(Installation(instance).database)
    bundle = read(GOLD / "marta.json")
    imports.keep_import(db, bundle, (GOLD / "marta.json").read_bytes(), "marta.json", "terminal")
    db.conn.close()
    return bundle.applications[0].id


@pytest.fixture
def at(imported: str) -> str:
    """Return the address of the first gold example."""
    return f"/applications/{imported}"


@pytest.fixture
def lead_drafted(signed_in: As, at: str) -> PageClient:
    """Return a lead, with a draft of the first gold example that nobody has approved."""
    client = signed_in("lead")
    client.post(f"{at}/draft")
    return client


@pytest.fixture
def told(lead_drafted: PageClient, at: str) -> str:
    """Return the id of SEEN in the draft of the first gold example."""
    (sentence,) = [each for each in lead_drafted.see(at).select(".sentence") if each.text.strip() == SEEN]
    return str(sentence["data-statement"])


@pytest.fixture
def lead_approved(lead_drafted: PageClient, at: str) -> PageClient:
    """Return a lead, with an approved draft of the first gold example."""
    approve(lead_drafted, at)
    return lead_drafted


@pytest.fixture
def ids(instance: Path) -> list[str]:
    """Keep twelve candidates, the last of whom has no address."""
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    bundle = read(GOLD / "marta.json")
    (one,) = bundle.applications
    people = [
        Candidate(given_name="Noa", family_name=f"Berg{n}", email=f"noa{n}@example.org" if n < 11 else None)
        for n in range(12)
    ]
    twelve = tuple(one.model_copy(update={"id": f"n{n}", "candidate": each}) for n, each in enumerate(people))
    db = open_store(Installation(instance).database)
    imports.keep_import(db, bundle.model_copy(update={"applications": twelve}), b"x", "x.json", "terminal")
    return [each.id for each in twelve]
