"""From a click on the candidate's page to an answer on a telephone, through a real mail server."""

import json
import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page

from tests.browser.conftest import House, barriers, bring_in, patient
from tests.mail.mailbox import Mailbox, serving
from tests.places import GOLD

SEEN = "The candidate drew the tables for eight minutes before asking what the reports were for."
TELEPHONE = (390, 844)


def with_a_verdict_only() -> FilePayload:
    """Return the gold example, in which what Owen Walsh wrote on a decisive criterion is a verdict."""
    bundle = json.loads((GOLD / "marta.json").read_text("utf-8"))
    for card in bundle["applications"][0]["scorecards"]:
        for rating in card["ratings"]:
            if rating["criterion"] == "modelling":
                rating["note"] = "Weak."
    return {"name": "marta.json", "mimeType": "application/json", "buffer": json.dumps(bundle).encode()}


@pytest.fixture
def mailbox(house: House) -> Iterator[Mailbox]:
    """Let mail of the installation arrive in a mailbox that reads it."""
    found = Mailbox()
    with serving(found) as server:
        (house.instance / "mail.yaml").write_text(
            f"host: 127.0.0.1\nport: {server.port}\nsecurity: none\nundo_seconds: 0\n", encoding="utf-8"
        )
        yield found


def link_in(mailbox: Mailbox, subject: str) -> str:
    """Wait for the message with this subject; return the link in it."""
    for _ in range(600):
        for message in mailbox.messages:
            if subject in str(message["Subject"]):
                found = re.search(r"http://\S+", message.get_content())
                assert found is not None
                return found[0]
        time.sleep(0.05)
    raise AssertionError([str(message["Subject"]) for message in mailbox.messages])


def test_an_interviewer_is_asked_and_answers_on_a_telephone(
    page: Page, house: House, chromium: Browser, mailbox: Mailbox
) -> None:
    bring_in(page, house, with_a_verdict_only())
    page.click("text=Draft the feedback")
    page.wait_for_selector("#asks")
    at = page.url
    page.click("#asks button:has-text('Ask Owen Walsh')")
    assert barriers(page, 1280) == []
    page.fill("#email", "owen@example.org")
    page.click("text=Send the question")
    page.wait_for_selector("text=Sent to owen@example.org")
    assert barriers(page, 1280) == []
    link = link_in(mailbox, "A question about your interview notes")

    telephone = patient(chromium, viewport={"width": TELEPHONE[0], "height": TELEPHONE[1]})
    other = telephone.new_page()
    other.goto(link)
    assert barriers(other, TELEPHONE[0]) == []
    assert other.locator("nav").count() == 0
    other.fill("#note", "Not a culture fit.")
    other.wait_for_selector(".finding")
    assert barriers(other, TELEPHONE[0]) == []
    other.fill("#note", SEEN)
    other.wait_for_selector(".finding", state="detached")
    other.click("text=Send answer")
    other.wait_for_selector("text=Thank you")
    other.goto(link)
    assert other.locator("textarea").count() == 0
    assert SEEN in other.inner_text("main")
    assert barriers(other, TELEPHONE[0]) == []
    telephone.close()

    assert link_in(mailbox, "answered your question").startswith(at)
    page.goto(at)
    assert "answered: start again from the scorecards" in page.inner_text("#asks-answered")
    page.click("#asks-answered button")
    page.wait_for_selector("#asks-answered", state="detached")
    assert "You drew the tables for eight minutes" in page.content()
