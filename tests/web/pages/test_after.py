"""After the telling: disputes with a day, requests with a clock, the log; and who tells, knowing what."""

from flask.testing import FlaskClient

from recruiter_kit.intake import read
from recruiter_kit.store.database import FILE, open_store
from recruiter_kit.workflow import imports
from tests.web.conftest import GOLD, As


def test_a_disputed_fact_has_a_day_and_an_answer(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    lead.post(f"{at}/call", data={"disputed": "1", "notes": "I did name an owner."})
    assert "I did name an owner." in lead.get("/after").text
    assert "Look into it" in lead.get("/queue").text
    number = lead.get("/after").text.split('id="dispute-')[1].split('"')[0]
    assert lead.post(f"{at}/dispute/{number}", data={"note": " "}).status_code == 422
    lead.post(f"{at}/dispute/{number}", data={"note": "The recording shows none.", "verdict": "stands"})
    assert "Send it in writing" in lead.get("/queue").text
    assert "stands by lead@example.org: The recording shows none." in lead.get(at).text


def test_a_fact_that_was_wrong_is_corrected_and_told_again(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    lead.post(f"{at}/call", data={"reached": "1"})
    assert "phone" in lead.get("/after").text
    lead.post(f"{at}/dispute", data={"note": "I did name an owner."})
    number = lead.get("/after").text.split('id="dispute-')[1].split('"')[0]
    lead.post(f"{at}/dispute/{number}", data={"note": "You did. Corrected.", "verdict": "corrected"})
    lead.post(f"{at}/statements", data={"version": 1, "text-t5": ""})
    lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve", "note": ""})
    assert lead.get(f"{at}/call").status_code == 200


def test_one_person_tells_and_another_can_take_it_from_them(
    lead: FlaskClient, signed_in: As, imported: str
) -> None:
    at = f"/applications/{imported}"
    lead.get(f"{at}/call")
    other = signed_in("recruiter")
    assert other.get(f"{at}/call").status_code == 422
    assert "lead@example.org tells this candidate" in other.get(at).text
    other.post(f"{at}/handing-back")
    assert other.get(f"{at}/call").status_code == 200


def test_another_live_application_is_asked_about_first(lead: FlaskClient, imported: str, instance) -> None:  # type: ignore[no-untyped-def]
    db = open_store(instance / FILE)
    bundle = read(GOLD / "marta.json")
    twin = bundle.applications[0].model_copy(update={"id": "twin"})
    imports.keep_import(
        db, bundle.model_copy(update={"applications": (twin,)}), b"twin", "twin.json", "terminal"
    )
    at = f"/applications/{imported}"
    page = lead.get(f"{at}/call").text
    assert "is still waiting elsewhere" in page
    assert lead.post(f"{at}/call", data={"reached": "1"}).status_code == 422
    done = lead.post(f"{at}/taking-on", data={"to": "call.show"})
    assert done.location == f"{at}/call"
    assert "What to say now" in lead.get(f"{at}/call").text
    lead.post(f"{at}/call", data={"reached": "1"})
    assert "reached" in lead.get(at).text.split("What happened so far")[1]


def test_what_is_not_approved_can_be_looked_at_and_takes_nothing_on(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    recruiter.post(f"/applications/{imported}/draft")
    assert "Not approved" in recruiter.get(f"/applications/{imported}/call").text
    assert "this candidate." not in recruiter.get(f"/applications/{imported}").text
