"""The language model's settings in the app: tried, asked about twice, switched off."""

from pathlib import Path

import pytest
import yaml

from recruiter_kit.installation import Installation
from recruiter_kit.store import audit
from recruiter_kit.store.database import open_store
from tests.web.client import PageClient
from tests.web.conftest import As
from tests.writing.server import serving, status, told_back

TYPED = {"model": "smollm2", "timeout": "5", "at_once": "1"}
ELSEWHERE = {**TYPED, "address": "https://models.example.org/v1", "elsewhere": "y"}


def events(instance: Path) -> list[tuple[str, dict[str, object]]]:
    db = open_store(Installation(instance).database)
    found = [(entry.what, entry.detail) for entry in audit.entries(db)]
    db.conn.close()
    return found


@pytest.fixture
def lead(signed_in: As) -> PageClient:
    return signed_in("lead")


def test_nothing_is_set_until_somebody_does(lead: PageClient, instance: Path) -> None:
    assert "No model is set: nothing is asked, and nothing leaves this machine." in lead.get("/model").text
    assert not (instance / "model.yaml").exists()


def test_what_is_typed_is_kept_and_tried_on_a_sample_note(lead: PageClient, instance: Path) -> None:
    with serving(told_back) as server:
        address = f"http://127.0.0.1:{server.port}/v1"
        saved = lead.post("/model", data={**TYPED, "address": address}, follow_redirects=True).text
        assert "Saved." in saved
        assert "on this machine: nothing leaves it" in saved
        page = lead.post("/model/try").text
    assert "You added log lines for ~20 min" in page
    assert "smollm2:135m b4719" in page
    written = yaml.safe_load((instance / "model.yaml").read_text("utf-8"))
    assert written == {"address": address, "model": "smollm2", "timeout": 5, "at_once": 1}
    assert events(instance)[0] == ("model changed", {"settings": "address, at_once, model, timeout"})


def test_a_model_that_does_not_answer_is_said(lead: PageClient) -> None:
    with serving(status(404)) as server:
        lead.post("/model", data={**TYPED, "address": f"http://127.0.0.1:{server.port}/v1"})
        assert "does not know the model smollm2" in lead.post("/model/try").text


def test_another_machine_is_refused_unless_it_is_said_to_be_meant(lead: PageClient, instance: Path) -> None:
    page = lead.post("/model", data={**ELSEWHERE, "elsewhere": ""}).text
    assert "models.example.org is not this machine" in page
    assert not (instance / "model.yaml").exists()


def test_another_machine_is_asked_about_twice_and_logged(lead: PageClient, instance: Path) -> None:
    asked = lead.post("/model", data=ELSEWHERE).text
    assert "Let notes leave this machine?" in asked
    assert not (instance / "model.yaml").exists()
    page = lead.post("/model", data={**ELSEWHERE, "sure": "yes"}, follow_redirects=True).text
    assert "the notes it words leave this machine" in page
    assert yaml.safe_load((instance / "model.yaml").read_text("utf-8"))["elsewhere"] is True
    assert ("model elsewhere", {"host": "models.example.org"}) in events(instance)


def test_the_second_question_carries_everything_that_was_typed(lead: PageClient) -> None:
    page = lead.post("/model", data={**ELSEWHERE, "key_from": "HOUSE_KEY"})
    for value in ("https://models.example.org/v1", "smollm2", "HOUSE_KEY"):
        assert f'value="{value}"' in page.text


def test_nothing_leaves_in_the_open(lead: PageClient, instance: Path) -> None:
    page = lead.post("/model", data={**ELSEWHERE, "address": "http://models.example.org/v1"}).text
    assert "use https" in page
    assert not (instance / "model.yaml").exists()


def test_it_is_switched_off_with_one_button(lead: PageClient, instance: Path) -> None:
    lead.post("/model", data={**TYPED, "address": "http://127.0.0.1:9/v1"})
    assert "Switched off." in lead.post("/model/off", follow_redirects=True).text
    assert not (instance / "model.yaml").exists()
    assert events(instance)[0] == ("model changed", {"settings": "removed"})


def test_a_broken_file_is_said_on_the_page(lead: PageClient, instance: Path) -> None:
    (instance / "model.yaml").write_text("address: nowhere\nmodel: m\n", "utf-8")
    assert "not an address of a server" in lead.get("/model").text
    assert lead.get("/queue").status_code == 200


@pytest.mark.parametrize("post", ["recruiter", "approver", "privacy_officer"])
def test_only_those_who_change_the_standard_set_it(signed_in: As, post: str) -> None:
    assert signed_in(post).get("/model").status_code == 403
