"""The call: recorded, rehearsed, stopped."""

from pathlib import Path

import pytest

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow.tellings import tellings
from tests.web.build import approve
from tests.web.client import PageClient
from tests.web.conftest import As


def test_which_fact_is_wrong_is_written_down_at_once(lead_approved: PageClient, at: str) -> None:
    assert (
        "Write down which fact" in lead_approved.post(f"{at}/call", data={"disputed": "1", "notes": " "}).text
    )
    assert lead_approved.post(f"{at}/call", data={"disputed": "1", "notes": "The index."}).status_code == 302


def test_a_call_is_not_shown_on_hold_or_once_told(lead_drafted: PageClient, at: str) -> None:
    approve(lead_drafted, at)
    lead_drafted.post(f"{at}/allegation", data={"note": "She says it was her age."})
    for page in ("call", "decision", "scorecard"):
        answer = lead_drafted.get(f"{at}/{page}", follow_redirects=True)
        assert "on hold" in answer.text
        assert 'name="reached"' not in answer.text
        assert '<form method="post">' not in answer.text
    lead_drafted.post(f"{at}/hold", data={"note": "Settled."})
    lead_drafted.post(f"{at}/send/elsewhere", data={"channel": "post", "version": 1})
    assert lead_drafted.get(f"{at}/call").location == at


def test_what_was_told_is_recorded_and_not_what_was_saved_meanwhile(
    signed_in: As, imported: str, instance: Path
) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert '<input type="hidden" name="version" value="1">' in lead.get(f"{at}/call").text
    lead.post(f"{at}/statements", data={"version": 1, "text-t1": "We are not offering you this role."})
    lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"})
    for version in ("1", "x"):
        lead.post(f"{at}/call", data={"voicemail": "1", "version": version})
    db = open_store(Installation(instance).database)
    assert [each.version for each in tellings(db, imported)] == [1, 2]


def test_the_call_has_the_voicemail_and_the_minute_at_hand(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    page = recruiter.see(f"{at}/rehearse")
    voicemail = page.select('[data-key="v"]')[0].text
    assert "Northgate Logistics" in voicemail
    assert "not offering" not in voicemail
    assert "not offering" in page.select('[data-key="m"]')[0].text


def test_an_allegation_stops_the_call_and_holds_everything(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    page = lead.post(f"{at}/call", data={"alleged_discrimination": "1"}, follow_redirects=True).text
    assert "on hold" in page
    assert "On hold" in lead.get("/queue").text
    assert ">Save</button>" not in lead.get(at).text
    assert lead.post(f"{at}/statements", data={"version": 1, "text-t1": "Changed."}).status_code == 422
    assert lead.post(f"{at}/hold", data={"note": ""}).status_code == 422
    lead.post(f"{at}/hold", data={"note": "Counsel has answered."})
    page = lead.get(at).text
    assert "End the hold" not in page
    assert "Counsel has answered." in page


@pytest.mark.parametrize("mood", ["quiet", "tearful", "arguing", "bargaining"])
def test_a_call_can_be_rehearsed_and_records_nothing(signed_in: As, imported: str, mood: str) -> None:
    recruiter = signed_in("recruiter")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    page = recruiter.get(f"{at}/rehearse?mood={mood}").text
    assert "Nothing is recorded" in page
    assert "The candidate:" in page
    assert 'name="reached"' not in page
    assert recruiter.post(f"{at}/rehearse").status_code == 405
