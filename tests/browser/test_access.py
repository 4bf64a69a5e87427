"""No page shuts anybody out: axe-core in light and dark, on a telephone and at 200 per cent."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SIZES, House, barriers, done, draft, edit, follow, patient, sign_in
from tests.own_table import OWN


def walk(page: Page, house: House) -> Iterator[str]:
    """Go from page to page, and say the name of each once it is there."""
    page.goto(f"{house.address}/sign-in")
    yield "sign-in"
    here = draft(page, house)
    own = {"name": "own.csv", "mimeType": "text/csv", "buffer": OWN.encode()}
    for place in (
        "/queue",
        "/first-steps",
        "/help",
        "/import",
        "/scorecards/new",
        "/roles",
        "/roles/data-engineer/versions",
        "/roles/data-engineer/versions/1",
        "/new-role",
        "/roles/data-engineer/scorecard",
        "/outbox",
        "/after",
        "/standard",
        "/model",
        "/audit",
        "/account",
        "/nowhere",
    ):
        page.goto(house.address + place)
        yield place
    page.goto(f"{house.address}/import")
    page.set_input_files("input[type=file]", own)  # type: ignore[arg-type]
    page.click("button:has-text('Upload')")
    page.wait_for_selector("h1:has-text('Match your columns')")
    yield "columns"
    page.click("text=Continue")
    page.wait_for_selector("h1:has-text('What the values mean')")
    yield "values"
    page.click("text=Continue")
    page.wait_for_selector("h1:has-text('Check before importing')")
    yield "what was read"
    follow(page, "button[value=keep]")
    yield "after an import"
    page.goto(f"{house.address}/roles/data-engineer")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    yield "a role"
    page.goto(here)
    edit(page, "Thank you").fill("Unfortunately you were not a culture fit.")
    page.wait_for_selector(".editor .finding")
    yield "a sentence that is edited"
    done(page)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    yield "feedback with findings and every drawer open"
    page.goto(f"{here}?beside=letter")
    yield "letter beside"
    for place in ("/versions/2", "/decision", "/scorecard", "/rehearse"):
        page.goto(here + place)
        yield place
    page.goto(f"{here}/versions/1")
    follow(page, "text=Restore this version")
    follow(page, "button:has-text('Approve')")
    for place in ("/call", "/call/now", "/send"):
        page.goto(here + place)
        yield place
    page.goto(f"{house.address}/bulk-send?application={here.rpartition('/')[2]}")
    yield "many"
    page.goto(f"{here}/call/now")
    page.keyboard.press("8")
    if page.locator(".call-end > summary").is_visible():
        page.keyboard.press("Escape")
        page.click(".call-end > summary")
        yield "the end of the call on a small screen"
    page.keyboard.press("Escape")
    page.click(".flag.stop summary")
    yield "an allegation"
    page.fill("#alleged", "Was it my age?")
    page.click("button[name=alleged_discrimination]")
    page.wait_for_selector("text=Pause the feedback")
    yield "stopped"
    page.goto(here)
    yield "held"
    if page.is_visible("text=Menu"):
        page.click("text=Menu")
        yield "the menu on a small screen"
    follow(page, "text=Sign out")
    sign_in(page, house, "administrator")
    page.goto(f"{house.address}/people")
    page.fill("#name", "Omar")
    page.fill("input#email", "omar@example.org")
    page.click("text=Invite and create a link")
    page.wait_for_selector("#link")
    yield "people"
    page.goto(page.input_value("#link"))
    yield "link"


@pytest.mark.parametrize(
    ("scheme", "size"), [("light", "telephone"), ("dark", "desk"), ("light", "200 per cent")]
)
def test_no_page_shuts_anybody_out_and_all_fit(
    chromium: Browser, house: House, scheme: str, size: str
) -> None:
    width, height = SIZES[size]
    context = patient(chromium, viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    wrong = {}
    for name in walk(page, house):
        # A page that is found before its style sheet has come is not the one that people see.
        page.wait_for_load_state()
        found = barriers(page, width)
        if found:
            # A page may have been about to change; what shuts somebody out is still there a moment later.
            page.wait_for_timeout(1000)
            found = barriers(page, width)
        if found:
            wrong[name] = found
    assert wrong == {}
    context.close()
