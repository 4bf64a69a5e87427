"""Earlier versions of a role are looked at, compared and restored; a draft says which it rests on."""

from pathlib import Path

import pytest
from werkzeug.datastructures import MultiDict

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.web.pages.role_view import differences
from recruiter_kit.workflow import role_versions
from tests import build
from tests.web.client import PageClient
from tests.web.conftest import As
from tests.web.forms import everything_sent


def the_role(client: PageClient) -> str:
    link = client.see("/roles").select_one("tbody a")
    assert link is not None
    return str(link["href"])


def save(client: PageClient, at: str, **changes: str) -> None:
    client.post(at, data=MultiDict(everything_sent(client.see(at), **changes)))


@pytest.mark.usefixtures("imported")
def test_a_version_says_who_changed_what_and_why(signed_in: As) -> None:
    lead = signed_in("lead")
    at = the_role(lead)
    save(lead, at, **{"required-c0": "5", "note": "The bar is higher."})
    page = " ".join(lead.see(f"{at}/versions").get_text(" ").split())
    assert "Version 2 counts now today" in page
    assert "The bar is higher." in page
    assert "1 change What Before After Data modelling: level needed 4 5" in page


@pytest.mark.usefixtures("imported")
def test_an_earlier_version_is_shown_compared_and_restored(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    at = the_role(lead)
    id = at.rpartition("/")[2]
    save(lead, at, **{"required-c0": "5"})
    page = lead.see(f"{at}/versions/1")
    assert "Data modelling: level needed" in page.text
    assert "level needed 4" in page.text
    lead.post(f"{at}/versions/1", data={"seen": "2"})
    db = open_store(Installation(instance).database)
    first, _, third = reversed(role_versions.history(db, id))
    assert first.role == third.role
    assert lead.post(f"{at}/versions/1", data={"seen": "2"}).status_code == 422, "version 3 was not seen"


def test_a_draft_says_on_which_version_it_rests_and_when_there_is_a_newer_one(
    lead_drafted: PageClient, at: str
) -> None:
    assert "Rests on the criteria of " in lead_drafted.see(at).text
    save(lead_drafted, the_role(lead_drafted), **{"required-c0": "5"})
    page = lead_drafted.see(at)
    assert "(version 1). The role has changed since: see what changed" in " ".join(page.text.split())
    lead_drafted.post(f"{at}/draft", data={"version": "1"})
    assert "(version 2)." in lead_drafted.see(at).text


def test_what_differs_is_said_in_words() -> None:
    before = build.role(build.criterion("a"), build.criterion("b"), build.criterion("c"))
    after = build.role(
        build.criterion("b", weight=2, advice=()).model_copy(update={"name": "Bee"}),
        build.criterion("a"),
        build.criterion("d"),
    ).model_copy(update={"title": "Engineer"})
    assert [(each.what, each.before, each.after) for each in differences(before, after)] == [
        ("Title", "Data Engineer", "Engineer"),
        ("Added", "", "D"),
        ("Removed", "C", ""),
        ("Name of a criterion", "B", "Bee"),
        ("Bee: weight", "1", "2"),
        ("Bee: next steps", build.ADVICE, ""),
        ("Order of the criteria", "A, B", "Bee, A"),
    ]
    assert differences(before, before) == []
