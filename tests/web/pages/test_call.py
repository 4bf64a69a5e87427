"""The call: recorded, rehearsed, stopped."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from recruiter_kit import clock
from recruiter_kit.composing.phrasing import card_wordings
from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow.callbacks import of as callback_of
from recruiter_kit.workflow.tellings import tellings
from tests.web.build import approve
from tests.web.client import PageClient
from tests.web.conftest import As


def test_which_fact_is_wrong_is_written_down_at_once(lead_approved: PageClient, at: str) -> None:
    told = {"reached": "1", "wrong_said": "1", "version": 1}
    assert "Write down which fact" in lead_approved.post(f"{at}/call", data={**told, "wrong": " "}).text
    assert lead_approved.post(f"{at}/call", data={**told, "wrong": "The index."}).status_code == 302
    assert "The index." in lead_approved.get("/after").text


def test_a_fact_that_is_not_raised_after_all_is_no_dispute(lead_approved: PageClient, at: str) -> None:
    lead_approved.post(f"{at}/call", data={"reached": "1", "version": 1, "wrong": "The index."})
    assert "The index." not in lead_approved.get("/after").text


def test_a_call_is_not_shown_on_hold_or_once_told(lead_drafted: PageClient, at: str) -> None:
    approve(lead_drafted, at)
    lead_drafted.post(f"{at}/allegation", data={"note": "She says it was her age."})
    for page in ("call", "call/now", "decision", "scorecard"):
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
    assert '<input type="hidden" name="version" value="1">' in lead.get(f"{at}/call/now").text
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
    refused = lead.post(f"{at}/call", data={"alleged_discrimination": "1", "notes": "Calm."})
    assert "in their words" in refused.text
    assert "On hold" not in lead.get(at).text
    said = {"alleged_discrimination": "1", "alleged": "Was it my age?"}
    page = lead.post(f"{at}/call", data=said, follow_redirects=True).text
    assert "on hold" in page
    assert "Was it my age?" in lead.get(at).text
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
    assert page.count("data-reply") == len(card_wordings()), "an answer to each card"
    assert 'name="reached"' not in page
    assert recruiter.post(f"{at}/rehearse").status_code == 405


def test_before_dialling_there_is_what_has_to_be_settled(lead_approved: PageClient, at: str) -> None:
    page = lead_approved.see(f"{at}/call")
    text = page.text
    assert "Before you dial" in text
    assert "Can you defend this with the scorecards?" in text
    assert "Owen Walsh" in page.select_one(".read").text, "the notes on what decided it"  # type: ignore[union-attr]
    assert page.select_one(f"a[href='{at}/call/now']").text == "Start the call"  # type: ignore[union-attr]
    assert page.select("a[href^='tel:']") == []


def test_a_number_entered_here_is_a_link_that_dials_and_the_name_is_said_as_written(
    lead_approved: PageClient, at: str
) -> None:
    reach = {"number": "+44 (0)20 7946 0018", "said_as": "MAR-ta"}
    lead_approved.post(f"{at}/call/number", data=reach)
    for page in (lead_approved.see(f"{at}/call"), lead_approved.see(f"{at}/call/now")):
        (dial,) = page.select("a[href^='tel:']")
        assert (dial["href"], dial.text) == ("tel:+442079460018", "+44 (0)20 7946 0018")
        assert "MAR-ta" in page.text
    refused = lead_approved.post(f"{at}/call/number", data={"number": "her sister's"})
    assert refused.status_code == 422
    assert "Enter a telephone number" in refused.text
    assert "her sister" in refused.text


def test_what_is_not_approved_can_be_prepared_and_not_started(lead_drafted: PageClient, at: str) -> None:
    page = lead_drafted.see(f"{at}/call")
    assert "Rehearse it, but don't call" in page.text
    assert page.select(f"a[href='{at}/call/now']") == []


def test_the_choice_of_how_the_reasons_come_leads_to_its_own_end(lead_approved: PageClient, at: str) -> None:
    page = lead_approved.see(f"{at}/call/now")
    assert [each["data-choose"] for each in page.select("[data-choose]")] == ["now", "writing", "none"]
    (written,) = page.select("[data-path=writing]")
    assert "in writing today" in written.text
    (nothing,) = page.select("[data-path=none]")
    assert "just ask me" in nothing.text


def test_reasons_wanted_in_writing_are_on_record_and_sent_next(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    answer = lead_approved.post(f"{at}/call", data={"reached": "1", "choice": "writing", "version": 1})
    assert answer.location == f"{at}/send"
    db = open_store(Installation(instance).database)
    assert [each.result for each in tellings(db, at.rpartition("/")[2])] == ["in_writing"]


def test_a_time_to_ring_back_is_kept_and_shown_before_the_next_call(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    for time in ("", "soon", "2020-01-01T10:00"):
        again = lead_approved.post(f"{at}/call", data={"ring_back": "1", "ring_at": time, "version": 1})
        assert "to ring back" in again.text, time
    moment = (clock.now() + timedelta(days=3)).strftime("%Y-%m-%dT10:00")
    lead_approved.post(f"{at}/call", data={"ring_back": "1", "ring_at": moment, "version": 1})
    found = callback_of(open_store(Installation(instance).database), at.rpartition("/")[2])
    assert found is not None
    page = lead_approved.get(f"{at}/call").text
    assert "You were going to ring back" in page
    assert "1 attempt so far" in page


def test_the_script_on_paper_says_whom_it_is_for_and_what_to_settle(
    lead_approved: PageClient, at: str
) -> None:
    lead_approved.post(f"{at}/call/number", data={"number": "020 7946 0018", "said_as": "MAR-ta"})
    answer = lead_approved.get(f"{at}/call-script.pdf")
    assert answer.headers["Content-Disposition"] == "attachment; filename=call-script.pdf"
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages]
    for words in ("Marta Silva", "Data Engineer", "020 7946 0018", "MAR-ta", "Before you dial"):
        assert words in pages[0], words
    assert len(pages) == 2
    assert "I can't say who said what." in pages[1]


def test_whoever_recorded_a_call_is_led_to_where_it_is_changed(lead_approved: PageClient, at: str) -> None:
    page = lead_approved.post(f"{at}/call", data={"voicemail": "1", "version": 1}, follow_redirects=True)
    assert f'<a href="{at}/outcome">Change this</a>' in page.text
