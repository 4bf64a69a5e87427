from pathlib import Path

import pytest
from openpyxl import Workbook

from recruiter_kit.errors import InputError
from recruiter_kit.intake.detection import Kind, open_source
from recruiter_kit.intake.sources import SOURCES, ExportSource
from tests.intake.sources import (
    LEVER_PARTS,
    a_bundle,
    a_decision,
    a_role,
    greenhouse_application,
    greenhouse_candidate,
    greenhouse_card,
    lever_form,
    write,
)

GREENHOUSE, LEVER = SOURCES[:2]
TABLE = "application,role,interviewer,criterion,level\na1,de,Ana,modelling,2\n"
DECISIONS = "application,outcome,reason,decided_by,decided_on\na1,not_offered,below_bar,Ines,2026-11-12\n"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (a_bundle(), Kind.BUNDLE),
        ({"format": "something/9"}, Kind.BUNDLE),
        ({"applications": [], "roles": []}, Kind.BUNDLE),
        ([greenhouse_card()], GREENHOUSE),
        (greenhouse_card(), GREENHOUSE),
        ([greenhouse_application()], GREENHOUSE),
        (greenhouse_candidate(applications=[greenhouse_application()]), GREENHOUSE),
        ([{"id": 1, "name": "Too slow", "type": {"id": 1, "name": "We rejected them"}}], GREENHOUSE),
        ({"data": [lever_form()], "hasNext": False}, LEVER),
        ([lever_form()], LEVER),
        ({"data": lever_form()}, LEVER),
        ({"opp-1": [lever_form()]}, LEVER),
        ({"opp-1": {"data": [lever_form()]}}, LEVER),
        ([{"opportunity": "opp-1", "data": [lever_form()]}], LEVER),
        *(({"data": [part]}, LEVER) for part in LEVER_PARTS.values()),
        (a_role(), Kind.ROLES),
        ([a_role()], Kind.ROLES),
        ({"roles": [a_role()]}, Kind.ROLES),
        ([a_decision(application="a1")], Kind.DECISIONS),
        ({"decisions": []}, Kind.DECISIONS),
        ({"a1": a_decision()}, Kind.DECISIONS),
        ([], Kind.NOTHING),
        ({"data": [], "hasNext": False}, Kind.NOTHING),
        (TABLE, Kind.TABLE),
        (DECISIONS, Kind.DECISIONS),
        ("a1:\n  outcome: not_offered\n", Kind.DECISIONS),
        ("title: Data Engineer\ncriteria: []\n", Kind.ROLES),
    ],
)
def test_contents_tell_the_kind_whatever_the_suffix(
    tmp_path: Path, value: object, kind: Kind | ExportSource
) -> None:
    for name in ("export", "export.txt"):
        assert open_source(write(tmp_path, name, value), name).kind is kind


@pytest.mark.parametrize(
    "value",
    ["hello", "a: b", "x,y\n1,2\n", "{}", "12", '"text"', '{"a": 1}', '[[["x"]]]', "# Title\n\n* a list\n"],
)
def test_what_is_of_no_kind_names_what_can_be_read(tmp_path: Path, value: str) -> None:
    if value == "{}":
        assert open_source(write(tmp_path, "f", value), "f").kind is Kind.NOTHING
        return
    with pytest.raises(InputError, match="not a source that can be read"):
        open_source(write(tmp_path, "f", value), "f")


def test_a_workbook_of_no_kind_names_its_sheets(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Own"
    book.worksheets[0].append(["Ref", "Score"])
    book.create_sheet("Notes")
    book.save(tmp_path / "f.xlsx")
    with pytest.raises(InputError, match="the sheets are: Own, Notes"):
        open_source(tmp_path / "f.xlsx", "f.xlsx")


def test_a_suffix_that_promises_yaml_makes_the_error_one_of_yaml(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not YAML"):
        open_source(write(tmp_path, "f.yaml", "a: [1"), "f.yaml")


def test_yaml_that_begins_like_json_needs_its_suffix(tmp_path: Path) -> None:
    text = "{title: Data Engineer, criteria: []}"
    assert open_source(write(tmp_path, "f.yaml", text), "f.yaml").kind is Kind.ROLES
    with pytest.raises(InputError, match="not JSON"):
        open_source(write(tmp_path, "f", text), "f")


def test_a_table_with_missing_columns_names_them(tmp_path: Path) -> None:
    path = write(tmp_path, "f.csv", "application,level\na1,2\n")
    with pytest.raises(InputError, match="expected also role, interviewer or scorecard, criterion or note"):
        open_source(path, "f.csv")


def test_a_decisions_table_with_missing_columns_names_them(tmp_path: Path) -> None:
    path = write(tmp_path, "f.csv", "application,decided_by\na1,Ines\n")
    with pytest.raises(InputError, match="expected also outcome, reason, decided_on"):
        open_source(path, "f.csv")


def test_a_key_that_appears_twice_spoils_an_export(tmp_path: Path) -> None:
    path = write(tmp_path, "f.json", '[{"overall_recommendation": "no", "id": 1, "id": 2}]')
    with pytest.raises(InputError, match=r"f\.json: \[0\]: the key id appears twice"):
        open_source(path, "f.json")
