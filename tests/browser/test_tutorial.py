"""The tutorial (docs/first-feedback.md), step by step in the browser; on request it takes its pictures.

RECRUITER_KIT_SCREENSHOTS=docs/pictures pytest -n 0 tests/browser/test_tutorial.py writes them again.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import NORTHGATE, PASSWORD, done
from tests.places import DOCS

SCREENSHOTS = "RECRUITER_KIT_SCREENSHOTS"
PICTURES = ("import", "queue", "feedback", "letter", "call", "told")
MOST_BYTES = 150_000
COLOURS = 128
CANDIDATE = "sw-01"


@pytest.fixture
def first_link(tmp_path: Path) -> Iterator[str]:
    """An installation in an empty folder; gives the link that makes the first account."""
    program = Path(sys.executable).parent / "recruiter-kit"
    command = [str(program), "serve", "--port", "0", "--instance", str(tmp_path)]
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, **quiet) as server:  # type: ignore[call-overload]
        assert server.stdout is not None
        server.stdout.readline()
        link = re.search(r"http://\S+", server.stdout.readline())
        assert link is not None
        yield link[0]
        server.terminate()


def picture(page: Page, name: str) -> None:
    """Take a picture of what a desk's screen shows, where the environment asks for it."""
    assert name in PICTURES
    folder = os.environ.get(SCREENSHOTS)
    if folder:
        page.wait_for_load_state("networkidle")
        # Hiding the caret would put a style into the page, which its policy refuses.
        screen = page.screenshot(caret="initial")
        Image.open(BytesIO(screen)).convert("RGB").quantize(COLOURS).save(
            Path(folder) / f"{name}.png", optimize=True
        )


def submit(page: Page, form: str, button: str = "button") -> None:
    """Press a button of the form whose action ends with `form`, and wait for the page after it."""
    with page.expect_navigation():
        page.locator(f"form[action$='{form}'] {button}").first.click()


def test_from_an_empty_folder_to_a_candidate_who_was_told(page: Page, first_link: str) -> None:
    address = first_link.partition("/link/")[0]
    page.goto(first_link)
    page.fill("#name", "Dana Okafor")
    page.fill("#email", "dana.okafor@example.org")
    page.check("#recruits")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/queue")

    page.goto(f"{address}/import")
    page.set_input_files(
        "input[type=file]", [str(NORTHGATE / name) for name in ("bundle.json", "roles.yaml")]
    )
    page.click("button:has-text('Upload')")
    page.wait_for_selector("button[value=keep]")
    picture(page, "import")
    page.click("button[value=keep]")
    page.wait_for_url(f"{address}/queue")
    page.wait_for_selector("[data-help]:visible")
    picture(page, "queue")

    page.locator(f"a[href='/applications/{CANDIDATE}']").first.click()
    submit(page, f"/applications/{CANDIDATE}/draft")
    page.wait_for_selector(".sentence")
    page.locator(".sentence:not([data-sources=''])").first.hover()
    picture(page, "feedback")
    page.locator("a.sentence").nth(3).click()
    area = page.locator(".editor textarea[data-statement]")
    meant = area.input_value()
    area.fill("You were not a culture fit.")
    page.wait_for_selector(".finding:has-text('culture fit')")
    area.fill(meant)
    page.wait_for_selector(".finding:has-text('culture fit')", state="detached")
    done(page)

    page.goto(f"{address}/applications/{CANDIDATE}?beside=letter")
    page.wait_for_selector("img.letter")
    page.locator("#beside").scroll_into_view_if_needed()
    picture(page, "letter")
    submit(page, f"/applications/{CANDIDATE}/approval", "button[value=approve]")

    page.goto(f"{address}/applications/{CANDIDATE}/call/now")
    page.wait_for_selector(".steps:visible")
    page.keyboard.press("Space")
    picture(page, "call")
    page.fill("#notes", "Calm. Asked for the letter.")
    page.click("button[name=reached]")
    page.wait_for_url(f"**/applications/{CANDIDATE}/send")
    page.locator("details:has(button[value=post]) > summary").click()
    page.click("button[value=post]")

    page.goto(f"{address}/candidates?status=told")
    expect(page.locator(f"a[href='/applications/{CANDIDATE}']").first).to_be_visible()
    page.goto(f"{address}/after")
    expect(page.locator("main")).to_contain_text("Nadia Haddad")
    picture(page, "told")


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_there_shown_and_small_enough(name: str) -> None:
    path = DOCS / "pictures" / f"{name}.png"
    assert path.stat().st_size <= MOST_BYTES
    assert f"](pictures/{name}.png)" in (DOCS / "first-feedback.md").read_text("utf-8")
