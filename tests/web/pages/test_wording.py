"""Wording better in the app: a statement, a letter, many; offers taken; the noted form one click away."""

import re
from pathlib import Path

import pytest

from recruiter_kit.feedback import Feedback, Part, Proposal
from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.web.pages import wording
from recruiter_kit.workflow import versions
from tests.web.build import approve
from tests.web.client import PageClient
from tests.web.conftest import As
from tests.writing.server import Server, serving, status, told_back


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "SECONDS_TO_WAIT", 60)


def set_model(instance: Path, server: Server) -> None:
    text = f"address: http://127.0.0.1:{server.port}/v1\nmodel: smollm2\ntimeout: 5\n"
    (instance / "model.yaml").write_text(text, "utf-8")


def newest(instance: Path, application: str) -> versions.Version:
    db = open_store(Installation(instance).database)
    found = versions.newest(db, application)
    db.conn.close()
    return found


def save(instance: Path, feedback: Feedback, based_on: int) -> None:
    db = open_store(Installation(instance).database)
    versions.save_draft(db, feedback, "lead@example.org", based_on)
    db.conn.close()


def seen(feedback: Feedback) -> list[str]:
    return [each.text for each in feedback.said(Part.SEEN, Part.STRENGTH)]


def test_without_a_model_there_is_no_button(lead_drafted: PageClient, at: str) -> None:
    page = lead_drafted.get(at).text
    assert "Word it better" not in page
    assert "Word the letter better" not in page


def test_a_letter_is_worded_and_every_statement_can_be_as_noted_again(
    lead_drafted: PageClient, at: str, imported: str, instance: Path
) -> None:
    before = newest(instance, imported)
    with serving(told_back) as server:
        set_model(instance, server)
        assert "Word the letter better" in lead_drafted.get(at).text
        begun = lead_drafted.post(f"{at}/wording", data={"version": 1}, follow_redirects=True)
    assert "proved and told" in begun.text
    after = newest(instance, imported)
    assert after.version == 2
    assert after.note.startswith("worded by smollm2: ")
    worded = [each for each in after.feedback.statements if each.proposal]
    assert worded
    assert "proved against the notes" in lead_drafted.get(f"{at}?edit={worded[0].id}").text
    version = 2
    while told := next((e for e in newest(instance, imported).feedback.statements if e.proposal), None):
        data = {"version": version, "statement": told.id}
        lead_drafted.post(f"{at}/wording/noted", data=data)
        version += 1
    assert newest(instance, imported).feedback.statements == before.feedback.statements


def test_one_statement_is_worded_and_words_typed_elsewhere_are_kept(
    lead_drafted: PageClient, at: str, imported: str, instance: Path
) -> None:
    feedback = newest(instance, imported).feedback
    one, other = feedback.said(Part.SEEN)[1], feedback.said(Part.NEEDS)[0]
    with serving(told_back) as server:
        set_model(instance, server)
        typed = {"version": 1, "statement": one.id, f"text-{other.id}": "The role needs this."}
        lead_drafted.post(f"{at}/wording", data=typed, follow_redirects=True)
    after = newest(instance, imported).feedback
    assert [each.id for each in after.statements if each.proposal] == [one.id]
    assert [each.text for each in after.statements if each.id == other.id] == ["The role needs this."]


def test_a_server_that_is_gone_leaves_the_draft_and_says_so(
    lead_drafted: PageClient, at: str, imported: str, instance: Path
) -> None:
    with serving(status(500)) as server:
        set_model(instance, server)
        page = lead_drafted.post(f"{at}/wording", data={"version": 1}, follow_redirects=True).text
    assert "all as noted, because 127.0.0.1 answered with status 500" in re.sub(r"\s+", " ", page)
    assert newest(instance, imported).version == 1


def offer(instance: Path, application: str) -> Proposal:
    """Save a version in which a proposal waits for a person."""
    version = newest(instance, application)
    old = version.feedback.said(Part.SEEN)[0]
    made = Proposal(
        id="m1",
        part=Part.SEEN,
        criterion=old.criterion or "",
        text=f"{old.text.rstrip('.')} and <b>zebras</b>.",
        verdict="look",
        replaces=(old,),
        sources=old.sources,
        model="smollm2",
        prompt="0" * 64,
    )
    save(instance, version.feedback.model_copy(update={"proposals": (made,)}), version.version)
    return made


