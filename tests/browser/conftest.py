"""The app as people use it: the real server, a real mail server on loopback, Debian's Chromium."""

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from recruiter_kit.installation import Installation
from recruiter_kit.people import users
from recruiter_kit.people.accounts import new_link, set_password_by_link
from recruiter_kit.store.database import open_store
from tests.places import GOLD

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
NORTHGATE = GOLD.parent / "northgate"
MILLISECONDS_TO_WAIT = 60_000
SIZES = {"telephone": (360, 740), "200 per cent": (640, 400), "desk": (1280, 800)}
PASSWORD = "a long enough password"  # noqa: S105


class House(NamedTuple):
    """A running installation: where it answers, its folder, and the messages that arrived."""

    address: str
    instance: Path
    arrived: list[str]


class _Mailbox(Message):
    def __init__(self) -> None:
        super().__init__()
        self.arrived: list[str] = []

    def handle_message(self, message) -> None:  # type: ignore[no-untyped-def]
        self.arrived.append(message.as_string())


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    mailbox = _Mailbox()
    mail = Controller(mailbox, hostname="127.0.0.1", port=_free_port())
    mail.start()
    (tmp_path / "standard.yaml").write_bytes((GOLD / "standard.yaml").read_bytes())
    (tmp_path / "mail.yaml").write_text(
        f"host: 127.0.0.1\nport: {mail.port}\nsecurity: none\nundo_seconds: 0\n", encoding="utf-8"
    )
    db = open_store(Installation(tmp_path).database)
    for post in ("recruiter", "lead", "administrator"):
        person = users.add(db, post.title(), f"{post}@example.org", post, "terminal")
        set_password_by_link(db, new_link(db, person, "terminal"), PASSWORD)
    db.conn.close()
    program = Path(sys.executable).parent / "recruiter-kit"
    command = [str(program), "serve", "--port", "0", "--instance", str(tmp_path)]
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, **quiet) as server:  # type: ignore[call-overload]
        assert server.stdout is not None
        address = re.search(r"http://\S+", server.stdout.readline())
        assert address is not None
        yield House(address[0], tmp_path, mailbox.arrived)
        server.terminate()
    mail.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = patient(chromium, viewport={"width": 1280, "height": 800})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page; whatever it writes to the console as an error fails the test.

    That somebody is signed out, overtaken or offline is no error, though the browser writes it there.
    """
    made = context.new_page()
    errors: list[str] = []
    usual = re.compile(r"with a status of (401|409|503)|net::ERR_INTERNET_DISCONNECTED")
    made.on(
        "console",
        lambda message: (
            errors.append(message.text)
            if message.type == "error" and not usual.search(message.text)
            else None
        ),
    )
    made.on("pageerror", lambda error: errors.append(str(error)))
    yield made
    assert errors == []


def patient(chromium: Browser, **settings: Any) -> BrowserContext:
    """Return a context that waits long enough for a machine that has other work."""
    made = chromium.new_context(**settings)
    made.set_default_timeout(MILLISECONDS_TO_WAIT)
    return made


def barriers(page: Page, width: int) -> list[tuple[str, str]]:
    """Return what axe-core finds, and whether the page is wider than the screen."""
    found = [(each["id"], each["nodes"][0]["html"][:200]) for each in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth") > width
    return [*found, ("too wide", "")] if wide else found


def sign_in(page: Page, house: House, post: str) -> None:
    page.goto(f"{house.address}/sign-in")
    page.fill("#email", f"{post}@example.org")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Sign out", state="attached")


def follow(page: Page, selector: str) -> None:
    """Click what leads to another page, and wait until that is there."""
    with page.expect_navigation():
        page.click(selector)


def bring_in(page: Page, house: House, file: Any) -> None:
    """Sign in, import one application and open it from the queue."""
    sign_in(page, house, "lead")
    page.goto(f"{house.address}/import")
    page.set_input_files("input[type=file]", file)
    page.click("button:has-text('Upload')")
    follow(page, "button[value=keep]")
    follow(page, "text=Marta Silva")


def draft(page: Page, house: House) -> str:
    """Import the gold example and draft its feedback; return the address of its page."""
    bring_in(page, house, str(GOLD / "marta.json"))
    page.click("text=Draft the feedback")
    page.wait_for_selector(".sentence")
    page.wait_for_load_state()
    return page.url


def edit(page: Page, words: str) -> Locator:
    """Click the sentence of the letter that has these words; return the field in which it is edited."""
    page.locator("a.sentence", has_text=words).first.click()
    field = page.locator(".editor textarea[data-statement]")
    field.wait_for()
    return field


def saved(page: Page) -> None:
    """Wait until what was typed is saved, and the letter around it is as it is now."""
    page.wait_for_selector("#saved:text-is('Saved')")
    page.wait_for_load_state("networkidle")


def done(page: Page) -> None:
    """Leave the sentence that is edited; what was typed is saved then."""
    page.click("[data-done]")
    page.wait_for_selector(".editor", state="detached")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
