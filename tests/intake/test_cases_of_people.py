"""Cases in which people, days or outcomes of several systems do not fit together (cases/)."""

import json
from pathlib import Path

import pytest

from recruiter_kit.feedback import Part
from recruiter_kit.intake import read, read_standard
from recruiter_kit.jobs.batch import make_feedback, write_report
from recruiter_kit.model import Application, Bundle
from recruiter_kit.review.review import compose

CASES = Path(__file__).parent / "cases"
LEVER = ("17-lever-one-interviewer", "17-lever-application", "17-lever-opportunity", "17-lever-posting")


def bundle(*files: str, decisions: str = "00-decisions.csv", role: str = "00-role.yaml") -> Bundle:
    paths = [CASES / file for file in files]
    return read(*paths, role_file=CASES / role, decisions_file=CASES / decisions)


def process(found: Bundle, application: Application) -> str:
    (role,) = found.roles
    feedback = compose(application, role, read_standard(CASES / "00-standard.yaml"))
    (said,) = feedback.said(Part.PROCESS)
    return said.text


def test_a_spreadsheets_number_for_a_day_is_told_with_its_cell_and_costs_nothing() -> None:
    found = bundle("15-serial-date.csv")
    (application,) = found.applications
    assert application.scorecards[0].submitted_at is None
    assert {rating.criterion: rating.level for rating in application.scorecards[0].ratings} == {
        "planning": 2,
        "collaboration": 4,
    }
    (told,) = [notice for notice in found.notices if notice.kind == "not_understood"]
    assert (told.place, told.application) == ("row 2, column submitted_at", "c1")
    assert "“46335”" in told.message


def test_one_person_under_two_ids_is_named_in_the_report(tmp_path: Path) -> None:
    found = bundle("13-same-candidate-two-ids.csv", decisions="13-decisions.csv")
    standard = read_standard(CASES / "00-standard.yaml")
    made = list(make_feedback(found, found.applications, tmp_path, standard=standard, formats=["json"]))
    (same,) = write_report(found, made, tmp_path).possibly_same
    assert same.applications == ("c1", "C-1")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["possibly_same"] == [
        {"applications": ["c1", "C-1"], "shared": "name and address", "roles": ["Data Engineer"]}
    ]


def test_who_is_hired_is_told_nothing_and_not_e_mailed() -> None:
    files = ("14-greenhouse-hired.json", "14-greenhouse-scorecards.json")
    found = bundle(*files, decisions="14-decisions.csv")
    assert found.applications == ()
    (error,) = [notice for notice in found.notices if notice.kind == "error"]
    assert (error.application, "“hired”" in error.message) == ("55501", True)
    assert any("may not be e-mailed" in notice.message for notice in found.notices)


def test_two_forms_of_one_user_are_one_interviewer() -> None:
    found = bundle(*(f"{name}.json" for name in LEVER), role="17-lever-role.yaml")
    (application,) = found.applications
    assert len(application.scorecards) == 2
    said = process(found, application)
    assert "the notes of your interviewer," in said
    assert "people" not in said


@pytest.mark.parametrize("name", ["ana.reyes@example.org", "Reyes, Ana"])
def test_a_name_and_its_address_are_one_interviewer(tmp_path: Path, name: str) -> None:
    table = (CASES / "15-serial-date.csv").read_text("utf-8")
    first = table.splitlines()[1].replace("Ana Reyes", f'"{name}"').replace(",s1,", ",s2,")
    (tmp_path / "t.csv").write_text(f"{table}{first}\n", encoding="utf-8")
    found = read(
        tmp_path / "t.csv", role_file=CASES / "00-role.yaml", decisions_file=CASES / "00-decisions.csv"
    )
    (application,) = found.applications
    assert len(application.scorecards) == 2
    assert "the notes of your interviewer," in process(found, application)
