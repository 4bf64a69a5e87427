"""The page of one application: what may be done, and what each person sees there."""

from pathlib import Path

from tests.web.build import approve, first_role, keep_twin
from tests.web.client import PageClient, html
from tests.web.conftest import As


def test_a_hiring_manager_does_not_hear_of_other_roles(signed_in: As, at: str, instance: Path) -> None:
    keep_twin(instance, role="secrets")
    assert "Head of Secrets" in signed_in("lead").get(at).text
    own = first_role(signed_in("lead"))
    assert own != "secrets"
    assert "Head of Secrets" not in signed_in("hiring_manager", own).get(at).text


def test_words_older_than_the_scorecards_say_so_and_are_not_approved(
    lead_approved: PageClient, at: str, imported: str
) -> None:
    assert "have changed since" not in lead_approved.get(at).text
    card = {"interviewer": "Ana", "interview": "Call", "recommendation": "", "level_0": "2"}
    page = lead_approved.post(f"{at}/scorecard", data=card, follow_redirects=True).text
    assert "The draft was made without it." in page
    assert "have changed since" in page
    assert lead_approved.post(f"{at}/approval", data={"version": 1, "verdict": "approve"}).status_code == 422
    lead_approved.post(f"{at}/draft", data={"version": 1})
    assert lead_approved.post(f"{at}/approval", data={"version": 2, "verdict": "approve"}).status_code == 302


def test_after_another_decision_only_a_new_draft_is_offered(lead_drafted: PageClient, at: str) -> None:
    said = {
        "reason": "close_call",
        "decided_by": "Ana",
        "decided_on": "2026-11-12",
        "note_change": "We met again.",
    }
    lead_drafted.post(f"{at}/decision", data=said)
    page = lead_drafted.get(at).text
    assert "The decision has changed since these words were written" in page
    assert "save again once" not in page
    assert (
        "Nothing was changed"
        in lead_drafted.post(f"{at}/statements", data={"version": 1}, follow_redirects=True).text
    )


def test_the_hold_says_who_ends_it_and_why_it_began_to_those_who_tell(
    signed_in: As, lead_drafted: PageClient, at: str
) -> None:
    approve(lead_drafted, at)
    stopped = lead_drafted.post(
        f"{at}/allegation", data={"note": "It was her age."}, follow_redirects=True
    ).text
    assert "Lead (lead@example.org)" in stopped
    box = lead_drafted.see(at).select("#hold")[0].text
    assert "It was her age." in box
    role = first_role(lead_drafted)
    assert "It was her age." not in signed_in("hiring_manager", role).get(at).text


def test_what_is_told_is_not_edited_any_more(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert lead.see(at).select("a.sentence")
    lead.post(f"{at}/send/elsewhere", data={"channel": "post"})
    page = lead.get(at).text
    assert not html(lead.get(at)).select("a.sentence, #approve")
    for button in ("Start again", "Add a scorecard", "Add a sentence"):
        assert button not in page
    assert "Save</button>" not in lead.get(f"{at}?edit=t1").text
    assert "We are not offering you the Data Engineer role." in page


def test_a_letter_that_is_drafted_late_leaves_days_to_object(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    old = {"reason": "below_bar", "decisive": "modelling", "decided_by": "Ana", "decided_on": "2025-01-07"}
    lead.post(f"{at}/decision", data=old)
    lead.post(f"{at}/draft")
    assert "has passed" not in lead.get(at).text
    assert lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"}).status_code == 302
    sentences = lead.see(at).select(".sentence")
    dispute = next(each["id"] for each in sentences if "If a fact here is wrong" in each.text)
    over = {"version": 1, dispute: "If we have a fact wrong, write to us by 21 January 2025."}
    lead.post(f"{at}/statements", data=over)
    for page in ("", "/send", "/call"):
        assert "has passed" in lead.get(at + page).text
    assert lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"}).status_code == 422


def test_the_letter_is_a_pdf_and_the_e_mail_an_unsent_draft(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    assert recruiter.get(f"{at}/letter.pdf").data.startswith(b"%PDF")
    assert recruiter.get(f"{at}/letter-1.png").data.startswith(b"\x89PNG")
    assert recruiter.get(f"{at}/letter-9.png").status_code == 404
    assert b"X-Unsent: 1" in recruiter.get(f"{at}/email.eml").data


def test_what_was_withheld_is_shown_to_those_who_may_see_it(signed_in: As, imported: str) -> None:
    recruiter, approver = signed_in("recruiter"), signed_in("approver")
    recruiter.post(f"/applications/{imported}/draft")
    assert "Withheld (" in recruiter.get(f"/applications/{imported}").text
    assert "Withheld (" not in approver.get(f"/applications/{imported}").text
