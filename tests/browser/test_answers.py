"""Questions are answered by the keyboard, shut nobody out, and lose no word that is typed meanwhile."""

import pytest
from playwright.sync_api import Browser, Page

from recruiter_kit.installation import Installation
from recruiter_kit.model import Bundle
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports
from tests.browser.conftest import SIZES, House, barriers, edit, follow, patient, sign_in
from tests.workflow.build import asking


def drafted(page: Page, house: House) -> None:
    """Open a draft that asks two questions."""
    application, role = asking()
    db = open_store(Installation(house.instance).database)
    both = Bundle(roles=(role,), applications=(application,))
    imports.keep_import(db, both, b"asked", "asked.json", "terminal")
    db.conn.close()
    sign_in(page, house, "lead")
    page.goto(f"{house.address}/applications/a1")
    follow(page, "text=Draft the feedback")


def test_a_question_is_answered_by_the_keyboard_and_typed_words_stay(page: Page, house: House) -> None:
    drafted(page, house)
    edit(page, "We are not offering").fill("We chose not to offer you the role.")
    page.locator(".questions button").first.focus()
    page.keyboard.press("Enter")
    assert "The letter now says" in page.inner_text(".good.note")
    assert page.locator(".sentence").first.inner_text() == "We chose not to offer you the role."
    assert page.locator(".questions li").count() == 1


@pytest.mark.parametrize(("scheme", "size"), [("dark", "telephone"), ("light", "desk")])
def test_questions_blanks_and_offers_shut_nobody_out(
    chromium: Browser, house: House, scheme: str, size: str
) -> None:
    width, height = SIZES[size]
    context = patient(chromium, viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    drafted(page, house)
    page.wait_for_load_state()
    assert page.locator(".questions, .blank, .missing").count() == 3
    assert barriers(page, width) == []
    page.click(".missing")
    page.wait_for_selector(".offers")
    assert barriers(page, width) == []
    context.close()
