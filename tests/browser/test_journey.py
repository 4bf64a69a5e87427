"""From an export to a candidate who was told, in the browser."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import GOLD, House, sign_in


def draft(page: Page, house: House) -> str:
    """Import the gold example and draft its feedback; return the address of its page."""
    sign_in(page, house, "lead")
    page.goto(f"{house.address}/import")
    page.set_input_files("input[type=file]", str(GOLD / "marta.json"))
    page.click("text=Read them")
    page.click("text=Keep it")
    page.click("text=To the queue")
    page.click("text=Marta Silva")
    page.click("text=Draft the feedback")
    page.wait_for_selector(".statement")
    return page.url


def test_from_import_to_an_e_mail_that_arrives(page: Page, house: House) -> None:
    here = draft(page, house)
    area = page.locator(".statement textarea").nth(4)
    meant = area.input_value()
    area.fill("You were not a culture fit.")
    page.wait_for_selector(".finding:has-text('culture fit')")
    area.fill(meant)
    page.wait_for_selector(".finding:has-text('culture fit')", state="detached")
    page.click("button:has-text('Approve')")
    page.wait_for_selector("text=version 1, approved")
    page.click("text=E-mail")
    page.click("button:has-text('Send it')")
    for _ in range(100):
        if house.arrived:
            break
        time.sleep(0.1)
    (message,) = house.arrived
    assert "To: Marta Silva" in message
    page.goto(f"{house.address}/queue")
    page.wait_for_selector("text=Nobody is waiting here")
    page.goto(here)
    page.click("text=What happened so far")
    assert "email: sent" in page.inner_text("main")


def test_a_call_by_the_keyboard_alone(page: Page, house: House) -> None:
    here = draft(page, house)
    page.click("button:has-text('Approve')")
    page.goto(f"{here}/call")
    assert page.locator(".step:visible").count() == 1
    page.keyboard.press("Space")
    assert "We are not offering you" in page.inner_text(".step:visible")
    page.keyboard.press("7")
    assert page.locator("details[data-key='7']").get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator("details[open]").count() == 0
    page.fill("textarea", "Calm.")
    page.locator("button[name=reached]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Nobody is waiting here")


def test_the_queue_by_the_keyboard(page: Page, house: House) -> None:
    draft(page, house)
    page.goto(f"{house.address}/queue")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "Marta Silva"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "text"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out_and_all_fit_a_telephone(
    chromium: Browser, house: House, scheme: str
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{house.address}/sign-in")
    found = {"sign-in": Axe().run(page)}
    here = draft(page, house)
    page.click("button:has-text('Approve')")
    for place in ("/queue", "/import", "/audit"):
        page.goto(house.address + place)
        found[place] = Axe().run(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, place
    for place in ("", "/decision", "/call", "/rehearse", "/send"):
        page.goto(here + place)
        found[f"application{place}"] = Axe().run(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, place
    broken = {
        place: [(each["id"], each["nodes"][0]["html"][:200]) for each in results.response["violations"]]
        for place, results in found.items()
    }
    assert {place: each for place, each in broken.items() if each} == {}
    context.close()
