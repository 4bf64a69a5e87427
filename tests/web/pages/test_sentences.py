"""An organisation's own sentences: seen filled in, checked while typed, and saved whole."""

from pathlib import Path

import pytest

from recruiter_kit.intake import read_standard
from recruiter_kit.standard import CAN_BE_WORDED
from tests.web.client import PageClient
from tests.web.conftest import As

OURS = "We delete your interview records on {retention_date}."


@pytest.fixture
def lead(signed_in: As) -> PageClient:
    return signed_in("lead")


def look(lead: PageClient, key: str, text: str) -> str:
    return str(lead.post("/sentences/look", json={"key": key, "text": text}).json["html"])  # type: ignore[index]


def test_each_sentence_is_shown_filled_in(lead: PageClient) -> None:
    page = lead.see("/sentences")
    assert len(page.select("main textarea")) == len(CAN_BE_WORDED)
    assert "We keep your interview records until 12 November 2027." in page.text


def test_one_sentence_is_saved_and_taken_back(lead: PageClient, instance: Path) -> None:
    before = read_standard(instance / "standard.yaml")
    lead.post("/sentences", data={"letter.closing.retention": OURS})
    after = read_standard(instance / "standard.yaml")
    assert after.wording == {"letter.closing.retention": OURS}
    assert after.model_copy(update={"wording": {}}) == before.model_copy(update={"wording": {}})
    assert OURS in lead.get("/sentences").text
    lead.post("/sentences", data={})
    assert read_standard(instance / "standard.yaml").wording == {}


def test_saving_what_was_not_changed_leaves_the_file_alone(lead: PageClient, instance: Path) -> None:
    before = (instance / "standard.yaml").read_bytes()
    lead.post("/sentences", data={})
    assert (instance / "standard.yaml").read_bytes() == before


def test_while_it_is_typed_the_example_and_the_findings_follow(lead: PageClient) -> None:
    key = "call.close.thanks"
    assert "Thank you for your patience." in look(lead, key, "Thank you for your patience.")
    assert 'class="finding' in look(lead, key, "We had many strong candidates.")
    assert look(lead, "letter.band.below", "fine") == ""


@pytest.mark.parametrize("text", ["Deleted soon.", "{retention_date} {sender}", "{", "{retention_date.year}"])
def test_a_sentence_that_drops_or_adds_a_name_is_refused_with_what_it_needs(
    lead: PageClient, instance: Path, text: str
) -> None:
    assert "{retention_date}" in look(lead, "letter.closing.retention", text)
    before = (instance / "standard.yaml").read_bytes()
    page = lead.post("/sentences", data={"letter.closing.retention": text})
    assert "One sentence cannot be used" in page.text
    assert (instance / "standard.yaml").read_bytes() == before
