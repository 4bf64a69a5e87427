"""A spreadsheet with headings of its own, from drop to draft: nothing typed but the role's levels."""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import House, barriers, sign_in

TABLE = """\
Interview feedback export;;;;;;;;
Run on 28 November 2026;;;;;;;;
;;;;;;;;
Applicant No;Applicant;Post;Assessor;Date;Score Planning;Score Teamwork;Remarks Planning;Overall
A-17;Teal, Rowan;Data Engineer;Ana Reyes;09/11/2026;2;4;Started on the code before a plan was there.;No Hire
A-17;Teal, Rowan;Data Engineer;Ben Marsh;10/11/2026;2;4;Did not say which step would come first.;Leaning No
A-18;Berg, Noa;Data Engineer;Ana Reyes;09/11/2026;4;3;Wrote a plan with four steps before the first line.;Hire
"""
MOST_CLICKS = 12  # with the one that chooses the file
PICTURES = os.environ.get("RECRUITER_KIT_SCREENSHOTS")


def test_a_spreadsheet_with_odd_headings_goes_from_drop_to_draft(page: Page, house: House) -> None:
    clicks: list[str] = []

    def click(selector: str) -> None:
        clicks.append(selector)
        page.click(selector)

    def look(name: str) -> None:
        assert barriers(page, 1280) == []
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)

    with (house.instance / "standard.yaml").open("a", encoding="utf-8") as settings:
        settings.write("organisation: Northgate Logistics\n")
    sign_in(page, house, "lead")
    page.goto(f"{house.address}/import")
    clicks.append("the files")
    page.set_input_files(
        "input[type=file]", {"name": "ratings.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )
    click("button:has-text('Upload')")
    page.wait_for_selector("text=Match your columns")
    look("columns")
    click("button:has-text('Continue')")
    page.wait_for_selector("text=What the values mean")
    click("text=The day comes first")
    look("values")
    click("button:has-text('Continue')")
    page.wait_for_selector("text=Check before importing")
    look("read")
    click("button[value=keep]")
    page.wait_for_selector("text=Level needed")
    page.fill("#required-c0", "4")
    page.fill("#required-c1", "3")
    look("role")
    click(".save button")
    click("a:has-text('Rowan Teal')")
    click("a:has-text('Record the decision')")
    click("text=Planning")
    look("decision")
    click("button:has-text('Save decision')")
    click("text=Draft the feedback")
    page.wait_for_selector(".sentence")
    look("draft")
    letter = page.locator(".sentence").all_inner_texts()
    assert any("Started on the code before a plan was there" in text for text in letter)
    assert len(clicks) <= MOST_CLICKS, clicks
