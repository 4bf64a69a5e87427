"""What people stumbled over when they used the app, so that nobody does again."""

import base64
import re
import zlib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from recruiter_kit.intake import read
from recruiter_kit.store.database import FILE, open_store
from recruiter_kit.workflow import imports, outbox
from recruiter_kit.workflow.tellings import tellings
from tests.web.conftest import GOLD, MAIL, As
from tests.web.pages.test_scorecard import CARD
from tests.web.pages.test_standard import GOOD


@pytest.fixture
def lead(signed_in: As, at: str) -> FlaskClient:
    """A lead, with a draft that nobody has approved."""
    client = signed_in("lead")
    client.post(f"{at}/draft")
    return client


def approve(client: FlaskClient, at: str, version: int = 1) -> int:
    return client.post(f"{at}/approval", data={"version": version, "verdict": "approve"}).status_code


def test_words_are_saved_again_once_somebody_has_looked(lead: FlaskClient, at: str) -> None:
    lead.post(f"{at}/scorecard", data=CARD)
    page = lead.get(at).text
    assert "Not yet to be approved" in page
    assert 'value="approve"' not in page
    assert (
        "Saved as a new version"
        in lead.post(f"{at}/statements", data={"version": 1}, follow_redirects=True).text
    )
    assert approve(lead, at, 2) == 302
    assert "version 2, approved" in lead.get(at).text


def test_after_another_decision_only_a_new_draft_is_offered(lead: FlaskClient, at: str) -> None:
    said = {
        "reason": "close_call",
        "decided_by": "Ana",
        "decided_on": "2026-11-12",
        "note_change": "We met again.",
    }
    lead.post(f"{at}/decision", data=said)
    page = lead.get(at).text
    assert "The decision has changed since these words were written" in page
    assert "save the words again" not in page
    assert (
        "Nothing was changed"
        in lead.post(f"{at}/statements", data={"version": 1}, follow_redirects=True).text
    )


def test_words_that_were_found_wrong_are_not_offered_for_approval(lead: FlaskClient, at: str) -> None:
    approve(lead, at)
    lead.post(f"{at}/sent", data={"channel": "post", "version": 1})
    lead.post(f"{at}/dispute", data={"note": "I did name an owner."})
    number = lead.get("/after").text.split('id="dispute-')[1].split('"')[0]
    lead.post(f"{at}/dispute/{number}", data={"note": "You did.", "verdict": "corrected"})
    page = lead.get(at).text
    assert "a fact in these words was found wrong" in page
    assert 'value="approve"' not in page
    assert approve(lead, at) == 422


def test_what_left_is_the_version_that_was_seen(
    lead: FlaskClient, at: str, instance: Path, imported: str
) -> None:
    approve(lead, at)
    lead.post(f"{at}/statements", data={"version": 1, "text-t1": "We are not offering you this role."})
    approve(lead, at, 2)
    lead.post(f"{at}/sent", data={"channel": "email", "version": 1})
    assert [each.version for each in tellings(open_store(instance / FILE), imported)] == [1]


def test_a_message_with_the_mark_of_a_draft_never_waits(lead: FlaskClient, at: str, instance: Path) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    answer = lead.post(f"{at}/send", data={"version": 1})
    assert answer.status_code == 422
    assert outbox.waiting(open_store(instance / FILE)) == []


def test_an_empty_scorecard_is_not_kept(lead: FlaskClient, at: str) -> None:
    nothing = {f"level_{number}": "-" for number in range(12)} | {
        "interviewer": "Ana",
        "interview": "Second talk",
    }
    answer = lead.post(f"{at}/scorecard", data=nothing)
    assert "A level, a note or a recommendation is needed." in answer.text
    assert "Second talk" not in lead.get(at).text


