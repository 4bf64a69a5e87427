"""Asking an interviewer: a button, an address once, a link; what came back on the candidate's page."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import notices
from recruiter_kit.workflow.applications import application
from recruiter_kit.workflow.asks import of
from tests.web.build import MAIL, first_dispute
from tests.web.client import PageClient, html
from tests.web.conftest import As

OWEN = {"scorecard": "s1", "criterion": "modelling"}


@pytest.fixture
def owen(instance: Path, imported: str) -> str:
    """Return what the button sends that asks Owen Walsh about his first criterion."""
    db = open_store(Installation(instance).database)
    cards = application(db, imported).scorecards
    card = next(card for card in cards if card.interviewer.name == "Owen Walsh")
    db.conn.close()
    return json.dumps({"scorecard": card.id, "criterion": card.ratings[0].criterion})


def link_on(page: str) -> str:
    """Return the path of the link that a page shows."""
    field = BeautifulSoup(page, "html.parser").select_one("#link")
    assert field is not None
    return str(field["value"]).removeprefix("http://localhost")


def test_without_a_mail_server_the_link_is_shown_to_be_handed_over(
    lead_drafted: PageClient, at: str, owen: str
) -> None:
    page = lead_drafted.post(f"{at}/asks", data={"ask": owen}).text
    assert "Send Owen Walsh this link" in page
    assert link_on(page).startswith("/ask/")
    seen = lead_drafted.get(at).text
    assert "waiting for Owen Walsh" in seen
    assert link_on(page) not in seen


def test_a_link_leads_to_the_outside_address_where_one_is_set(
    lead_drafted: PageClient, at: str, owen: str, instance: Path
) -> None:
    (instance / "app.yaml").write_text("address: https://feedback.example.org\n", encoding="utf-8")
    page = html(lead_drafted.post(f"{at}/asks", data={"ask": owen}))
    field = page.select_one("#link")
    assert field is not None
    assert str(field["value"]).startswith("https://feedback.example.org/ask/")


def test_an_address_is_asked_for_once_and_then_one_click_sends(
    lead_drafted: PageClient, at: str, owen: str, instance: Path, imported: str
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    asking = html(lead_drafted.post(f"{at}/asks", data={"ask": owen}))
    assert asking.select_one("#email") is not None
    wrong = lead_drafted.post(f"{at}/asks", data={"ask": owen, "email": "owen at home"})
    assert "is not an e-mail address" in wrong.text
    sent = lead_drafted.post(f"{at}/asks", data={"ask": owen, "email": "owen@example.org"})
    assert "Sent to owen@example.org" in sent.text
    db = open_store(Installation(instance).database)
    (found,) = of(db, imported)
    assert len(notices.of(db, f"ask:{found.id}:")) == 3
    db.conn.close()
    closed = lead_drafted.post(f"{at}/asks/{found.id}/close", follow_redirects=True).text
    assert "The link no longer works" in closed
    assert "Sent to owen@example.org" in lead_drafted.post(f"{at}/asks", data={"ask": owen}).text


def test_what_came_back_is_announced_until_the_words_use_it(
    lead_drafted: PageClient, at: str, owen: str
) -> None:
    link = link_on(lead_drafted.post(f"{at}/asks", data={"ask": owen}).text)
    lead_drafted.post(link, data={"level": "2", "note": "You could not say how a refund would be recorded."})
    assert "Owen Walsh answered: start again from the scorecards" in " ".join(
        lead_drafted.get(at).text.split()
    )
    lead_drafted.post(f"{at}/draft", data={"version": 1})
    page = lead_drafted.get(at).text
    assert "answered: start again" not in page
    assert "how a refund would be recorded" in page


def test_only_whoever_drafts_asks_and_nothing_odd_is_asked(
    signed_in: As, lead_drafted: PageClient, at: str, owen: str
) -> None:
    for post in ("approver", "privacy_officer"):
        assert signed_in(post).post(f"{at}/asks", data={"ask": owen}).status_code == 403
        assert "Ask an interviewer" not in signed_in(post).get(at).text
    for odd in (
        "",
        "[]",
        "{}",
        '{"scorecard": 1, "criterion": "x"}',
        '{"scorecard": "x", "criterion": "x", "by": 1}',
    ):
        assert lead_drafted.post(f"{at}/asks", data={"ask": odd}).status_code == 400
    assert (
        lead_drafted.post(f"{at}/asks", data={"ask": json.dumps(OWEN | {"scorecard": "x"})}).status_code
        == 422
    )
    assert lead_drafted.post(f"{at}/asks/1/close").status_code in (404, 422)


def test_the_author_of_a_disputed_sentence_is_asked_from_follow_up(
    lead_approved: PageClient, at: str, told: str
) -> None:
    lead_approved.post(f"{at}/send/elsewhere", data={"channel": "post", "version": "1"})
    lead_approved.post(f"{at}/dispute", data={"note": "I asked first.", "sentence": told})
    page = lead_approved.see("/after")
    button = page.select_one("button[name=ask]")
    assert button is not None
    assert button.text == "Ask Owen Walsh"
    link = link_on(lead_approved.post(f"{at}/asks", data={"ask": button["value"]}).text)
    assert "this is not what happened" in lead_approved.get(link).text
    lead_approved.post(link, data={"level": "2", "note": "The tables came first."})
    number = first_dispute(lead_approved)
    seen = lead_approved.see("/after").select_one(f"#dispute-{number}")
    assert seen is not None
    assert "The tables came first." in seen.text
