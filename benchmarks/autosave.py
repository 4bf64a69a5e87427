"""What is lost when the browser or the server is killed in the middle of typing.

Run: python -m benchmarks.autosave [KILLS] (200 unless said; every other kill is of the server)
In: the app on loopback with one drafted letter, Chromium with a profile on disk. Out: of so many kills how
many lost a word: one that the page had called saved and is not in the database, or one that was typed and
that the page does not give back once app and browser are there again. The key that was under way when the
browser died may be missing.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from benchmarks.run import gold
from recruiter_kit.installation import Installation
from recruiter_kit.people import users
from recruiter_kit.people.accounts import new_link, set_password_by_link
from recruiter_kit.review.review import compose
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports, versions

KILLS = 200
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PASSWORD = "a long enough password"  # noqa: S105 - of an account that lives as long as the figure
EMAIL = "lead@example.org"
SLOWEST_KEY = 0.09
IN_FLIGHT = 1
WAIT = 60_000


class Lost(NamedTuple):
    """What one kill lost: characters called saved that are gone, and those typed that do not come back."""

    saved: int
    typed: int


class House:
    """The app as a process of its own on one port, with a letter to edit."""

    def __init__(self, folder: Path) -> None:
        """Fill the installation and start its server."""
        self.instance = folder / "instance"
        self.instance.mkdir()
        bundle = gold()
        db = open_store(Installation(self.instance).database)
        imports.keep_import(db, bundle, b"benchmark", "benchmark", "terminal")
        (one,) = bundle.applications
        self.application = one.id
        versions.save_draft(db, compose(one, bundle.roles[0]), "terminal", 0)
        person = users.add(db, "Lead", EMAIL, "lead", "terminal")
        set_password_by_link(db, new_link(db, person, "terminal"), PASSWORD)
        db.conn.close()
        self.port = "0"
        self.start()

    def start(self) -> None:
        """Start the server, on the port that it had before."""
        program = Path(sys.executable).parent / "recruiter-kit"
        command = [str(program), "serve", "--port", self.port, "--instance", str(self.instance)]
        self.server = subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self.server.stdout is not None  # noqa: S101
        line = self.server.stdout.readline()
        found = re.search(r"http://\S+?:(\d+)", line)
        assert found is not None, line  # noqa: S101
        self.address, self.port = found[0], found[1]

    def kill(self) -> None:
        """End the server as a power cut does."""
        self.server.kill()
        self.server.wait()

    def words(self, statement: str) -> str:
        """Return a statement as the database has it."""
        db = open_store(Installation(self.instance).database)
        found = versions.newest(db, self.application).feedback.statements
        db.conn.close()
        return next(each.text for each in found if each.id == statement)


def browse(play: Playwright, profile: Path, house: House) -> tuple[BrowserContext, Page]:
    """Open the letter in a browser that keeps its profile, signed in."""
    context = play.chromium.launch_persistent_context(
        str(profile), executable_path=shutil.which("chromium"), args=FLAGS
    )
    context.set_default_timeout(WAIT)
    page = context.pages[0] if context.pages else context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{house.address}/applications/{house.application}")
    if page.locator("#password").count():
        page.fill("#email", EMAIL)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("#letter")
    return context, page


def _browser_of(profile: Path) -> int:
    """Return the process that started the browser with this profile: ours, and no other."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if f"--user-data-dir={profile}".encode() in command and not any(
            each.startswith(b"--type=") for each in command
        ):
            return int(folder.name)
    raise LookupError(profile)


def type_until(page: Page, seconds: float, number: int) -> tuple[str, str, str]:
    """Type into the second sentence; return its id, what it says, and what the page has called saved."""
    page.locator("a.sentence").nth(1).click()
    field = page.locator(".editor textarea[data-statement]")
    field.wait_for()
    statement = str(field.get_attribute("data-statement"))
    field.fill(f"Thank you for kill {number}:")
    begin, typed, saved = time.monotonic(), field.input_value(), ""
    while time.monotonic() - begin < seconds:
        letter = random.choice("abcdefghijklmnopqrstuvwxyz ")  # noqa: S311 - no secret
        page.keyboard.type(letter)
        typed += letter
        if page.inner_text("#saved") == "Saved":
            saved = page.evaluate("document.querySelector('.editor textarea[data-statement]').dataset.was")
        time.sleep(random.uniform(0, SLOWEST_KEY))  # noqa: S311
    return statement, typed, saved


def one_kill(play: Playwright, folder: Path, house: House, number: int, *, of_server: bool) -> Lost:
    """Type, kill, start again, and look."""
    profile = folder / "profile"
    context, page = browse(play, profile, house)
    statement, typed, saved = type_until(page, random.uniform(0.3, 2.5), number)  # noqa: S311
    if of_server:
        house.kill()
        missing = _missing(saved, house.words(statement))
        page.keyboard.type("!")
        typed += "!"
        house.start()
        page.wait_for_selector("#saved:text-is('Saved')")
        context.close()
    else:
        os.kill(_browser_of(profile), signal.SIGKILL)
        in_database = house.words(statement)
        missing = _missing(saved, in_database)
        context, page = browse(play, profile, house)
        if _missing(typed, in_database) > 0:
            page.wait_for_selector(".editor textarea[data-statement]")
            page.wait_for_selector("#saved:text-is('Saved')")
        context.close()
        return Lost(missing, max(0, _missing(typed, house.words(statement)) - IN_FLIGHT))
    return Lost(missing, _missing(typed, house.words(statement)))


def _missing(wanted: str, found: str) -> int:
    """Return how many characters at the end of a text are not there."""
    wanted, found = " ".join(wanted.split()), " ".join(found.split())
    same = next((at for at, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), len(found))
    return max(0, len(wanted) - same)


def main(kills: int = KILLS) -> list[Lost]:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        house = House(Path(name))
        found = [
            one_kill(play, Path(name), house, number, of_server=number % 2 == 0) for number in range(kills)
        ]
        house.kill()
    print(f"{kills} kills: {sum(each.saved > 0 for each in found)} lost what was called saved (to reach: 0)")
    print(f"{kills} kills: {sum(each.typed > 0 for each in found)} lost what was typed (to reach: 0)")
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)
