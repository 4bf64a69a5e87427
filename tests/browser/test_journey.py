"""From an export to a candidate who was told, in the browser."""

import json
import time
from email import message_from_string
from email.policy import default

import pytest
from playwright.sync_api import Browser, Page

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports
from tests.browser.conftest import (
    NORTHGATE,
    PASSWORD,
    House,
    bring_in,
    done,
    draft,
    edit,
    follow,
    patient,
    saved,
    sign_in,
)
from tests.places import GOLD


def undecided() -> dict[str, object]:
    """Return the gold example as a file in which nobody has decided yet."""
    export = json.loads((GOLD / "marta.json").read_text("utf-8"))
    del export["applications"][0]["decision"]
    return {"name": "marta.json", "mimeType": "application/json", "buffer": json.dumps(export).encode()}


def until_told(page: Page, house: House) -> None:
    """Look into the queue until the mail has left and nobody waits there."""
    for _ in range(100):
        page.goto(f"{house.address}/queue")
        if page.locator("text=Nothing to do").count():
            return
        time.sleep(0.2)
    raise AssertionError(page.inner_text("main"))


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_from_import_to_an_e_mail_that_arrives(page: Page, house: House, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    bring_in(page, house, undecided())
    here = page.url
    assert page.locator("text=Draft the feedback").count() == 0
    page.click("a:has-text('Record the decision')")
    page.check("text=Data modelling")
    page.check("text=SQL")
    page.fill("#decided_by", "Ana Ruiz")
    page.click("button:has-text('Save decision')")
    page.click("text=Draft the feedback")
    page.locator("a.sentence").nth(4).click()
    area = page.locator(".editor textarea[data-statement]")
    meant = area.input_value()
    area.fill("You were not a culture fit.")
    page.wait_for_selector(".finding:has-text('culture fit')")
    area.fill(meant)
    page.wait_for_selector(".finding:has-text('culture fit')", state="detached")
    saved(page)
    page.click("button:has-text('Approve')")
    page.wait_for_selector(".title .tag:has-text('approved')")
    page.click("nav a:has-text('Call')")
    page.click("text=Start the call")
    page.wait_for_selector(".steps:visible")
    page.keyboard.press("Space")
    page.keyboard.press("5")
    if page.locator(".call-end > summary").is_visible():
        page.keyboard.press("Escape")
        page.click(".call-end > summary")
    page.fill("#notes", "Quiet, thanked us.")
    page.click("button[name=reached]")
    page.wait_for_selector("text=You promised it in writing")
    page.click("button:has-text('Send (undo')")
    page.wait_for_selector("text=unless you undo it")
    until_told(page, house)
    (message,) = house.arrived
    assert "To: Marta Silva" in message
    page.goto(here)
    page.click("text=What happened so far")
    assert "phone: reached" in page.inner_text("main")
    assert "email: sent" in page.inner_text("main")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names has the focus, as somebody without a mouse does."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_the_whole_journey_by_the_keyboard_alone(page: Page, house: House) -> None:
    bundle = read(GOLD / "marta.json")
    imports.keep_import(
        open_store(Installation(house.instance).database), bundle, b"gold", "marta.json", "terminal"
    )
    page.goto(f"{house.address}/sign-in")
    tab_to(page, "#email")
    page.keyboard.type("lead@example.org")
    tab_to(page, "#password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-help]:visible")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Draft the feedback")
    tab_to(page, "nav.actions button:not(.quiet)")
    page.keyboard.press("Enter")
    page.wait_for_selector(".sentence")
    tab_to(page, ".sentence")
    page.keyboard.press("Enter")
    page.wait_for_selector(".editor textarea[data-statement]:focus")
    page.keyboard.type(" We are sure.")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=version 2, draft")
    page.wait_for_selector(".editor", state="detached")
    tab_to(page, "button[value=approve]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=version 2, approved")
    tab_to(page, "nav.actions a[href$='/call']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "a[href$='/call/now']")
    page.keyboard.press("Enter")
    page.wait_for_selector(".steps:visible")
    assert page.locator(".step:visible").count() == 1
    page.keyboard.press("Space")
    assert "We're not offering you" in page.inner_text(".step:visible")
    page.keyboard.press("7")
    assert page.locator("details[data-key='7']").get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator(".card[open]").count() == 0
    tab_to(page, "#notes")
    page.keyboard.type("Calm.")
    tab_to(page, "button[name=reached]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=You promised it in writing")
    tab_to(page, ".leave form button")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=unless you undo it")
    until_told(page, house)
    body = message_from_string(house.arrived[0], policy=default).get_body(("plain",))
    assert body is not None
    assert "We are sure." in body.get_content()


def test_the_queue_by_the_keyboard(page: Page, house: House) -> None:
    draft(page, house)
    page.goto(f"{house.address}/queue")
    page.wait_for_selector("[data-help]:visible")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "Marta Silva"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "text"


def test_better_wording_is_taken_with_one_click(page: Page, house: House) -> None:
    draft(page, house)
    area = edit(page, "We are not offering")
    meant = area.input_value()
    area.fill("Unfortunately, we are not offering you the role. We will stay in touch.")
    page.click("button:has-text('Use: We are not offering you the role.')")
    page.wait_for_selector(".editor .finding:has-text('apology')", state="detached")
    assert area.input_value() == "We are not offering you the role. We will stay in touch."
    page.click("button:has-text('Back to how it was')")
    assert area.input_value() == meant


def test_a_statement_lights_its_source_and_the_source_the_statement(page: Page, house: House) -> None:
    draft(page, house)
    statement = page.locator(".sentence:not([data-sources=''])").first
    statement.hover()
    lit = page.locator(".behind.lit")
    assert lit.count() >= 1
    page.hover("h1")
    assert page.locator(".behind.lit").count() == 0
    page.locator(".behind").first.hover()
    assert page.locator(".sentence.lit").count() >= 1


def test_two_people_edit_at_once_and_nothing_is_lost(page: Page, house: House, chromium: Browser) -> None:
    here = draft(page, house)
    context = patient(chromium)
    second = context.new_page()
    sign_in(second, house, "recruiter")
    second.goto(here)
    field = edit(second, "Thank you")
    edit(page, "Thank you").fill("The first was quicker.")
    done(page)
    page.wait_for_selector("text=version 2")
    field.fill("What the second one wrote.")
    second.wait_for_selector("text=Someone else saved a version while you were writing")
    assert [each.input_value() for each in second.locator("textarea").all()] == ["What the second one wrote."]
    context.close()


def test_words_that_are_not_saved_are_asked_about_before_an_approval(page: Page, house: House) -> None:
    draft(page, house)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    field = edit(page, "Thank you")
    page.context.set_offline(True)
    field.fill("Half an hour of work.")
    page.wait_for_selector("#saved:has-text('Not saved yet')")
    page.locator("button[value=approve]").click(no_wait_after=True)
    with page.expect_event("dialog"):
        page.evaluate("() => { location.href = '/queue'; }")
    assert asked == ["beforeunload"]
    assert field.input_value() == "Half an hour of work."
    page.context.set_offline(False)
    saved(page)
    done(page)
    page.wait_for_selector("text=version 2, draft")
    assert asked == ["beforeunload"]


def test_what_is_missing_at_the_end_of_a_call_is_seen_on_a_telephone(page: Page, house: House) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    here = draft(page, house)
    follow(page, "button:has-text('Approve')")
    page.goto(f"{here}/call/now")
    page.click(".flag[data-flag=fact] summary")
    page.click(".flag[data-flag=fact] [data-close]")
    page.click(".call-end > summary")
    follow(page, "button[name=reached]")
    assert page.locator(".flag[data-flag=fact] .error").is_visible()


def test_a_session_that_ends_while_writing_loses_no_word(page: Page, house: House) -> None:
    here = draft(page, house)
    field = edit(page, "Thank you")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    field.fill("Half an hour of work.")
    page.wait_for_selector("#saved:has-text('you have been signed out')")
    assert field.input_value() == "Half an hour of work."
    # Signed in again in another tab.
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    saved(page)
    page.goto(here)
    assert page.locator(".sentence", has_text="Half an hour of work.").count() == 1


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_no_part_of_the_call_needs_scrolling(page: Page, house: House, width: int, height: int) -> None:
    here = draft(page, house)
    follow(page, "button:has-text('Approve')")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{here}/call/now")
    for _ in range(page.locator(".step:not([data-path=writing], [data-path=none])").count()):
        assert page.evaluate("document.documentElement.scrollHeight") <= height, page.inner_text(
            ".step:visible"
        )
        said = page.locator(".say-now")
        assert said.evaluate("each => each.scrollHeight - each.clientHeight") <= 0
        page.keyboard.press("Space")


def test_the_journey_without_javascript(chromium: Browser, house: House) -> None:
    context = patient(chromium, java_script_enabled=False)
    page = context.new_page()
    here = draft(page, house)
    follow(page, "a.sentence >> nth=0")
    page.locator(".editor textarea[data-statement]").fill("Unfortunately, we are not offering you the role.")
    follow(page, "[data-done]")
    follow(page, "a.sentence >> nth=0")
    follow(page, "button:has-text('Use: We are not offering you the role.') >> nth=0")
    follow(page, "button:has-text('Approve')")
    page.goto(f"{here}/call/now")
    assert page.locator(".step:visible").count() == page.locator(".step").count()
    page.click("button[name=reached]")
    page.click("summary:has-text('sent it another way')")
    page.click("text=I have sent the letter by post")
    page.wait_for_selector("text=Nothing to do")
    page.goto(f"{house.address}/candidates?status=told")
    for needs_a_script in ("[data-help]", "[data-page]", "[data-ticked]"):
        assert page.locator(needs_a_script).count() == 1
        assert not page.locator(needs_a_script).is_visible(), needs_a_script
    context.close()


def test_all_of_a_page_are_drafted_and_sent_from_the_queue(page: Page, house: House) -> None:
    sign_in(page, house, "lead")
    page.goto(f"{house.address}/import")
    page.set_input_files(
        "input[type=file]", [str(NORTHGATE / each) for each in ("bundle.json", "roles.yaml")]
    )
    page.click("button:has-text('Upload')")
    follow(page, "button[value=keep]")
    page.wait_for_selector("[data-help]:visible")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.inner_text("[data-ticked]") == "1 selected"
    page.keyboard.press("?")
    page.wait_for_selector("#keys[open]")
    page.keyboard.press("Escape")
    page.check("[data-page]")
    page.click("[data-needs=draft]")
    page.wait_for_selector("text=drafted. Each still has to be read")
    addresses = [each.get_attribute("href") for each in page.locator("td[data-name=Candidate] a").all()]
    for each in addresses:
        page.goto(house.address + str(each))
        if page.locator("button[value=approve]").count() and not page.locator(".finding.error").count():
            follow(page, "button[value=approve]")
    page.goto(f"{house.address}/queue?tab=tell")
    page.check("[data-page]")
    follow(page, "[data-needs=send]")
    chosen = page.locator("input[name=application]").count()
    assert chosen > 1
    page.click("text=undo for")
    page.wait_for_selector("h1:has-text('Outbox')")
    for _ in range(200):
        if len(house.arrived) == chosen:
            break
        time.sleep(0.1)
    assert len(house.arrived) == chosen


def test_words_that_the_browser_brings_back_are_looked_at(page: Page, house: House) -> None:
    here = draft(page, house)
    with page.expect_response("**/check"):
        edit(page, "Thank you").fill("You were not a culture fit.")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{house.address}/queue")
    page.go_back()
    assert page.url == here
    page.wait_for_selector(".finding:has-text('culture fit')")
