"""What the tests of several pages type, and other applications that they need."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.people import users
from recruiter_kit.people.accounts import new_link, set_password_by_link
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports
from tests.places import GOLD
from tests.web.client import PageClient

SEEN = "You jumped to tables before asking what the reports were for."
"""A statement of the first gold example, which rests on Owen Walsh's note on data modelling."""
SWORE = "You swore at two pupils."
MAIL = "host: 127.0.0.1\nport: 2525\nsecurity: none\nundo_seconds: 600\n"
PASSWORD = "a long enough password"  # noqa: S105
STANDARD = {
    "sender_name": "Ines Okoro",
    "sender_email": "ines@example.org",
    "criteria_document": "the job advert",
    "spelling": "en-US",
    "page": "Letter",
    "dispute_days": "14",
    "answer_days": "21",
    "retention_months": "6",
    "attach_letter": "y",
    "time_zone": "Europe/London",
    "starts": "09:00",
    "ends": "17:30",
}
CARD = {f"level_{number}": "-" for number in range(12)} | {
    "interviewer": "Ana Reyes",
    "interview": "Modelling exercise",
    "level_0": "2",
    "note_0": "She left out the index on the order table.",
    "recommendation": "",
    "note_private": "Reminds me of my cousin.",
}


def keep_twin(instance: Path, role: str = "", **changes: object) -> None:
    """Import another application of the same candidate, for the same role or another."""
    bundle = read(GOLD / "marta.json")
    twin = bundle.applications[0].model_copy(
        update={"id": "twin"} | ({"role": role} if role else {}) | changes
    )
    roles = bundle.roles
    if role:
        roles = (bundle.roles[0].model_copy(update={"id": role, "title": "Head of Secrets"}),)
    both = bundle.model_copy(update={"applications": (twin,), "roles": roles})
    db = open_store(Installation(instance).database)
    imports.keep_import(db, both, b"twin", "twin.json", "terminal")
    db.conn.close()


def let_in(instance: Path, post: str = "recruiter") -> str:
    """Add Ines with a password; return her address."""
    db = open_store(Installation(instance).database)
    user = users.add(db, "Ines", "ines@example.org", post, "terminal")
    set_password_by_link(db, new_link(db, user, "terminal"), PASSWORD)
    db.conn.close()
    return user.email


def approve(client: PageClient, at: str, version: int = 1) -> int:
    """Approve a version; return the status of the answer."""
    return client.post(f"{at}/approval", data={"version": version, "verdict": "approve"}).status_code


def approve_all(client: PageClient, ids: list[str]) -> None:
    """Draft and approve the feedback of every application."""
    client.post("/queue/draft", data={"application": ids})
    for application in ids:
        approve(client, f"/applications/{application}")


def first_role(client: PageClient) -> str:
    """Return the id of the first role that a scorecard can be written for."""
    link = client.see("/scorecards/new").select_one("main li a")
    assert link is not None
    return str(link["href"]).split("/")[2]


def first_dispute(client: PageClient) -> str:
    """Return the number of the first open dispute."""
    return str(client.see("/after").select("article[id^=dispute-]")[0]["id"]).removeprefix("dispute-")
