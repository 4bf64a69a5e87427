"""The first steps: what a new installation needs, in order, until it is done or hidden."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read_standard
from tests.web.build import MAIL
from tests.web.conftest import As
from tests.web.forms import sent


def done(client: object) -> str:
    return client.see("/queue").select_one(".first-top .soft").text  # type: ignore[attr-defined,no-any-return]


def test_each_step_is_ticked_when_it_is_done_and_then_the_list_is_gone(signed_in: As, instance: Path) -> None:
    (instance / "standard.yaml").unlink()
    lead = signed_in("lead")
    assert done(lead) == "0 of 4 done"
    form = sent(lead.see("/queue"))
    assert form["sender_name"] == "Lead"
    lead.post("/first-steps/sender", data=form | {"sender_title": "Talent"})
    assert done(lead) == "1 of 4 done"
    sender = read_standard(Installation(instance).standard).sender
    assert sender is not None
    assert (sender.name, sender.title, sender.email) == ("Lead", "Talent", "lead@example.org")
    lead.post("/sample")
    assert done(lead) == "2 of 4 done"
    lead.post("/applications/te-01/draft")
    lead.post("/applications/te-01/approval", data={"version": 1, "verdict": "approve"})
    assert done(lead) == "3 of 4 done"
    (instance / "mail.yaml").write_text(MAIL, "utf-8")
    assert "First steps" not in lead.get("/queue").text


def test_the_mail_server_may_wait(signed_in: As) -> None:
    lead = signed_in("lead")
    lead.post("/sample")
    lead.post("/applications/te-01/draft")
    lead.post("/applications/te-01/approval", data={"version": 1, "verdict": "approve"})
    assert "First steps" in lead.get("/queue").text
    lead.post("/first-steps/mail/later")
    assert "First steps" not in lead.get("/queue").text


def test_a_hidden_list_is_hidden_for_this_person_and_found_again(signed_in: As) -> None:
    lead = signed_in("lead")
    lead.post("/first-steps/all/later")
    assert "First steps" not in lead.get("/queue").text
    assert "First steps" in signed_in("recruiter").get("/queue").text
    assert "of 4 done" in lead.get("/first-steps").text


def test_a_wrong_address_is_marked_and_nothing_is_written(signed_in: As, instance: Path) -> None:
    (instance / "standard.yaml").unlink()
    page = signed_in("lead").post("/first-steps/sender", data={"sender_name": "", "sender_email": "nowhere"})
    assert "Enter an e-mail address" in page.text
    assert "This field is required" in page.text
    assert not (instance / "standard.yaml").exists()


def test_who_may_not_change_settings_is_told_who_does(signed_in: As, instance: Path) -> None:
    (instance / "standard.yaml").unlink()
    page = signed_in("recruiter").see("/queue")
    assert "A talent lead adds this" in page.text
    assert page.select_one("#sender_name") is None
    assert "First steps" not in signed_in("approver").get("/queue").text
