"""A disputed fact is answered from Follow-up: written, undone, sent, and there for the candidate to read."""

import time

from playwright.sync_api import Page

from tests.browser.conftest import House, barriers, draft, follow

SIZES = (1280, 390)


def test_a_dispute_is_answered_by_the_apps_own_mail(page: Page, house: House) -> None:
    at = draft(page, house)
    page.click("button:has-text('Approve')")
    page.goto(f"{at}/send")
    page.click("summary:has-text('I sent it another way')")
    follow(page, "text=I have sent the letter by post")
    page.goto(at)
    page.click("summary:has-text('Log a reply')")
    sentence = page.locator("#dispute-sentence option", has_text="You jumped to tables").get_attribute(
        "value"
    )
    page.select_option("#dispute-sentence", sentence)
    page.fill("#dispute-note", "I asked first.")
    follow(page, "text=Log the dispute")
    page.goto(f"{house.address}/after")
    page.click("summary:has-text('The fact was right')")
    page.wait_for_selector(".finding:has-text('Fill this in')")
    for width in SIZES:
        page.set_viewport_size({"width": width, "height": 800})
        assert barriers(page, width) == []
    answer = page.locator("textarea").first
    answer.fill(answer.input_value().replace("[What you found.]", "The recording shows it."))
    page.wait_for_selector("details[open] .finding", state="detached")
    follow(page, "button:has-text('Send to')")
    for _ in range(600):
        if house.arrived:
            break
        time.sleep(0.05)
    (message,) = house.arrived
    assert "Subject: Our answer about your feedback: Data Engineer" in message
    page.goto(f"{house.address}/after")
    assert "Sent by e-mail" in page.inner_text("main")
    assert "No open disputes" in page.inner_text("main")
    assert barriers(page, SIZES[-1]) == []
