"""Ids of any kind in addresses, and nobody sent elsewhere."""

import pytest

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.store.database import open_store
from recruiter_kit.web.url_ids import inside
from recruiter_kit.workflow import imports
from tests.places import GOLD
from tests.web.conftest import As


@pytest.mark.parametrize("id", ["2026/041", "..", ".", "a~1b", "~", "a b?c#d%2F", "ä/ö"])
def test_an_application_is_reached_whatever_its_id(signed_in: As, instance, id: str) -> None:  # type: ignore[no-untyped-def]
    bundle = read(GOLD / "marta.json")
    odd = bundle.applications[0].model_copy(update={"id": id})
    db = open_store(Installation(instance).database)
    imports.keep_import(db, bundle.model_copy(update={"applications": (odd,)}), b"x", "x", "terminal")
    lead = signed_in("lead")
    at = str(lead.see("/queue").select("td[data-name=Candidate] a")[0]["href"])
    assert "Marta Silva" in lead.get(at).text
    assert lead.post(f"{at}/draft").status_code == 302
    assert lead.get(f"{at}/versions/1").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["//evil.example", "/\t/evil.example", "/\n/evil.example", "/\\evil.example", "https://evil.example", ""],
)
def test_nobody_is_sent_elsewhere(path: str) -> None:
    assert inside(path) is None


def test_a_page_of_the_app_is_inside() -> None:
    assert inside("/queue?page=2") == "/queue?page=2"
