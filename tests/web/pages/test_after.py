"""After the telling: disputes with a day, requests with a clock, the log; and who tells, knowing what."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import outbox
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
    assert lead_approved.post(f"{at}/dispute/{number}", data={"note": "No."}).status_code == 400
    assert lead_approved.post(f"{at}/dispute/{number}", data={"note": " ", "how": "phone"}).status_code == 422
    lead_approved.post(
        f"{at}/dispute/{number}",
        data={"note": "The recording shows none.", "verdict": "stands", "how": "phone"},
    )
    assert "Send the letter" in lead_approved.get("/queue").text
    assert "the fact was right, by Lead: The recording shows none." in lead_approved.get(at).text
    assert "Given by phone" in lead_approved.get("/after").text


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
    assert "On hold by Lead" in " ".join(lead_approved.see(at).text.split())
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
    assert "&amp;edit=" in page
    for refused in (f'href="{at}/decision"', f'href="{at}/scorecard"'):
        assert refused not in page
    assert "asked for feedback" not in page


def test_a_candidate_who_asks_is_answered_within_a_day(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    lead.post(f"{at}/call", data={"declined": "1"})
    assert "due by" in lead.post(f"{at}/request", follow_redirects=True).text
    assert "Answer the request" in lead.get("/queue").text


ANSWER = "Dear Marta,\n\nThe recording shows that the tables came first."


def disputed(client: PageClient, at: str, sentence: str = "") -> None:
    """Let the letter have been posted, and the candidate say that a fact is wrong."""
    client.post(f"{at}/send/elsewhere", data={"channel": "post", "version": "1"})
    client.post(f"{at}/dispute", data={"note": "I asked first.", "sentence": sentence})


def test_the_sentence_that_is_disputed_is_picked_and_its_note_and_author_are_shown(
    lead_approved: PageClient, at: str, told: str
) -> None:
    disputed(lead_approved, at)
    page = lead_approved.get("/after").text
    assert "Not picked yet" in page
    assert "21 days left" in page
    assert lead_approved.post(f"{at}/dispute/1/sentence", data={"sentence": "t99"}).status_code == 422
    lead_approved.post(f"{at}/dispute/1/sentence", data={"sentence": told})
    shown = lead_approved.see("/after").select_one("#dispute-1")
    assert shown is not None
    assert "Jumped to tables before asking" in shown.text
    assert "Owen Walsh" in shown.text
    drafts = [area.text for area in shown.select("textarea")]
    assert all("“You jumped to tables" in each for each in drafts)
    assert not any("Owen" in each for each in drafts)


def test_an_answer_is_sent_by_the_app_and_can_be_undone(
    lead_approved: PageClient, at: str, told: str, instance: Path, imported: str
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    disputed(lead_approved, at, told)
    sent = {"note": ANSWER, "verdict": "stands", "how": "send"}
    page = lead_approved.post(f"{at}/dispute/1", data=sent, follow_redirects=True).text
    assert "Your answer leaves in 600 seconds" in page
    assert lead_approved.post(f"{at}/dispute/1", data=sent).status_code == 422
    db = open_store(Installation(instance).database)
    (mail,) = outbox.of(db, imported)
    assert mail.to == "marta.silva@example.org"
    assert b"the tables came first" in mail.message
    db.conn.close()
    assert "Undone" in lead_approved.post(f"{at}/dispute/1/undo", follow_redirects=True).text
    kept = lead_approved.see("/after").select_one("#dispute-1 details[open] textarea")
    assert kept is not None
    assert kept.text.strip() == ANSWER
    assert lead_approved.post(f"{at}/dispute/1/undo").status_code == 422


def test_an_answer_that_names_an_interviewer_is_refused_and_marked_while_it_is_typed(
    lead_approved: PageClient, at: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    disputed(lead_approved, at)
    words = "Owen Walsh has looked at it. [What you found.]"
    for how in ("send", "phone"):
        sent = {"note": words, "verdict": "stands", "how": how}
        assert lead_approved.post(f"{at}/dispute/1", data=sent).status_code == 422
    said = lead_approved.post(f"{at}/dispute/check", json={"text": words}).json
    assert said is not None
    found = said["findings"]
    assert [words[each["start"] : each["end"]] for each in found] == ["Owen", "[What you found.]"]
    odd = lead_approved.post(f"{at}/dispute/check", json=["a"])
    assert odd.json == {"findings": [], "runs": []}


def test_without_a_mail_server_the_answer_is_copied_and_recorded(lead_approved: PageClient, at: str) -> None:
    disputed(lead_approved, at)
    page = lead_approved.get("/after").text
    assert "Copy the answer" in page
    assert "Send to" not in page
    sent = {"note": ANSWER, "verdict": "stands", "how": "send"}
    assert lead_approved.post(f"{at}/dispute/1", data=sent).status_code == 404
    lead_approved.post(f"{at}/dispute/1", data=sent | {"how": "post"})
    page = lead_approved.get("/after").text
    assert "Sent by post" in page
    assert "dispute answered" in page
    assert "No open disputes" in page


def test_nothing_is_offered_for_a_candidate_on_hold(lead_approved: PageClient, at: str, told: str) -> None:
    disputed(lead_approved, at, told)
    lead_approved.post(f"{at}/allegation", data={"note": "She says it was her age."})
    shown = lead_approved.see("/after").select_one("#dispute-1")
    assert shown is not None
    assert "On hold: nothing is answered or asked" in shown.text
    assert shown.select("form, textarea, button") == []
    sent = {"note": ANSWER, "verdict": "stands", "how": "phone"}
    assert lead_approved.post(f"{at}/dispute/1", data=sent).status_code == 422


def test_a_dispute_of_another_candidate_is_not_reached(lead_approved: PageClient, at: str) -> None:
    disputed(lead_approved, at)
    for what in ("", "/sentence", "/undo"):
        assert lead_approved.post(f"/applications/nobody/dispute/1{what}").status_code in (404, 422)
