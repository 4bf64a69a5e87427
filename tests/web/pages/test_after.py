"""After the telling: disputes with a day, requests with a clock, the log; and who tells, knowing what."""

from pathlib import Path

from tests.web.build import MAIL, first_dispute
from tests.web.client import PageClient
from tests.web.conftest import As


def test_a_disputed_fact_has_a_day_and_an_answer(lead_approved: PageClient, imported: str) -> None:
    at = f"/applications/{imported}"
    lead_approved.post(
        f"{at}/call", data={"reached": "1", "wrong_said": "1", "wrong": "I did name an owner."}
    )
    assert "I did name an owner." in lead_approved.get("/after").text
    assert "Check the fact" in lead_approved.get("/queue").text
    number = first_dispute(lead_approved)
    assert lead_approved.post(f"{at}/dispute/{number}", data={"note": " "}).status_code == 422
    lead_approved.post(
        f"{at}/dispute/{number}", data={"note": "The recording shows none.", "verdict": "stands"}
    )
    assert "Send the letter" in lead_approved.get("/queue").text
    assert "stands by lead@example.org: The recording shows none." in lead_approved.get(at).text


def test_a_fact_that_was_wrong_is_corrected_and_told_again(lead_approved: PageClient, imported: str) -> None:
    at = f"/applications/{imported}"
    lead_approved.post(f"{at}/call", data={"reached": "1"})
    assert "phone" in lead_approved.get("/after").text
    lead_approved.post(f"{at}/dispute", data={"note": "I did name an owner."})
    number = first_dispute(lead_approved)
    lead_approved.post(f"{at}/dispute/{number}", data={"note": "You did. Corrected.", "verdict": "corrected"})
    lead_approved.post(f"{at}/statements", data={"version": 1, "text-t5": ""})
    lead_approved.post(f"{at}/approval", data={"version": 2, "verdict": "approve", "note": ""})
    assert lead_approved.get(f"{at}/call").status_code == 200


def test_an_allegation_can_be_written_down_at_any_time(lead_approved: PageClient, at: str) -> None:
    assert lead_approved.get(f"{at}/stopped").location == at
    lead_approved.post(f"{at}/send/elsewhere", data={"channel": "post"})
    page = lead_approved.post(
        f"{at}/allegation", data={"note": "She says it was her age."}, follow_redirects=True
    ).text
    assert "Pause the feedback" in page
    assert "On hold by lead@example.org" in lead_approved.get(at).text
    assert lead_approved.get(f"{at}/email.eml").status_code == 422
    lead_approved.post(f"{at}/hold", data={"note": "Settled."})
    assert lead_approved.get(f"{at}/stopped").location == at
    assert lead_approved.post(f"{at}/hold", data={"note": "Again."}).status_code == 422


def test_a_corrected_fact_does_not_leave_again_as_it_was(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    lead_approved.post(f"{at}/send/elsewhere", data={"channel": "post"})
    lead_approved.post(f"{at}/dispute", data={"note": "I did name an owner."})
    lead_approved.post(f"{at}/dispute/1", data={"note": "You did.", "verdict": "corrected"})
    assert lead_approved.post(f"{at}/send", data={"version": 1}).status_code == 422
    page = lead_approved.get(at).text
    assert ">Save</button>" in page
    for refused in (f'href="{at}/decision"', f'href="{at}/scorecard"'):
        assert refused not in page
    assert "mailto:marta.silva%40example.org?body=You%20did." in page
    assert "asked for feedback" not in page


def test_a_candidate_who_asks_is_answered_within_a_day(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    lead.post(f"{at}/call", data={"declined": "1"})
    assert "due by" in lead.post(f"{at}/request", follow_redirects=True).text
    assert "Answer the request" in lead.get("/queue").text
