"""The audit log as a page: who did what, and whether the log is whole."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from tests.web.client import PageClient
from tests.web.conftest import As


def test_the_log_says_who_did_what_and_that_it_is_whole(lead_approved: PageClient) -> None:
    page = lead_approved.see("/audit")
    newest = [cell.text for cell in page("tr")[1]("td")]
    assert newest[1:] == ["Lead", "Approved", "Marta Silva"]
    assert page.select(".note.good")
    assert not page.select("[role=alert]")


def test_an_entry_that_somebody_changed_is_shown(
    signed_in: As, lead_approved: PageClient, instance: Path
) -> None:
    db = open_store(Installation(instance).database)
    triggers = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for name in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("UPDATE audit SET by = 'somebody@example.org' WHERE seq = 2")
    assert signed_in("lead").see("/audit").select("[role=alert]")
