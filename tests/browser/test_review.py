"""A letter is reviewed as it is read: edited where it is, saved by itself, approved one after the other."""

import subprocess
import sys

import pytest
from playwright.sync_api import Browser, Page, expect

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import versions
from tests.browser.conftest import NORTHGATE, House, done, draft, edit, patient, saved, sign_in
from tests.places import ROOT

MOST_TABS = 12


def newest(house: House) -> versions.Version:
    db = open_store(Installation(house.instance).database)
    found = versions.newest(db, "marta")
    db.conn.close()
    return found


def test_a_stretch_of_typing_is_one_version_and_undone_with_a_key(page: Page, house: House) -> None:
    draft(page, house)
    before = page.locator(".sentence").first.inner_text()
    field = edit(page, before)
    for words in ("Thanks.", "Thanks a lot.", "Thanks a lot for coming."):
        field.fill(words)
        saved(page)
    assert newest(house).version == 2
    done(page)
    sentence = page.locator(".sentence").first
    page.keyboard.press("z")
    expect(sentence).to_have_text("Thanks a lot.")
    for _ in range(2):
        page.wait_for_selector("#saved:text-is('Saved')")
        page.keyboard.press("z")
    expect(sentence).to_have_text(before)
    page.keyboard.press("Shift+Z")
    expect(sentence).to_have_text("Thanks.")
    assert newest(house).version == 2


def test_a_sentence_that_was_removed_comes_back_with_undo(page: Page, house: House) -> None:
    draft(page, house)
    count = page.locator(".sentence").count()
    edit(page, "Thank you")
    page.click("button:has-text('Remove')")
    expect(page.locator(".sentence")).to_have_count(count - 1)
    page.click("button:has-text('Undo')")
    expect(page.locator(".sentence")).to_have_count(count)


def test_controls_are_only_where_the_hand_is(page: Page, house: House) -> None:
    draft(page, house)
    assert page.locator("#letter .sentence-tools, #letter textarea[data-statement]").count() == 0
    edit(page, "We are not offering")
    assert page.locator("#letter textarea[data-statement]").count() == 1
    assert page.locator("button:has-text('Move up'), button:has-text('Move down')").count() == 0
    page.locator("a.sentence").nth(3).click()
    page.wait_for_selector("button:has-text('Remove')")
    assert page.locator("#letter textarea[data-statement]").count() == 1


def test_approve_is_a_few_tabs_away_and_the_letter_is_one_stop(page: Page, house: House) -> None:
    here = draft(page, house)
    page.goto(here)
    tabs = 0
    while not page.evaluate("document.activeElement.matches('button[value=approve]')"):
        page.keyboard.press("Tab")
        tabs += 1
        assert tabs <= MOST_TABS
    page.locator("#text-t1").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.statement") == "t2"
    page.keyboard.press("e")
    page.wait_for_selector(".editor textarea[data-statement]:focus")
    page.keyboard.press("Escape")
    page.wait_for_selector("#text-t2:focus")
    assert page.locator("#letter [tabindex='0']").count() == 1


def test_the_next_problem_is_a_key_away_and_keys_are_letters_in_a_field(page: Page, house: House) -> None:
    draft(page, house)
    edit(page, "You jumped to tables").fill("You were not a culture fit.")
    saved(page)
    page.keyboard.type(" an")
    assert page.locator(".editor textarea[data-statement]").input_value().endswith(" an")
    done(page)
    assert "to fix" in page.inner_text("#problems")
    assert "Can't be approved yet: " in page.inner_text("#bar")
    page.locator("#title").click()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.wrong") in ("error", "warning")
    page.keyboard.press("?")
    page.wait_for_selector("#keys[open]")


def drafted(page: Page, house: House) -> None:
    """Import the Northgate sample and draft all of it."""
    sign_in(page, house, "lead")
    page.goto(f"{house.address}/import")
    page.set_input_files(
        "input[type=file]", [str(NORTHGATE / each) for each in ("bundle.json", "roles.yaml")]
    )
    page.click("button:has-text('Upload')")
    page.click("button[value=keep]")
    page.wait_for_selector("h1:text-is('To do')")
    page.check("[data-page]")
    page.click("[data-needs=draft]")
    page.wait_for_selector("text=drafted. Each still has to be read")


def test_letters_are_approved_one_after_the_other_with_one_key_each(page: Page, house: House) -> None:
    drafted(page, house)
    page.locator("td[data-name=Candidate] a").first.click()
    page.wait_for_selector("#bar")
    places = []
    for _ in range(10):
        button = page.locator("#bar button[value=approve]")
        go_on = page.locator("#bar nav a:has-text('Next')")
        if not button.count():
            if not go_on.count():
                break
            go_on.click()
            continue
        places.append(button.inner_text())
        with page.expect_navigation():
            page.keyboard.press("a")
        if "/queue" in page.url:
            break
    assert len(places) > 1
    assert "Approve and next" in places[0]
    assert "Approved: " in page.inner_text("main") or "last letter" in page.inner_text("main")


@pytest.mark.parametrize("where", ["server", "offline"])
def test_words_that_could_not_be_saved_come_back_after_a_reload(page: Page, house: House, where: str) -> None:
    here = draft(page, house)
    page.on("dialog", lambda dialog: dialog.accept())
    field = edit(page, "Thank you")
    if where == "offline":
        page.context.set_offline(True)
    else:
        page.route("**/statements", lambda route: route.fulfill(status=503, body="<main><p>busy</p></main>"))
    field.fill("Half an hour of work.")
    page.wait_for_selector("#saved:has-text('Not saved yet')")
    assert newest(house).version == 1
    page.context.set_offline(False)
    page.unroute_all()
    page.goto(f"{house.address}/account")
    page.goto(here)
    # Back online, the page that is left may have saved them itself: then they are in the letter already.
    letter = page.locator("a.sentence", has_text="Half an hour of work.")
    given_back = page.locator(".editor textarea[data-statement]")
    letter.or_(given_back).first.wait_for()
    if given_back.count():
        expect(given_back).to_have_value("Half an hour of work.")
        saved(page)
    assert any(each.text == "Half an hour of work." for each in newest(house).feedback.statements)


def test_words_are_put_back_by_hand_where_the_sentence_has_changed_since(
    page: Page, chromium: Browser, house: House
) -> None:
    here = draft(page, house)
    field = edit(page, "Thank you")
    other = patient(chromium)
    second = other.new_page()
    sign_in(second, house, "recruiter")
    second.goto(here)
    edit(second, "Thank you").fill("The other was quicker.")
    saved(second)
    other.close()
    field.fill("What was typed here.")
    page.wait_for_selector("text=Someone else saved a version while you were writing")
    page.goto(here)
    note = page.locator(".note.warning", has_text="You typed this before")
    assert "What was typed here." in note.inner_text()
    note.get_by_text("Put it back").click()
    saved(page)
    assert any(each.text == "What was typed here." for each in newest(house).feedback.statements)


def test_nothing_is_lost_when_the_browser_or_the_server_dies_while_somebody_types() -> None:
    # In a process of its own: what a killed browser leaves behind is nothing of this one's.
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.autosave", "4"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "4 kills: 0 lost what was called saved" in said.stdout
    assert "4 kills: 0 lost what was typed" in said.stdout
