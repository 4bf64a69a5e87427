"""The people of the organisation, as the administrator sees them."""

from pathlib import Path

from tests.mail.mailbox import Mailbox, free_port, serving
from tests.web.client import html
from tests.web.conftest import As


def test_a_hiring_manager_is_let_in_with_roles_and_these_can_be_changed(
    signed_in: As, imported: str, instance: Path
) -> None:
    administrator = signed_in("administrator")
    person = {"name": "Hanna", "email": "hanna@example.org", "post": "hiring_manager"}
    assert "Choose at least one role" in administrator.post("/people", data=person).text
    page = html(administrator.post("/people", data=person | {"roles": "data-engineer"}))
    assert "Send Hanna this link" in page.text
    taken = administrator.post("/people", data=person | {"name": "Hanna Two", "roles": "data-engineer"}).text
    assert 'value="Hanna Two"' in taken
    roles = page.select('form[action^="/people/"][action$="/roles"]')[0]["action"]
    administrator.post(str(roles), data={"roles": ["data-engineer", "unknown"]})
    assert "1 role<" in administrator.get("/people").text


PERSON = {"name": "Hanna", "email": "hanna@example.org", "post": "recruiter"}


def mail_at(instance: Path, port: int) -> None:
    (instance / "mail.yaml").write_text(f"host: 127.0.0.1\nport: {port}\nsecurity: none\n", encoding="utf-8")


def test_an_invitation_is_mailed_and_can_be_copied(signed_in: As, instance: Path) -> None:
    administrator, mailbox = signed_in("administrator"), Mailbox()
    with serving(mailbox) as server:
        mail_at(instance, server.port)
        page = html(administrator.post("/people", data=PERSON))
    link = str(page.select("input[readonly]")[0]["value"])
    assert "We've e-mailed Hanna this link" in page.text
    assert page.text.count("48 hours") == 1
    (message,) = mailbox.messages
    assert message["To"] == "hanna@example.org"
    assert link in message.get_content()
    assert signed_in("lead").get(link.partition("localhost")[2]).status_code == 200


def test_a_new_password_link_leads_to_the_address_that_is_set(signed_in: As, instance: Path) -> None:
    administrator, mailbox = signed_in("administrator"), Mailbox()
    (instance / "app.yaml").write_text("address: https://feedback.example.org/\n", encoding="utf-8")
    administrator.post("/people", data=PERSON)
    place = administrator.see("/people").select('button[formaction$="/link"]')[-1]["formaction"]
    with serving(mailbox) as server:
        mail_at(instance, server.port)
        administrator.post(str(place))
    assert "https://feedback.example.org/link/" in mailbox.messages[0].get_content()


def test_a_server_that_does_not_take_the_link_is_named_and_the_link_is_there(
    signed_in: As, instance: Path
) -> None:
    mail_at(instance, free_port())
    page = html(signed_in("administrator").post("/people", data=PERSON))
    assert "It was not e-mailed: the mail server 127.0.0.1 did not take the message" in page.text
    assert page.select("input[readonly]")


def test_nobody_deactivates_themselves_by_a_slip(signed_in: As) -> None:
    administrator = signed_in("administrator")
    administrator.post("/people", data=PERSON)
    assert len(administrator.see("/people").select('button[formaction$="/out"]')) == 1
