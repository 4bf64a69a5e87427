"""One person tells a candidate, knowing of other applications."""

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports
from tests.places import GOLD
from tests.web.client import PageClient
from tests.web.conftest import As


def test_one_person_tells_and_another_can_take_it_from_them(
    lead_approved: PageClient, signed_in: As, imported: str
) -> None:
    at = f"/applications/{imported}"
    lead_approved.get(f"{at}/call")
    other = signed_in("recruiter")
    assert other.get(f"{at}/call").status_code == 422
    assert "lead@example.org is handling this candidate" in other.get(at).text
    other.post(f"{at}/claim/release")
    assert other.get(f"{at}/call").status_code == 200


def test_another_live_application_is_asked_about_first(
    lead_approved: PageClient, imported: str, instance
) -> None:  # type: ignore[no-untyped-def]
    db = open_store(Installation(instance).database)
    bundle = read(GOLD / "marta.json")
    twin = bundle.applications[0].model_copy(update={"id": "twin"})
    imports.keep_import(
        db, bundle.model_copy(update={"applications": (twin,)}), b"twin", "twin.json", "terminal"
    )
    at = f"/applications/{imported}"
    page = lead_approved.get(f"{at}/call").text
    assert "also has another live application" in page
    assert lead_approved.post(f"{at}/call", data={"reached": "1"}).status_code == 422
    done = lead_approved.post(f"{at}/claim", data={"to": "call.show"})
    assert done.location == f"{at}/call"
    assert "What to say now" in lead_approved.get(f"{at}/call").text
    lead_approved.post(f"{at}/call", data={"reached": "1"})
    assert "phone: reached" in lead_approved.see(at).select("#history")[0].text


def test_what_is_not_approved_can_be_looked_at_and_takes_nothing_on(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    recruiter.post(f"/applications/{imported}/draft")
    assert "Not approved" in recruiter.get(f"/applications/{imported}/call").text
    assert "Assigned to you" not in recruiter.get(f"/applications/{imported}").text
