"""A new role is made from a few answers, from a file, or like another, and completed on its own page."""

import io
import json
from pathlib import Path

import pytest

from recruiter_kit.installation import Installation
from recruiter_kit.model import Role
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import applications, role_versions
from tests.intake.sources import a_bundle, a_role
from tests.web.client import PageClient
from tests.web.conftest import As

ANSWERS = {
    "title": "Ward Nurse (nights)",
    "organisation": "Northgate Hospital",
    "lowest": "1",
    "highest": "4",
    "required": "3",
    "criteria": "- Handover: hands over without being asked\r\n\r\n2. Drug calculations",
}


def roles(instance: Path) -> list[Role]:
    db = open_store(Installation(instance).database)
    found = applications.roles(db)
    db.conn.close()
    return found


def read(client: PageClient, name: str, content: bytes) -> str:
    data = {"file": (io.BytesIO(content), name)}
    return client.post("/new-role/file", data=data, follow_redirects=True).text


def test_a_few_answers_make_a_role(signed_in: As, instance: Path) -> None:
    done = signed_in("recruiter").post("/new-role", data=ANSWERS, follow_redirects=True)
    assert done.request.path == "/roles/ward-nurse-nights"
    (role,) = roles(instance)
    assert (role.title, role.organisation, role.scale.highest) == (
        "Ward Nurse (nights)",
        "Northgate Hospital",
        4,
    )
    assert [(each.id, each.name, each.required, dict(each.levels)) for each in role.criteria] == [
        ("handover", "Handover", 3, {"3": "hands over without being asked"}),
        ("drug-calculations", "Drug calculations", 3, {}),
    ]


@pytest.mark.parametrize(
    ("answer", "text"),
    [("title", " "), ("criteria", ""), ("criteria", "A\r\nA"), ("required", "9"), ("highest", "1")],
)
def test_a_wrong_answer_is_named_at_its_field_and_all_are_still_there(
    signed_in: As, instance: Path, answer: str, text: str
) -> None:
    answers = ANSWERS | {answer: text}
    recruiter = signed_in("recruiter")
    done = recruiter.post("/new-role", data=answers)
    assert done.status_code == 422
    assert f'id="{answer}-error"' in done.text
    for other in ANSWERS.keys() - {answer, "criteria"}:
        assert ANSWERS[other] in done.text
    assert roles(instance) == []


def test_a_role_that_was_downloaded_is_read_whole(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    read(lead, "role.json", json.dumps({"format": "recruiter-kit/1", "roles": [a_role()]}).encode())
    assert roles(instance) == [Role.model_validate(a_role())]
    assert "2 roles added" in read(
        lead, "roles.json", json.dumps([a_role(id="x"), a_role(title="Other")]).encode()
    )
    assert [role.id for role in roles(instance)] == ["de", "x", "de-2"]


def test_an_export_makes_its_role_and_imports_nobody(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    read(lead, "b.json", json.dumps(a_bundle(roles=[a_role()])).encode())
    db = open_store(Installation(instance).database)
    assert applications.of_role(db, "de") == []
    assert role_versions.newest(db, "de").note == "Made from b.json"


def test_a_job_advert_offers_its_lines_to_choose_from(signed_in: As, instance: Path) -> None:
    advert = b"# Ward Nurse\n\nWe are a small hospital.\n\n- Hands over clearly\n- Calculates drugs;\n"
    page = read(signed_in("lead"), "advert.md", advert)
    assert "Hands over clearly\nCalculates drugs" in page
    assert 'value="Ward Nurse"' in page
    assert "We are a small" not in page
    assert roles(instance) == []


@pytest.mark.parametrize(("name", "content"), [("a.pdf", b"%PDF-1.7"), ("b.json", b"{"), ("c.txt", b" ")])
def test_a_file_without_a_role_says_why(signed_in: As, name: str, content: bytes) -> None:
    assert name in read(signed_in("lead"), name, content)


def test_an_own_table_is_sent_to_the_import(signed_in: As) -> None:
    page = read(signed_in("lead"), "t.csv", b"Who,Mark,Thing\nMarta Silva,3,Planning\nNoa Berg,4,Planning\n")
    assert "t.csv" in page
    assert "New role" in page


@pytest.mark.usefixtures("imported")
def test_a_copy_has_an_id_of_its_own(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    (before,) = roles(instance)
    done = lead.post("/new-role/copy", data={"role": before.id}, follow_redirects=True)
    assert done.request.path == f"/roles/{before.id}-2"
    assert roles(instance)[0] == before
    assert roles(instance)[1].criteria == before.criteria
