"""The queue's bulk bar: drafted together, sent together, the number typed above ten, taken back together."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.model import Bundle
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import applications, imports, outbox
from tests.web.build import MAIL, approve_all
from tests.web.client import PageClient
from tests.web.conftest import As


def test_many_are_drafted_and_one_that_cannot_be_stops_no_other(
    signed_in: As, ids: list[str], instance: Path
) -> None:
    lead = signed_in("lead")
    db = open_store(Installation(instance).database)
    db.execute("UPDATE applications SET decision = NULL WHERE id = 'n3'")
    db.conn.close()
    page = lead.post("/queue/draft", data={"application": ids}, follow_redirects=True).text
    assert "11 letters drafted." in page
    assert "Noa Berg3:" in page
    again = lead.post("/queue/draft", data={"application": ids[:2]}, follow_redirects=True)
    assert "0 letters drafted." in again.text


def test_more_than_ten_leave_only_when_the_number_is_typed(
    signed_in: As, ids: list[str], instance: Path
) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids)
    page = lead.get("/bulk-send", query_string={"application": ids}).text
    assert "Preview: 11 e-mails" in page
    assert "Noa Berg11 is not included: the candidate has no e-mail address" in page
    sent = {"application": ids[:11]} | {f"version-{each}": "1" for each in ids[:11]}
    assert "Type the number of messages, 11" in lead.post("/bulk-send", data=sent | {"count": "10"}).text
    db = open_store(Installation(instance).database)
    assert outbox.waiting(db) == []
    page = lead.post("/bulk-send", data=sent | {"count": "11"}, follow_redirects=True).text
    assert "11 e-mails leave in 600 seconds" in page
    assert len(outbox.waiting(db)) == 11
    assert "11 e-mails undone." in lead.post("/outbox", follow_redirects=True).text
    assert outbox.waiting(db) == []


def test_without_a_mail_server_nothing_waits_for_ever(signed_in: As, ids: list[str], instance: Path) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids[:1])
    (instance / "mail.yaml").unlink()
    assert lead.post("/bulk-send", data={"application": ids[:1], "version-n0": 1}).status_code == 404
    assert outbox.waiting(open_store(Installation(instance).database)) == []


def test_what_was_seen_is_what_leaves(signed_in: As, ids: list[str]) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids[:1])
    at = f"/applications/{ids[0]}"
    lead.get(f"{at}/send")
    lead.post(f"{at}/statements", data={"version": 1, "text-t1": "We are not offering you this role."})
    lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"})
    assert lead.post(f"{at}/send", data={"version": 1}).status_code == 422
    page = lead.post(
        "/bulk-send", data={"application": [ids[0]], "version-n0": "1"}, follow_redirects=True
    ).text
    assert "0 e-mails leave" in page


def test_one_that_is_gone_stops_no_other(lead_approved: PageClient, imported: str, instance: Path) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    sent = {
        "application": ["gone", imported, "gone too"],
        "version-gone": "9" * 30,
        f"version-{imported}": "1",
        "version-gone too": "9" * 5000,
    }
    page = lead_approved.post("/bulk-send", data=sent, follow_redirects=True).text
    assert "1 e-mail leaves in 600 seconds" in page
    assert (
        "gone"
        in lead_approved.post("/queue/draft", data={"application": ["gone"]}, follow_redirects=True).text
    )


def test_what_was_ticked_leads_to_an_address_without_the_forms_token(
    lead_approved: PageClient, imported: str
) -> None:
    chosen = {"application": [imported], "csrf_token": "secret"}
    assert (
        lead_approved.post("/bulk-send/chosen", data=chosen).location == f"/bulk-send?application={imported}"
    )


def test_who_may_have_another_application_is_asked_about_before_many_leave(
    signed_in: As, ids: list[str], instance: Path
) -> None:
    lead = signed_in("lead")
    db = open_store(Installation(instance).database)
    same = applications.application(db, "n0").candidate
    twin = applications.application(db, "n0").model_copy(update={"id": "twin", "candidate": same})
    role = applications.role(db, twin.role)
    imports.keep_import(db, Bundle(roles=(role,), applications=(twin,)), b"twin", "twin.json", "terminal")
    chosen = ["n0", "twin", "n1"]
    approve_all(lead, chosen)
    page = lead.see("/bulk-send?application=n0&application=twin&application=n1")
    assert "Preview: 1 e-mail" in page.text
    assert "May also have another application" in page.text
    assert "not told yet: ready to send" in page.text
    shown = {f"shown-{id}": page.select(f"input[name=shown-{id}]")[0]["value"] for id in ("n0", "twin")}
    back = lead.post("/bulk-send/chosen", data={"application": chosen, "known": ["n0", "twin"]} | shown)
    assert "Preview: 3 e-mails" in lead.get(back.location).text
    sent = {"application": chosen} | {f"version-{each}": "1" for each in chosen}
    told = lead.post("/bulk-send", data=sent, follow_redirects=True).text
    assert "2 e-mails leave in 600 seconds" in told
    assert "may have other applications" in told
    assert [mail.application for mail in outbox.waiting(db)] == ["n0", "n1"]
