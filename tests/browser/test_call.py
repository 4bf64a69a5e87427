"""The call and its rehearsal in use: choices lead, flags do not hang up, silences are kept or not."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import House, barriers, draft, follow


@pytest.fixture
def at(page: Page, house: House) -> str:
    """Return the address of the gold example, approved."""
    here = draft(page, house)
    follow(page, "button:has-text('Approve')")
    return here


def begin(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".steps:visible")


def to_choice(page: Page) -> None:
    while not page.locator(".choose").is_visible():
        page.keyboard.press("ArrowRight")


def test_reasons_wanted_in_writing_skip_to_the_end_that_promises_them(page: Page, at: str) -> None:
    begin(page, f"{at}/call/now")
    to_choice(page)
    page.click("[data-choose=writing]")
    assert "in writing today" in page.inner_text(".step:visible")
    assert "Step 5 of 5" in page.inner_text(".progress")
    page.keyboard.press("ArrowRight")
    follow(page, "button[name=reached]")
    page.wait_for_selector("text=You promised it in writing")
    page.goto(at)
    page.click("text=What happened so far")
    assert "phone: in writing" in page.inner_text("#history")


def test_no_reasons_at_all_makes_that_the_outcome_at_hand(page: Page, at: str) -> None:
    begin(page, f"{at}/call/now")
    to_choice(page)
    page.click("[data-choose=none]")
    assert "just ask me" in page.inner_text(".step:visible")
    assert "quiet" not in (page.get_attribute("button[name=declined]", "class") or "")
    assert page.get_attribute("button[name=reached]", "class") == "quiet"


def test_a_flag_hangs_nobody_up_and_enter_in_its_words_records_nothing(page: Page, at: str) -> None:
    begin(page, f"{at}/call/now")
    page.keyboard.press("ArrowRight")
    page.click(".flag[data-flag=fact] summary")
    page.fill("#wrong", "It was 18 minutes.")
    page.click("[data-flag=fact] [data-close]")
    page.click(".flag.stop summary")
    page.click(".flag.stop [data-close]")
    page.focus("#ring_at")
    page.keyboard.press("Enter")
    assert page.url.endswith("/call/now")
    assert "We're not offering you the role." in page.inner_text(".step:visible")
    follow(page, "button[name=reached]")
    page.goto(at)
    assert "It was 18 minutes." in page.inner_text("main")
    assert "On hold" not in page.inner_text("main")


def test_an_open_card_moves_nothing_and_one_tap_opens_it_on_a_telephone(page: Page, at: str) -> None:
    for width, height in ((1280, 800), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        begin(page, f"{at}/call/now")
        place = page.locator(".flag.stop summary").bounding_box()
        page.click("[data-card=tears] summary")
        assert page.locator("[data-card=tears] .spoken").is_visible()
        assert page.locator(".flag.stop summary").bounding_box() == place
    assert "(space)" not in page.inner_text("[data-on]")


def test_the_keys_are_shown_and_only_when_asked_for(page: Page, at: str) -> None:
    begin(page, f"{at}/call/now")
    assert not page.locator(".call-keys").is_visible()
    page.keyboard.press("?")
    assert page.locator(".call-keys").is_visible()


def test_a_rehearsal_waits_for_what_is_said_and_for_the_silence(page: Page, at: str) -> None:
    begin(page, f"{at}/rehearse?mood=tearful")
    assert page.locator(".candidate:visible").count() == 0
    page.click("[data-on]")
    assert "waiting for your call" in page.inner_text(".step:visible .candidate")
    page.click("[data-on]")
    page.click("[data-on]")
    page.click("[data-on]")
    assert "You went on too early" in page.inner_text("[data-too-soon]")
    assert "just need a second" in page.inner_text(".step:visible .candidate")


def test_a_silence_that_is_kept_is_answered_by_itself_and_the_debrief_says_so(page: Page, at: str) -> None:
    begin(page, f"{at}/rehearse?mood=tearful")
    for _ in range(3):
        page.click("[data-on]")
    page.wait_for_selector(".step:visible .candidate", timeout=20_000)
    page.keyboard.press("2")
    page.click("[data-card=tears] [data-said]")
    assert "rather hear it now" in page.inner_text("[data-card=tears] [data-reply]")
    page.keyboard.press("Escape")
    page.fill("#typed", "You were not a culture fit.")
    for _ in range(60):
        if page.locator(".debrief").is_visible():
            break
        page.evaluate("document.querySelector('[data-on]').click()")
        page.wait_for_timeout(50)
    page.wait_for_selector(".debrief:visible")
    debrief = page.inner_text(".debrief")
    silences = page.locator(".step:has([data-pause])").count()
    assert page.inner_text("[data-kept]") == f"1 of {silences}", "short ones count as well"
    assert page.inner_text("[data-used]") == "Tears"
    assert "Am I bad at this?" in page.inner_text("[data-missed]")
    assert "culture fit" in page.inner_text("[data-forbidden]")
    assert "Nothing of this is kept." in debrief


@pytest.mark.parametrize(("scheme", "width", "height"), [("light", 390, 844), ("dark", 1280, 800)])
def test_nobody_is_kept_out_of_the_call_whatever_is_open(
    page: Page, at: str, scheme: str, width: int, height: int
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": height})
    found = {}
    page.goto(f"{at}/call")
    found["before"] = barriers(page, width)
    begin(page, f"{at}/call/now")
    found["call"] = barriers(page, width)
    page.keyboard.press("3")
    found["card"] = barriers(page, width)
    page.keyboard.press("Escape")
    page.click(".flag.stop summary")
    found["allegation"] = barriers(page, width)
    page.click(".flag.stop [data-close]")
    page.keyboard.press("?")
    found["keys"] = barriers(page, width)
    begin(page, f"{at}/rehearse")
    found["rehearsal"] = barriers(page, width)
    page.goto(f"{at}/outcome")
    found["nothing to change"] = barriers(page, width)
    assert {name: each for name, each in found.items() if each} == {}
