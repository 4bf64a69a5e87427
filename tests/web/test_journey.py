"""From an export to a told candidate, page by page, and what each person may not do."""

import io
import re
from pathlib import Path

import pytest

from recruiter_kit.store.database import FILE, open_store
from recruiter_kit.workflow import tellings
from tests.web.conftest import GOLD, As

PLACES = ("", "/decision", "/send", "/call", "/rehearse", "/letter.pdf", "/email.eml")


def test_a_recruiter_gets_from_an_export_to_a_told_candidate(signed_in: As) -> None:
    recruiter, manager = signed_in("recruiter"), signed_in("approver")
    assert "Nobody is waiting here" in recruiter.get("/queue").text
    files = {"files": (io.BytesIO((GOLD / "marta.json").read_bytes()), "marta.json")}
    read = recruiter.post("/import", data=files)
    assert "1 new" in recruiter.get(read.location).text
    assert "Nobody is waiting here" in recruiter.get("/queue").text
    assert (
        "1 new, 0 changed"
        in recruiter.post(read.location, data={"answer": "keep"}, follow_redirects=True).text
    )
    assert "Marta Silva" in recruiter.get("/queue").text
    page = recruiter.get("/queue").text
    here = page.split('href="/applications/')[1].split('"')[0]
    at = f"/applications/{here}"
    assert recruiter.post(f"{at}/draft", follow_redirects=True).status_code == 200
    assert "We are not offering you the Data Engineer role." in recruiter.get(at).text
    recruiter.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert "version 1, draft" in recruiter.get(at).text
    manager.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert "version 1, approved" in recruiter.get(at).text
    call = recruiter.get(f"{at}/call").text
    assert "We are not offering you the role." in call
    assert "Do not say" in call
    recruiter.post(f"{at}/call", data={"reached": "1", "notes": "Quiet, thanked us."})
    assert "Send it in writing" in recruiter.get("/queue").text
    assert recruiter.post(f"{at}/call", data={"reached": "1"}).status_code == 422
    recruiter.post(f"{at}/sent", data={"channel": "post"})
    assert "Nobody is waiting here" in recruiter.get("/queue").text
    assert "post: posted" in recruiter.get(at).text
    assert "phone: reached" in recruiter.get(at).text


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
    db = open_store(instance / FILE)
    assert [each.version for each in tellings.tellings(db, imported)] == [1, 2]


def test_changed_words_are_a_new_version_that_needs_a_new_approval(signed_in: As, imported: str) -> None:
    recruiter = signed_in("lead")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    recruiter.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    typed = {"version": 1, "text-t1": "Unfortunately we went in another direction."}
    page = recruiter.post(f"{at}/statements", data=typed, follow_redirects=True).text
    assert "version 2, draft" in page
    assert "Unfortunately" in page
    assert "finding error" in page


def test_a_finding_may_stand_for_a_reason_but_not_one_that_nobody_may_let_stand(
    signed_in: As, imported: str
) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    typed = {"version": 1, "text-t1": "Unfortunately we are not offering you the role. Others were better."}
    lead.post(f"{at}/statements", data=typed)
    page = lead.get(at).text
    options = dict(re.findall(r'<option value="(\d+)">(\w+):', page))
    assert "comparison" not in options.values()
    apology = next(number for number, label in options.items() if label == "apology")
    assert (
        lead.post(f"{at}/suppression", data={"version": 2, "finding": apology, "note": " "}).status_code
        == 422
    )
    lead.post(f"{at}/suppression", data={"version": 2, "finding": apology, "note": "The house says it so."})
    assert "Stands: The house says it so. (lead@example.org)" in lead.get(at).text
    assert lead.post(f"{at}/approval", data={"version": 3, "verdict": "approve"}).status_code == 422


