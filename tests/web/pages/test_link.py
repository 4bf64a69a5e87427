"""The one-time link: the first administrator, and everybody after."""

from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read_standard
from recruiter_kit.people import users
from recruiter_kit.people.accounts import new_link
from recruiter_kit.store.database import open_store
from recruiter_kit.web.signed_in import first_link
from tests.web.build import PASSWORD, let_in
from tests.web.client import PageClient

HERE = "http://127.0.0.1:8400"


def test_the_first_administrator_comes_in_by_the_link_and_says_a_name(
    client: PageClient, instance: Path
) -> None:
    link = first_link(HERE)
    assert link is not None
    path = link.removeprefix(HERE)
    assert "You're setting up Recruiter Kit" in client.get(path).text
    person = {"name": "Ines Okoro", "email": "ines@example.org"}
    wrong = client.post(path, data=person | {"email": "nowhere", "password": "short"}).text
    assert "Enter an e-mail address" in wrong
    assert "12 to 1000" in wrong
    assert "This field is required" in client.post(path, data={"password": PASSWORD}).text
    done = client.post(path, data=person | {"password": PASSWORD}, follow_redirects=True)
    assert "Invite" in done.text
    assert "Ines Okoro" in done.text
    assert client.get("/queue").status_code == 403
    assert first_link("") is None
    assert "has been used or has expired" in client.get(path).text
    assert users.by_email(open_store(Installation(instance).database), "ines@example.org") is not None


def test_in_a_house_of_one_the_first_recruits_and_administers(client: PageClient) -> None:
    path = str(first_link(HERE)).removeprefix(HERE)
    person = {"name": "Ines Okoro", "email": "ines@example.org", "password": PASSWORD, "recruits": "y"}
    assert "Nothing to do" in client.post(path, data=person, follow_redirects=True).text
    assert "Lead, administrator" in client.get("/people").text
    assert client.get("/import").status_code == 200


def test_access_that_ended_does_not_come_back_with_an_old_session_or_link(
    client: PageClient, instance: Path
) -> None:
    client.post("/sign-in", data={"email": let_in(instance), "password": PASSWORD})
    db = open_store(Installation(instance).database)
    link = new_link(db, users.get(db, 1), "terminal")
    for active in (False, True):
        users.change(db, 1, "terminal", active=active)
    assert client.get("/queue").status_code == 302
    assert "has been used or has expired" in client.get(f"/link/{link}").text


def test_who_makes_the_first_account_may_sign_the_letters(client: PageClient, instance: Path) -> None:
    (instance / "standard.yaml").unlink()
    path = str(first_link(HERE)).removeprefix(HERE)
    person = {"name": "Ines Okoro", "email": "ines@example.org", "password": PASSWORD, "recruits": "y"}
    client.post(path, data=person | {"signs": "y", "title": "Talent"})
    sender = read_standard(Installation(instance).standard).sender
    assert sender is not None
    assert (sender.name, sender.title, sender.email) == ("Ines Okoro", "Talent", "ines@example.org")


def test_nobody_signs_unasked(client: PageClient, instance: Path) -> None:
    assert "I sign the letters" not in client.get(str(first_link(HERE)).removeprefix(HERE)).text
    (instance / "standard.yaml").unlink()
    path = str(first_link(HERE)).removeprefix(HERE)
    assert "I sign the letters" in client.get(path).text
    client.post(path, data={"name": "Ines Okoro", "email": "ines@example.org", "password": PASSWORD})
    assert not (instance / "standard.yaml").exists()
