"""The page of a link: one note of one person, no account, and no way from it to anything else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from recruiter_kit.installation import Installation
from recruiter_kit.model import Candidate
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.web.signed_in import OPEN
from recruiter_kit.workflow import asks, holds
from recruiter_kit.workflow.applications import application
from tests.web.build import keep_twin
from tests.web.client import PageClient

SEEN = "The candidate could not say how a refund would be recorded."


@pytest.fixture
def db(instance: Path) -> Iterator[Database]:
    found = open_store(Installation(instance).database)
    yield found
    found.conn.close()


@pytest.fixture
def link(db: Database, imported: str) -> str:
    """Ask the first interviewer about the first criterion; return the path of the link."""
    card = application(db, imported).scorecards[0]
    about = asks.About(card.id, card.ratings[0].criterion)
    _, link = asks.ask(db, imported, about, "lead@example.org", "", question="What did you see?")
    return link


@pytest.fixture
def somebody(app: Flask) -> PageClient:
    """Return a browser in which nobody is signed in."""
    return app.test_client()  # type: ignore[return-value]


def test_the_page_shows_that_note_and_nothing_of_anybody_else(
    somebody: PageClient, link: str, db: Database, imported: str
) -> None:
    page = somebody.get(link)
    here = application(db, imported)
    own, *others = here.scorecards
    assert page.status_code == 200
    for words in (own.ratings[0].note, "What did you see?", here.candidate.full_name):
        assert str(words).split(".")[0] in page.text
    hidden = [rating.note for card in others for rating in card.ratings] + [
        card.note for card in here.scorecards
    ]
    hidden += [rating.note for rating in own.ratings[1:]] + [own.private_note]
    hidden += [card.interviewer.name for card in others]
    assert here.decision is not None
    hidden += [here.decision.note, str(here.decision.reason), "below the required level"]
    assert [each for each in hidden if each and each in page.text] == []


def test_the_page_has_no_menu_is_not_listed_and_gives_its_address_to_nobody_else(
    somebody: PageClient, link: str
) -> None:
    answer = somebody.get(link)
    page = somebody.see(link)
    assert page.select("nav, header, main a") == []
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "no-store"
    robots = page.select_one("meta[name=robots]")
    assert robots is not None
    assert "noindex" in robots["content"]


def test_whoever_is_signed_in_is_nobody_on_the_page(lead_drafted: PageClient, link: str) -> None:
    assert "Sign out" not in lead_drafted.get(link).text
    assert "Sign out" in lead_drafted.get("/queue").text


def test_an_answer_is_kept_once_and_can_be_looked_at_but_not_changed(
    somebody: PageClient, link: str, db: Database, imported: str
) -> None:
    empty = somebody.post(link, data={"level": "2", "note": " "})
    assert "required" in empty.text
    assert "Thank you" in somebody.post(link, data={"level": "2", "note": SEEN}).text
    again = somebody.post(link, data={"level": "5", "note": "Another story."})
    assert "You have answered this" in again.text
    shown = somebody.see(link)
    assert SEEN in shown.text
    assert shown.select("form, textarea") == []
    assert [card.ratings[0].note for card in application(db, imported).scorecards].count(SEEN) == 1
    assert "Another story." not in str(application(db, imported))


@pytest.mark.parametrize(
    ("what", "status", "words"),
    [
        ("expired", 410, "It was open until"),
        ("withdrawn", 410, "nothing is needed from you at the moment"),
        ("held", 410, "nothing is needed from you at the moment"),
        ("deleted", 404, "ask whoever sent it for a new one"),
        ("unknown", 404, "ask whoever sent it for a new one"),
    ],
)
def test_a_link_that_works_no_more_says_so_kindly_and_shows_nothing(
    somebody: PageClient, link: str, db: Database, imported: str, what: str, status: int, words: str
) -> None:
    (found,) = asks.of(db, imported)
    if what == "expired":
        db.execute("UPDATE asks SET expires_at = asked_at")
    elif what == "withdrawn":
        asks.withdraw_ask(db, found.id, "lead@example.org")
    elif what == "held":
        holds.hold(db, imported, "lead@example.org", "A claim.")
    elif what == "deleted":
        db.execute("DELETE FROM applications")
    path = "/ask/" + "x" * 43 if what == "unknown" else link
    for answer in (somebody.get(path), somebody.post(path, data={"level": "2", "note": SEEN})):
        assert answer.status_code == status
        assert words in answer.text
        assert "Marta" not in answer.text
    # Whoever was typing just then does not lose the words.
    assert SEEN in answer.text
    assert somebody.post(f"{path}/check", json={"text": "x"}).status_code == 404


def test_an_answer_is_shown_no_longer_than_the_link_would_work(
    somebody: PageClient, link: str, db: Database
) -> None:
    somebody.post(link, data={"level": "2", "note": SEEN})
    db.execute("UPDATE asks SET expires_at = asked_at")
    page = somebody.get(link).text
    assert "You have answered this" in page
    assert SEEN not in page
    assert "Marta" not in page


def looked_at(client: PageClient, link: str, text: str) -> list[dict[str, Any]]:
    """Return what is said of an answer while it is typed."""
    said = client.post(f"{link}/check", json={"text": text}).json
    assert said is not None
    found: list[dict[str, Any]] = said["findings"]
    return found


def test_a_note_is_looked_at_while_it_is_typed_and_gives_nobody_away(
    somebody: PageClient, link: str, instance: Path
) -> None:
    keep_twin(instance, candidate=Candidate(given_name="Zebedee", family_name="Quarles"))
    text = "Not a culture fit. She left out the index."
    (found,) = looked_at(somebody, link, text)
    assert text[found["start"] : found["end"]] == "Not a culture fit."
    known, unknown = (
        looked_at(somebody, link, f"She was quicker than {name} with the tables.")
        for name in ("Zebedee Quarles", "Zacharias Quelch")
    )
    assert [each["message"] for each in known] == [each["message"] for each in unknown]
    for odd in (["a"], {}, {"text": {"a": 1}}, {"text": "x" * 200_000}):
        assert somebody.post(f"{link}/check", json=odd).status_code == 200


def test_a_link_opens_no_other_page(somebody: PageClient, link: str, imported: str) -> None:
    somebody.get(link)
    token = link.rpartition("/")[2]
    values = {"application": imported, "role": "de", "name": "x", "token": token}
    opened = []
    for rule in somebody.application.url_map.iter_rules():
        if rule.endpoint in OPEN:
            continue
        plain = re.sub(r"<any\((\w+)[^)]*\):\w+>", r"\1", rule.rule)
        path = re.sub(r"<(?:int(?:\([^)]*\))?:)?(\w+)>", lambda found: values.get(found[1], "1"), plain)
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            answer = somebody.open(path, method=method)
            if (answer.status_code, "/sign-in" in answer.location) != (302, True):
                opened.append((rule.endpoint, method, answer.status_code))
    assert opened == []
    assert {each for each in OPEN if each.startswith("ask.")} == {"ask.show", "ask.answer", "ask.look"}


def test_the_token_of_the_form_is_asked_for_without_anybody_signed_in(
    app: Flask, somebody: PageClient, link: str
) -> None:
    app.config["WTF_CSRF_CHECK_DEFAULT"] = True
    refused = somebody.post(link, data={"level": "2", "note": SEEN})
    assert refused.status_code == 400
    page = somebody.see(link)
    field, form = page.select_one("input[name=csrf_token]"), page.select_one("form")
    assert field is not None
    assert form is not None
    headers = {"X-CSRFToken": str(form["data-token"])}
    assert somebody.post(f"{link}/check", json={"text": "x"}).status_code == 400
    assert somebody.post(f"{link}/check", json={"text": "x"}, headers=headers).status_code == 200
    sent = {"level": "2", "note": SEEN, "csrf_token": field["value"]}
    assert "Thank you" in somebody.post(link, data=sent).text


def test_a_level_off_the_scale_is_refused(somebody: PageClient, link: str) -> None:
    for level in ("9", "nan", ""):
        answer = somebody.post(link, data={"level": level, "note": SEEN})
        assert "Thank you" not in answer.text
    assert json.dumps(SEEN)[1:-1] in answer.text