def test_an_offer_is_shown_with_its_added_words_marked_and_taken_with_one_button(
    lead_drafted: PageClient, at: str, imported: str, instance: Path
) -> None:
    made = offer(instance, imported)
    assert "a better wording is proposed" in lead_drafted.get(at).text
    page = lead_drafted.see(f"{at}?edit={made.replaces[0].id}")
    assert "zebras" in " ".join(mark.text for mark in page("mark"))
    assert page.select_one(".offers b") is None
    lead_drafted.post(f"{at}/wording/take", data={"version": 2, "proposal": made.id})
    after = newest(instance, imported)
    (told,) = [each for each in after.feedback.statements if each.proposal == made.id]
    assert (told.text, told.by, after.state) == (made.text, "lead@example.org", "draft")
    assert "taken by Lead" in lead_drafted.get(f"{at}?edit={told.id}").text


def test_the_second_of_two_is_told(lead_drafted: PageClient, at: str, imported: str, instance: Path) -> None:
    offer(instance, imported)
    for path in ("wording", "wording/take", "wording/noted"):
        assert lead_drafted.post(f"{at}/{path}", data={"version": 1}).status_code == 409


def test_many_are_worded_with_progress_and_an_approved_one_stays(
    signed_in: As, instance: Path, ids: list[str]
) -> None:
    lead = signed_in("lead")
    lead.post("/queue/draft", data={"application": ids[:3]})
    approve(lead, f"/applications/{ids[0]}")
    with serving(told_back) as server:
        set_model(instance, server)
        assert "Word better" in lead.get("/queue").text
        begun = lead.post("/wording", data={"application": ids[:4]})
        address = begun.headers["Location"]
        while lead.get(f"{address}/state").get_json()["step"] != "over":
            pass
        page = lead.get(address).text
    assert "it is approved, so its words stay as they are" in page
    assert "Worded better (3)" in page
    assert newest(instance, ids[0]).state == "approved"
    assert newest(instance, ids[3]).version == 1
    assert "The model is asked" not in page


def test_nobody_sees_the_work_of_another(
    lead_drafted: PageClient, signed_in: As, at: str, instance: Path
) -> None:
    with serving(told_back) as server:
        set_model(instance, server)
        begun = lead_drafted.post(f"{at}/wording", data={"version": 1})
    assert "no longer here" in signed_in("recruiter").get(begun.headers["Location"]).text


def test_notes_that_left_the_machine_are_named_on_the_feedback(
    lead_drafted: PageClient, at: str, imported: str, instance: Path
) -> None:
    version = newest(instance, imported)
    save(instance, version.feedback.model_copy(update={"shown_elsewhere": "big-model"}), 1)
    assert "were sent to big-model, a language model on another machine" in lead_drafted.get(at).text


@pytest.mark.parametrize("post", ["approver", "privacy_officer"])
def test_only_those_who_draft_ask_the_model(
    lead_drafted: PageClient, signed_in: As, at: str, post: str
) -> None:
    client = signed_in(post)
    for path in (f"{at}/wording", f"{at}/wording/take", f"{at}/wording/noted", "/wording"):
        assert client.post(path, data={"version": 1}).status_code == 403


def test_an_answer_given_later_keeps_what_was_worded(
    lead_drafted: PageClient, at: str, imported: str, instance: Path
) -> None:
    with serving(told_back) as server:
        set_model(instance, server)
        lead_drafted.post(f"{at}/wording", data={"version": 1}, follow_redirects=True)
    feedback = newest(instance, imported).feedback
    asked = [left.question for left in feedback.left_to_recruiter if left.question]
    if asked:
        data = {"version": 2, "answer": f"{asked[0].id}:0"}
        lead_drafted.post(f"{at}/answers", data=data, follow_redirects=True)
        after = newest(instance, imported).feedback
        assert after.proposals == feedback.proposals
        assert {e.proposal for e in after.statements} == {e.proposal for e in feedback.statements}
        assert len(set(seen(after))) == len(seen(after))
