"""The examples of docs/formats.md can be read as they stand."""

import re
from pathlib import Path

from recruiter_kit.intake import read
from recruiter_kit.intake.table.columns import DECISION_COLUMNS, TABLE_COLUMNS
from recruiter_kit.intake.table.said import OWN_MEANINGS, ColumnsFile, Said
from tests.intake.sources import write
from tests.places import DOCS

PAGE = (DOCS / "formats.md").read_text(encoding="utf-8")


def example(language: str, beginning: str) -> str:
    found = [
        each
        for each in re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
        if each.startswith(beginning)
    ]
    assert len(found) == 1
    return str(found[0])


def test_the_interchange_format_can_be_read(tmp_path: Path) -> None:
    bundle = read(write(tmp_path, "b.json", example("json", '{"format"')))
    assert bundle.notices == ()
    assert bundle.applications[0].decision is not None


def test_table_role_file_and_decisions_say_the_same_as_the_interchange_format(tmp_path: Path) -> None:
    table = write(tmp_path, "scores.csv", example("csv", "application,given_name"))
    role = write(tmp_path, "role.yaml", example("yaml", "id: de"))
    whole = read(write(tmp_path, "b.json", example("json", '{"format"')))
    for decisions in (example("csv", "application,outcome"), example("yaml", "a1:")):
        bundle = read(table, role_file=role, decisions_file=write(tmp_path, "decisions", decisions))
        assert bundle.notices == ()
        assert bundle.roles[0].criteria == whole.roles[0].criteria
        assert bundle.applications[0].scorecards == whole.applications[0].scorecards
        assert bundle.applications[0].decision is not None


def test_the_rows_of_harvest_v3_can_be_read(tmp_path: Path) -> None:
    bundle = read(write(tmp_path, "rows.jsonl", example("json", '{"stream"')))
    (card,) = bundle.applications[0].scorecards
    assert (card.interviewer.name, card.note) == ("Ana Reyes", "Careful, but slow to ask.\nOne task.")
    assert [(rating.criterion, rating.level) for rating in card.ratings] == [("data-modelling", 2)]
    assert {notice.kind for notice in bundle.notices} == {"lacking"}


def test_every_column_is_documented() -> None:
    for column in (*TABLE_COLUMNS, *DECISION_COLUMNS):
        assert column in PAGE


def test_lines_of_prose_are_not_too_long() -> None:
    examples = ("|", "a1,", "app", '{"stream"')
    lines = [line for line in PAGE.split("\n") if not line.startswith(examples)]
    assert [line for line in lines if len(line) > 130] == []


def test_another_table_can_be_read_with_its_columns_file(tmp_path: Path) -> None:
    table = write(tmp_path, "ratings.csv", example("csv", "Ref;Applicant"))
    columns = write(tmp_path, "columns.yaml", example("yaml", "tables:"))
    bundle = read(table, columns=columns)
    (application,) = bundle.applications
    assert (application.id, application.candidate.given_name, application.stage) == ("A-17", "Rowan", "final")
    (card,) = application.scorecards
    assert card.submitted_at is not None
    assert (card.submitted_at.date().isoformat(), card.recommendation) == ("2026-11-09", "no")
    (rating,) = card.ratings
    assert (rating.criterion, rating.level) == ("planning", 2)
    assert rating.note == "Started on the code before a plan was there."
    assert [notice.kind for notice in bundle.notices] == ["lacking"]


def test_every_setting_and_meaning_of_a_columns_file_is_explained() -> None:
    for name in (*Said.model_fields, *ColumnsFile.model_fields, *OWN_MEANINGS):
        if name != "tables":
            assert f"`{name}`" in PAGE, name