def test_what_is_told_is_not_edited_any_more(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert "Save the words" in lead.get(at).text
    lead.post(f"{at}/sent", data={"channel": "post"})
    page = lead.get(at).text
    for button in ("Save the words", "Draft anew", "Add a scorecard", "Read and approve"):
        assert button not in page
    assert "We are not offering you the Data Engineer role." in page


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


def test_the_second_of_two_is_told_and_loses_nothing(signed_in: As, imported: str) -> None:
    first, second = signed_in("recruiter"), signed_in("lead")
    at = f"/applications/{imported}"
    first.post(f"{at}/draft")
    first.post(f"{at}/statements", data={"version": 1, "text-t1": "The first was quicker."})
    late = second.post(f"{at}/statements", data={"version": 1, "text-t1": "What the second had typed."})
    assert late.status_code == 409
    assert "What the second had typed." in late.text
    assert late.text.count("<textarea") == 1


def test_words_survive_a_session_that_has_ended(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    with recruiter.session_transaction() as session:
        session.clear()
    typed = {"version": 1, "text-t1": "Half an hour of work."}
    answer = recruiter.post(f"/applications/{imported}/statements", data=typed)
    assert answer.status_code == 401
    assert "Half an hour of work." in answer.text


def test_a_page_that_asks_in_the_background_is_told_that_nobody_is_signed_in(signed_in: As) -> None:
    client = signed_in("recruiter")
    with client.session_transaction() as session:
        session.clear()
    assert client.post("/check", json={"text": "x"}).status_code == 401
    quietly = {"Accept": "application/json"}
    assert client.get("/import/files/x/state", headers=quietly).status_code == 401


def test_a_file_that_is_too_large_is_refused_in_words(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    recruiter.application.config["MAX_CONTENT_LENGTH"] = 1000
    answer = recruiter.post("/import", data={"files": (io.BytesIO(b" " * 2000), "large.json")})
    assert answer.status_code == 413
    assert "larger than" in answer.text


def test_a_decision_below_the_bar_names_what_decided_it(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    at = f"/applications/{imported}/decision"
    said = {"reason": "below_bar", "decided_by": "Ana Ruiz", "decided_on": "2026-11-12"}
    assert "say which criteria decided it" in recruiter.post(at, data=said).text
    assert recruiter.post(at, data=said | {"decisive": "modelling"}).status_code == 302
    assert recruiter.post(at, data=said | {"reason": "role_closed"}).status_code == 302


def test_a_letter_that_is_drafted_late_leaves_days_to_object(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    old = {"reason": "below_bar", "decisive": "modelling", "decided_by": "Ana", "decided_on": "2025-01-07"}
    lead.post(f"{at}/decision", data=old)
    lead.post(f"{at}/draft")
    assert "has passed" not in lead.get(at).text
    assert lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"}).status_code == 302
    dispute = re.findall(r'If a fact is wrong</label>\s*<textarea id="text-(t\d+)"', lead.get(at).text)[0]
    over = {"version": 1, f"text-{dispute}": "If we have a fact wrong, write to us by 21 January 2025."}
    lead.post(f"{at}/statements", data=over)
    for page in ("", "/send", "/call"):
        assert "has passed" in lead.get(at + page).text
    assert lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"}).status_code == 422


def test_the_call_has_the_voicemail_and_the_minute_at_hand(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    page = recruiter.get(f"{at}/rehearse").text
    voicemail = page.split('data-key="v"')[1].split("</details>")[0]
    assert "Northgate Logistics" in voicemail
    assert "not offering" not in voicemail
    assert "not offering" in page.split('data-key="m"')[1].split("</details>")[0]


def test_a_text_is_checked_while_it_is_typed(signed_in: As) -> None:
    found = signed_in("recruiter").post("/check", json={"text": "We had many strong candidates."}).json
    assert {each["label"] for each in found} >= {"comparison"}


def test_the_letter_is_a_pdf_and_the_e_mail_an_unsent_draft(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    assert recruiter.get(f"{at}/letter.pdf").data.startswith(b"%PDF")
    assert recruiter.get(f"{at}/letter-1.png").data.startswith(b"\x89PNG")
    assert recruiter.get(f"{at}/letter-9.png").status_code == 404
    assert b"X-Unsent: 1" in recruiter.get(f"{at}/email.eml").data


def test_an_allegation_stops_the_call_and_holds_everything(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    page = lead.post(f"{at}/call", data={"alleged_discrimination": "1"}, follow_redirects=True).text
    assert "on hold" in page
    assert "held" in lead.get("/queue").text
    assert "Save the words" not in lead.get(at).text
    assert lead.post(f"{at}/statements", data={"version": 1, "text-t1": "Changed."}).status_code == 422
    assert lead.post(f"{at}/hold", data={"note": ""}).status_code == 422
    lead.post(f"{at}/hold", data={"note": "Counsel has answered."})
    page = lead.get(at).text
    assert "End the hold" not in page
    assert "Counsel has answered." in page


def test_a_candidate_who_asks_is_answered_within_a_day(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    lead.post(f"{at}/call", data={"declined": "1"})
    assert "due by" in lead.post(f"{at}/request", follow_redirects=True).text
    assert "Answer the request" in lead.get("/queue").text


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


@pytest.mark.parametrize("place", ["/queue", "/import", "/people", "/audit", "/applications/a1"])
def test_nobody_gets_in_without_signing_in(signed_in: As, place: str) -> None:
    client = signed_in("recruiter")
    with client.session_transaction() as session:
        session.clear()
    answer = client.get(place)
    assert answer.status_code == 302
    assert "/sign-in" in answer.location


@pytest.mark.parametrize(
    ("post", "allowed"),
    [
        ("recruiter", {"/queue", "/import"}),
        ("approver", {"/queue"}),
        ("lead", {"/queue", "/import", "/audit"}),
        ("privacy_officer", {"/queue", "/audit"}),
        ("administrator", {"/people", "/audit"}),
    ],
)
def test_each_person_sees_only_what_the_post_allows(signed_in: As, post: str, allowed: set[str]) -> None:
    client = signed_in(post)
    for place in ("/queue", "/import", "/people", "/audit"):
        assert client.get(place).status_code == (200 if place in allowed else 403), place


def test_a_hiring_manager_sees_only_the_roles_named(signed_in: As, imported: str) -> None:
    stranger = signed_in("hiring_manager", "another-role")
    assert "Marta" not in stranger.get("/queue").text
    for place in PLACES:
        assert stranger.get(f"/applications/{imported}{place}").status_code == 403


def test_what_was_withheld_is_shown_to_those_who_may_see_it(signed_in: As, imported: str) -> None:
    recruiter, approver = signed_in("recruiter"), signed_in("approver")
    recruiter.post(f"/applications/{imported}/draft")
    assert "Withheld (" in recruiter.get(f"/applications/{imported}").text
    assert "Withheld (" not in approver.get(f"/applications/{imported}").text


def test_every_answer_forbids_what_comes_from_elsewhere(signed_in: As) -> None:
    headers = signed_in("recruiter").get("/queue").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_a_form_from_elsewhere_is_refused(instance: Path) -> None:
    from recruiter_kit.web.app import create_app

    answer = create_app(instance).test_client().post("/sign-in", data={"email": "x", "password": "y"})
    assert answer.status_code == 400


def test_the_app_says_that_it_is_well(signed_in: As) -> None:
    assert signed_in("recruiter").get("/health").json == {"status": "ok"}
