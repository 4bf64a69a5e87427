"""Lists of records in JSON that no reader is for."""

import json
from pathlib import Path
from typing import Any

import pytest

from recruiter_kit import read
from recruiter_kit.errors import InputError
from recruiter_kit.intake.opening import open_files
from recruiter_kit.intake.table.json_table import sheet_of_records

RECORDS: list[dict[str, Any]] = [
    {
        "candidateName": "Noa Berg",
        "interviewer": {"name": "Ana Reyes", "id": 7},
        "scores": {"tiling": 3.5, "brickwork": None},
        "tags": ["steady", "slow"],
        "notes": "Left the joints open.",
    },
    {"candidateName": "Rowan Teal", "notes": "Laid a straight course.", "remote": True},
]


def test_a_record_is_a_row_and_an_object_in_it_is_spread_over_columns() -> None:
    sheet = sheet_of_records(RECORDS, "f.json")
    assert sheet is not None
    assert [*sheet.columns] == [
        *("candidate_name", "interviewer_name", "interviewer_id", "tiling", "brickwork"),
        *("tags", "notes", "remote"),
    ]
    assert sheet.rows[0].cells["tiling"] == "3.5"
    assert sheet.rows[0].cells["tags"] == "steady\nslow"
    assert (sheet.rows[1].number, sheet.rows[1].get("remote"), sheet.rows[1].get("tiling")) == (2, "yes", "")


def test_the_only_list_of_a_response_is_the_table() -> None:
    assert sheet_of_records({"total": 2, "data": RECORDS}, "f.json") == sheet_of_records(RECORDS, "f.json")
    assert sheet_of_records({"data": RECORDS, "more": []}, "f.json") is None


@pytest.mark.parametrize(
    "records",
    [
        [{"candidateName": "Noa Berg", "interviewer": "Ana", "ratings": [{"name": "Tiling", "score": 3}]}],
        [{"candidateName": "Noa Berg", "interviewer": {"person": {"name": "Ana"}}, "notes": "x"}],
        [{"candidateName": "Noa Berg", "candidate_name": "Noa Berg", "notes": "x"}],
        [{"colour": "red", "length": 3}],
        ["Noa Berg", "Ana"],
        {"a": 1},
        [],
    ],
)
def test_what_a_row_cannot_hold_makes_no_table(records: object) -> None:
    assert sheet_of_records(records, "f.json") is None


def test_a_list_of_records_is_asked_about_as_a_table_is(tmp_path: Path) -> None:
    path = tmp_path / "scores.jsonl"
    path.write_text("\n".join(map(json.dumps, RECORDS)), "utf-8")
    opened = open_files([path])
    assert [sheet.columns[0] for sheet in opened.other_tables] == ["candidate_name"]
    with pytest.raises(InputError, match="run recruiter-kit columns on it"):
        read(path)


def test_records_under_the_documented_headings_are_read(tmp_path: Path) -> None:
    record = {"application": "a1", "given_name": "Noa", "role": "Builder", "scorecard": "s1"}
    rated = {
        **record,
        "interviewer": "Ana",
        "criterion": "Tiling",
        "level": 2,
        "note": "Left the joints open.",
    }
    path = tmp_path / "f.json"
    path.write_text(json.dumps([rated]), "utf-8")
    (application,) = read(path).applications
    assert application.scorecards[0].ratings[0].level == 2
