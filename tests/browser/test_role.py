"""The form of a role in a browser: its buttons work in place, and nothing typed is lost on the way."""

from playwright.sync_api import Dialog, Page

from recruiter_kit.installation import Installation
from recruiter_kit.model import Role
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import applications
from tests.browser.conftest import House, follow, sign_in


def role(house: House) -> Role:
    db = open_store(Installation(house.instance).database)
    (found,) = applications.roles(db)
    db.conn.close()
    return found


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name + ' ' + document.activeElement.value"))


def test_a_role_is_made_and_its_criteria_ordered_without_a_page_load(page: Page, house: House) -> None:
    sign_in(page, house, "recruiter")
    page.goto(f"{house.address}/new-role")
    page.fill("#title", "Ward Nurse")
    page.fill("#criteria", "Handover\nDrug calculations")
    follow(page, "text=Add this role")
    page.evaluate("window.here = true")
    page.fill("[name=required-c0]", "3")
    page.click("#steps-c1 summary")
    page.fill("[name=advice-c1]", "Calculate ten doses.")
    page.click("button[value='up:c1']")
    page.wait_for_selector("#criteria > fieldset:first-of-type#criterion-c1")
    assert focused(page).startswith("do "), "the hand stays at the buttons"
    assert page.locator("#steps-c1").get_attribute("open") is not None
    page.click("button[value=add]")
    page.wait_for_selector("[name=name-n0]:focus")
    page.keyboard.type("Being calm")
    page.click("button[value='remove:c0']")
    page.wait_for_selector("#criterion-c0", state="detached")
    assert page.evaluate("window.here"), "no page was loaded"
    assert [each.name for each in role(house).criteria] == ["Handover", "Drug calculations"]
    follow(page, ".save button")
    assert [(each.name, each.advice) for each in role(house).criteria] == [
        ("Drug calculations", ("Calculate ten doses.",)),
        ("Being calm", ()),
    ]


def test_leaving_with_something_typed_is_asked_about(page: Page, house: House) -> None:
    sign_in(page, house, "recruiter")
    page.goto(f"{house.address}/new-role")
    page.fill("#title", "Ward Nurse")
    page.fill("#criteria", "Handover")
    follow(page, "text=Add this role")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.fill("[name=name-c0]", "Handing over")
    follow(page, "text=Cancel")
    assert asked == ["beforeunload"]
    assert role(house).criteria[0].name == "Handover"
