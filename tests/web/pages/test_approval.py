"""Approval: a second person, a note for changes, and what stands in the way."""

import pytest

from tests.web.build import approve, first_dispute
from tests.web.client import PageClient
from tests.web.conftest import As


def test_changes_cannot_be_asked_for_on_hold(lead_approved: PageClient, at: str) -> None:
    lead_approved.post(f"{at}/allegation", data={"note": "Her age."})
    asked = {"version": 1, "verdict": "changes", "note": "Say what was seen."}
    assert lead_approved.post(f"{at}/approval", data=asked).status_code == 422


def test_a_busy_database_gives_the_words_back(
    lead_approved: PageClient, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite3 import OperationalError

    def busy(*_: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("recruiter_kit.workflow.approval.ask_for_changes", busy)
    asked = {"version": 1, "verdict": "changes", "note": "Say what was seen."}
    answer = lead_approved.post(f"{at}/approval", data=asked)
    assert answer.status_code == 503
    assert "Say what was seen." in answer.text


def test_words_that_were_found_wrong_are_not_offered_for_approval(lead_drafted: PageClient, at: str) -> None:
    approve(lead_drafted, at)
    lead_drafted.post(f"{at}/send/elsewhere", data={"channel": "post", "version": 1})
    lead_drafted.post(f"{at}/dispute", data={"note": "I did name an owner."})
    number = first_dispute(lead_drafted)
    lead_drafted.post(f"{at}/dispute/{number}", data={"note": "You did.", "verdict": "corrected"})
    page = lead_drafted.get(at).text
    assert "a fact in these words was found wrong" in page
    assert 'value="approve"' not in page
    assert approve(lead_drafted, at) == 422


def test_changes_without_a_note_are_asked_for_again(lead_drafted: PageClient, at: str) -> None:
    answer = lead_drafted.post(
        f"{at}/approval", data={"version": 1, "verdict": "changes"}, follow_redirects=True
    )
    assert answer.status_code == 200
    assert "Say in a note what to change" in answer.text


def test_a_refusal_gives_back_what_was_typed_and_leads_back(signed_in: As, imported: str) -> None:
    recruiter, approver = signed_in("recruiter"), signed_in("approver")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    recruiter.post(f"{at}/statements", data={"version": 1, "text-t1": "We went with other candidates."})
    said = {"version": 2, "verdict": "approve", "note": "Fine by me, and well put."}
    for referrer, back in ((f"http://localhost{at}", at), ("http://evil.example/x", "/")):
        answer = approver.post(f"{at}/approval", data=said, headers={"Referer": referrer})
        assert answer.status_code == 422
        assert "Fine by me, and well put." in answer.text
        assert f'class="button" href="{back}"' in answer.text


def asked(client: PageClient, at: str) -> str:
    """Ask for changes to the first version; return the number of the request."""
    client.post(f"{at}/approval", data={"version": 1, "verdict": "changes", "note": "Say what was seen."})
    return str(client.see(at).select(".asked")[0]["id"]).removeprefix("changes-")


def test_changes_asked_are_answered_before_anybody_approves(
    signed_in: As, lead_drafted: PageClient, at: str, told: str
) -> None:
    approver, recruiter = signed_in("approver"), signed_in("recruiter")
    number = asked(approver, at)
    text = {f"text-{told}": "You jumped to the tables before asking what the reports were for."}
    recruiter.post(f"{at}/statements", data={"version": 1, **text})
    page = lead_drafted.get(at).text
    assert "Approver asked for changes: answer first" in page
    assert 'value="approve"' not in page
    refused = lead_drafted.post(f"{at}/approval", data={"version": 2, "verdict": "approve"})
    assert refused.status_code == 422
    assert "answer first" in refused.text
    said = {"note": "It names the tables now.", "verdict": "changed"}
    recruiter.post(f"{at}/approval/changes/{number}/answer", data=said)
    answered = " ".join(approver.see(at).select(".asked")[0].text.split())
    assert "Recruiter, today" in answered
    assert "changed in version 2" in answered
    assert "It names the tables now." in answered
    assert approve(lead_drafted, at, 2) == 302


def test_why_not_is_an_answer_too_and_is_kept_in_what_happened(
    signed_in: As, lead_drafted: PageClient, at: str
) -> None:
    approver = signed_in("approver")
    number = asked(approver, at)
    page = lead_drafted.see(at)
    assert page.select(".asked button[value=changed]") == [], "nothing was changed"
    said = {"note": "It is what the note says.", "verdict": "kept"}
    lead_drafted.post(f"{at}/approval/changes/{number}/answer", data=said)
    assert "left as it was" in approver.see(at).select(".asked")[0].text
    assert approve(approver, at) == 302
    page = approver.see(at)
    assert page.select(".asked") == []
    assert "It is what the note says." in page.select("#history")[0].text


def test_an_answer_without_words_is_asked_for_again(signed_in: As, lead_drafted: PageClient, at: str) -> None:
    number = asked(signed_in("approver"), at)
    answer = lead_drafted.post(f"{at}/approval/changes/{number}/answer", follow_redirects=True)
    assert "Say what you changed, or why not." in answer.text


def test_only_who_asked_is_offered_to_withdraw_the_request(
    signed_in: As, lead_drafted: PageClient, at: str
) -> None:
    approver = signed_in("approver")
    number = asked(approver, at)
    assert "Withdraw your request" not in lead_drafted.get(at).text
    assert lead_drafted.post(f"{at}/approval/changes/{number}/taken-back").status_code == 422
    assert "Withdraw your request" in approver.get(at).text
    approver.post(f"{at}/approval/changes/{number}/taken-back")
    assert "asked for changes" not in approver.see(at).select("main")[0].text.split("What happened")[0]
    assert approve(approver, at) == 302


def test_an_approver_answers_no_request(signed_in: As, lead_drafted: PageClient, at: str) -> None:
    approver = signed_in("approver")
    number = asked(approver, at)
    said = {"note": "Never mind.", "verdict": "kept"}
    assert approver.post(f"{at}/approval/changes/{number}/answer", data=said).status_code == 403
    assert "Waiting for an answer" in approver.get(at).text


def test_letters_are_approved_in_a_row_with_the_filter_and_end_at_the_queue(
    signed_in: As, ids: list[str]
) -> None:
    lead = signed_in("lead")
    lead.post("/queue/draft", data={"application": ids[:3]})
    filters = "?status=draft&text=berg"
    page = lead.see(f"/applications/{sorted(ids[:3])[0]}{filters}")
    assert "Approve and next · 1 of 3" in " ".join(page.select_one("#approve button").text.split())
    here = str(page.select_one("#approve")["action"])
    for number in (2, 3):
        answer = lead.post(here, data={"version": 1, "verdict": "approve", "then": "next"})
        page = lead.see(answer.location)
        assert f"{number} of 3" in page.select_one("#approve button").text
        here = str(page.select_one("#approve")["action"])
    last = lead.post(here, data={"version": 1, "verdict": "approve", "then": "next"})
    assert last.location.startswith("/queue?")
    assert "status=draft" in last.location
    assert "That was the last letter here for you to approve." in lead.get(last.location).text


def test_whoever_only_drafts_goes_on_without_approving(signed_in: As, ids: list[str]) -> None:
    recruiter = signed_in("recruiter")
    recruiter.post("/queue/draft", data={"application": ids[:2]})
    page = recruiter.see(f"/applications/{sorted(ids[:2])[0]}")
    assert not page.select("button[value=approve]")
    assert "1 of 2" in page.select_one("#bar nav a").text