def test_a_wrong_address_is_put_right_where_the_mail_is_sent(
    lead: FlaskClient, at: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    approve(lead, at)
    assert "This is no address." in lead.post(f"{at}/address", data={"email": "nowhere"}).text
    lead.post(f"{at}/address", data={"email": "right@example.org"})
    assert "right@example.org" in lead.get(f"{at}/send").text
    lead.post(f"{at}/send", data={"version": 1})
    assert [each.to for each in outbox.waiting(open_store(instance / FILE))] == ["right@example.org"]


def test_a_call_is_not_shown_on_hold_or_once_told(lead: FlaskClient, at: str) -> None:
    approve(lead, at)
    lead.post(f"{at}/allegation", data={"note": "She says it was her age."})
    for page in ("call", "decision", "scorecard"):
        answer = lead.get(f"{at}/{page}", follow_redirects=True)
        assert "on hold" in answer.text
        assert 'name="reached"' not in answer.text
        assert '<form method="post">' not in answer.text
    lead.post(f"{at}/hold", data={"note": "Settled."})
    lead.post(f"{at}/sent", data={"channel": "post", "version": 1})
    assert lead.get(f"{at}/call").location == at


def test_the_hold_says_who_ends_it_and_why_it_began_to_those_who_tell(
    signed_in: As, lead: FlaskClient, at: str
) -> None:
    approve(lead, at)
    stopped = lead.post(f"{at}/allegation", data={"note": "It was her age."}, follow_redirects=True).text
    assert "Lead (lead@example.org)" in stopped
    box = lead.get(at).text.split('id="hold"')[1].split("</div>")[0]
    assert "It was her age." in box
    role = re.findall(r'href="/roles/([^/"]+)/', lead.get("/scorecards/new").text)[0]
    assert "It was her age." not in signed_in("hiring_manager", role).get(at).text


def test_a_page_of_the_queue_that_is_not_there_leads_to_the_first(lead: FlaskClient) -> None:
    assert lead.get("/queue?page=3&text=marta").location == "/queue?text=marta"
    assert lead.post("/queue/draft?text=marta", data={}).location == "/queue?text=marta"


def test_what_is_said_next_stands_in_no_cookie(signed_in: As, instance: Path, imported: str) -> None:
    lead = signed_in("lead")
    db = open_store(instance / FILE)
    db.execute("UPDATE applications SET decision = NULL")
    lead.post("/queue/draft", data={"application": imported})
    cookie = lead.get_cookie("recruiter-kit")
    assert cookie is not None
    held = cookie.value.lstrip(".").split(".")[0]
    held += "=" * (-len(held) % 4)
    inside = base64.urlsafe_b64decode(held)
    text = zlib.decompress(inside) if cookie.value.startswith(".") else inside
    assert b"Marta" not in text
    assert "Marta Silva:" in lead.get("/queue").text
    assert "Marta Silva:" not in lead.get("/queue").text, "it is said once"


def test_control_characters_that_are_typed_go_nowhere(lead: FlaskClient, at: str) -> None:
    typed = {"version": 1, "text-t1": "We are not\x00 offering you\x07 the role."}
    page = lead.post(f"{at}/statements", data=typed, follow_redirects=True).text
    assert "We are not offering you the role." in page


@pytest.mark.parametrize("referrer", ["http://[", "nowhere", "http://localhost/nowhere", ""])
def test_a_page_says_what_was_wrong_wherever_one_came_from(lead: FlaskClient, at: str, referrer: str) -> None:
    answer = lead.post(
        f"{at}/approval", data={"version": 9, "verdict": "approve"}, headers={"Referer": referrer}
    )
    assert answer.status_code == 422
    assert "Back to the beginning" in answer.text


def test_odd_requests_are_answered(lead: FlaskClient) -> None:
    deep = {"data": b"[" * 200_000, "content_type": "application/json"}
    assert lead.post("/check", **deep).json == []  # type: ignore[arg-type]
    assert lead.post("/check-note", **deep).status_code == 422  # type: ignore[arg-type]
    assert lead.post("/import", data={"files": "x"}).status_code == 200


@pytest.mark.parametrize(
    "organisation", ["1.5e3", "null", "a: b", "\x00", "2026-11-27", "Zo\u00eb & S\u00f6hne"]
)
def test_a_standard_that_is_kept_can_be_read(signed_in: As, instance: Path, organisation: str) -> None:
    lead = signed_in("lead")
    lead.post("/standard", data=GOOD | {"organisation": organisation})
    assert lead.get("/queue").status_code == 200
    assert lead.get("/standard").status_code == 200


def test_a_standard_that_somebody_broke_by_hand_is_not_replaced(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    (instance / "standard.yaml").write_text("a: [", encoding="utf-8")
    assert lead.post("/standard", data=GOOD).status_code == 422
    assert (instance / "standard.yaml").read_text("utf-8") == "a: ["


def test_an_application_may_be_called_files(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    bundle = read(GOLD / "marta.json")
    (one,) = bundle.applications
    db = open_store(instance / FILE)
    for content, stage in ((b"one", "Interview"), (b"two", "Offer")):
        files = one.model_copy(update={"id": "files", "stage": stage})
        imports.keep_import(
            db, bundle.model_copy(update={"applications": (files,)}), content, "x", "terminal"
        )
    page = lead.get("/import").text
    seen = re.findall(r'name="seen" value="(\d+)"', page)[0]
    done = lead.post("/import/changes/files/accept", data={"seen": seen}, follow_redirects=True).text
    assert "The newer values were taken over" in done


def test_changes_without_a_note_are_asked_for_again(lead: FlaskClient, at: str) -> None:
    answer = lead.post(f"{at}/approval", data={"version": 1, "verdict": "changes"}, follow_redirects=True)
    assert answer.status_code == 200
    assert "Say in a note what to change" in answer.text
