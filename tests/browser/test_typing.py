"""Words are held against their note while they are typed, and marked in the text itself."""

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import House, barriers, done, draft, edit, follow, patient, saved, sign_in

SEEN = "You jumped to tables before asking what the reports were for."
WAREHOUSE = "You jumped to the warehouse tables before asking what the reports were for."
SWORE = "You swore at two pupils."


def field(page: Page) -> tuple[Locator, Locator]:
    """Return the field of what Owen Walsh noted on data modelling, and the statement that it is in."""
    return edit(page, SEEN), page.locator(".editor")


@pytest.mark.parametrize("width", [1280, 390])
def test_words_that_no_note_holds_are_marked_in_the_text(page: Page, house: House, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    draft(page, house)
    area, statement = field(page)
    with page.expect_response("**/check"):
        area.fill(WAREHOUSE)
    marked = statement.locator(".marks mark")
    marked.wait_for(state="attached")
    assert marked.all_inner_texts() == ["warehouse"]
    assert statement.locator(".marks").inner_text() == WAREHOUSE
    assert "“warehouse” is not in Owen Walsh's note." in statement.locator(".finding").first.inner_text()
    assert area.evaluate("each => each === document.activeElement"), "the person types on"
    boxes = statement.locator(".marked").evaluate(
        "each => [...each.children].map((one) => JSON.stringify(one.getBoundingClientRect()))"
    )
    assert len(boxes) == 2
    assert len(set(boxes)) == 1, "the marks lie under the words"
    statement.get_by_text("Back to how it was").click()
    page.wait_for_selector(".marks mark", state="detached")
    assert area.input_value() == SEEN


def test_refused_words_say_what_becomes_of_them_and_are_mended_with_a_note(page: Page, house: House) -> None:
    draft(page, house)
    area, statement = field(page)
    with page.expect_response("**/check"):
        area.fill(SWORE)
    statement.locator(".finding.error").wait_for()
    line = statement.locator(".finding.error").first.inner_text()
    assert line.startswith("This cannot rest on the note. ")
    assert statement.locator("mark.error").count() >= 1
    done(page)
    assert SWORE in page.inner_text(".unborne")
    assert not barriers(page, 1280)
    area = edit(page, SWORE)
    rests = page.locator(".rests")
    chosen = rests.locator("option", has_text="Jumped to tables").get_attribute("value")
    with page.expect_response("**/check"):
        rests.locator("select").select_option(chosen)
    page.wait_for_selector(".finding:has-text('This cannot rest on the note.')")
    with page.expect_response("**/check"):
        area.fill(SEEN)
    page.wait_for_selector(".finding:has-text('This cannot rest on the note.')", state="detached")
    saved(page)
    done(page)
    assert page.locator(".unborne").count() == 0
    follow(page, "button[value=approve]")
    assert "approved" in page.inner_text(".title")


def test_the_same_is_said_without_javascript_after_saving(chromium: Browser, house: House) -> None:
    context = patient(chromium, java_script_enabled=False)
    page = context.new_page()
    here = draft(page, house)
    follow(page, f"a.sentence:has-text('{SEEN}')")
    field_without_script = page.locator(".editor textarea[data-statement]")
    name = field_without_script.get_attribute("id")
    field_without_script.fill(WAREHOUSE)
    follow(page, "[data-done]")
    assert "“warehouse” is not in Owen Walsh's note." in page.inner_text("#statements")
    follow(page, f"#{name}")
    page.locator(f"#{name}").fill(SWORE)
    follow(page, "[data-done]")
    assert "cannot rest on the note. " in page.inner_text("[role=alert]")
    follow(page, f"#{name}")
    page.locator(f"#note-waiver-{str(name).removeprefix('text-')}").fill("I sat beside her.")
    follow(page, "[data-done]")
    assert "Reason: I sat beside her." in page.inner_text(".unborne")
    context.close()
    other = patient(chromium)
    approver = other.new_page()
    sign_in(approver, house, "lead")
    approver.goto(here)
    assert SWORE in approver.inner_text(".unborne")
    assert "One sentence rests on no note" in approver.inner_text("#approve")
    other.close()
