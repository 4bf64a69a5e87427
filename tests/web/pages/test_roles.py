"""The list of roles says what is to do, who waits, and when each was last changed."""

import json

import pytest

from tests.intake.sources import a_bundle, a_role
from tests.web.client import PageClient
from tests.web.conftest import As
from tests.web.forms import drop


def bring_in(client: PageClient, *made: dict[str, object]) -> None:
    at = drop(client, json.dumps(a_bundle(roles=list(made))).encode(), "b.json")
    client.post(at, data={"answer": "keep"})


def row(client: PageClient, title: str) -> str:
    (found,) = [each for each in client.see("/roles").select("tbody tr") if each.a and each.a.text == title]
    return " ".join(found.text.split())


def test_what_is_missing_is_a_to_do(signed_in: As) -> None:
    lead = signed_in("lead")
    unlevelled = a_role()
    del unlevelled["criteria"][0]["required"]
    unlevelled["criteria"][0]["advice"] = []
    bring_in(lead, unlevelled)
    said = row(lead, "Data Engineer")
    assert "Level needed missing for 1 criterion" in said
    assert "Next steps missing for" in said


@pytest.mark.usefixtures("imported")
def test_who_waits_and_the_version_are_there(signed_in: As) -> None:
    said = row(signed_in("lead"), "Data Engineer")
    assert "Complete" in said
    assert "1 waiting of 1" in said
    assert "today" in said
    assert "version 1" in said


@pytest.mark.usefixtures("imported")
def test_a_hiring_manager_sees_own_roles_only_and_changes_none(signed_in: As) -> None:
    bring_in(signed_in("lead"), a_role())
    page = signed_in("hiring_manager", "de").see("/roles")
    assert [each["href"] for each in page.select("tbody td:first-child a")] == ["/roles/de"]
    assert page.select("main button, main a.button") == []
