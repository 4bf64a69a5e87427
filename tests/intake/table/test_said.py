"""Columns files: what is wrong with one is said with its place and what may stand there."""

from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake.table.said import Said, read_columns, said_of


def columns_file(folder: Path, text: str) -> Path:
    path = folder / "columns.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_works(tmp_path: Path) -> None:
    text = 'tables:\n  - columns: {Who: name, Planning: level of Planning, Mood: ""}\n    days: day_first\n'
    (said,) = read_columns(columns_file(tmp_path, text)).tables
    assert said.by_heading() == {"who": "name", "planning": "level of Planning", "mood": ""}
    assert read_columns(None).tables == ()


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("tables:\n  - columns: {Who: nme}\n", "tables[0]", "“nme” is not something that a column can hold"),
        ("tables:\n  - columns: {Who: level of }\n", "tables[0]", "“level of” is not something"),
        ("tables:\n  - columns: {A: note, B: note}\n", "tables[0]", "two columns hold note; expected one"),
        ("tables:\n  - columns: {A: note}\n    colour: red\n", "tables[0].colour", "not part of the format"),
        ("tables:\n  - columns: {A: note}\n    days: maybe\n", "tables[0].days", "day_first"),
        ("tables:\n  - columns: {A: note}\n    scale: {lowest: 5, highest: 1}\n", "tables[0].scale", "5"),
        (
            "tables:\n  - columns: {A: note}\n    constant: {rule: x}\n",
            "tables[0]",
            "“rule” is not something",
        ),
        ("tables:\n  - columns: {A: note, A: level}\n", "tables[0].columns", "A"),
        ("tables: 7\n", "tables", "7"),
        ("tables: [\n", "", "not YAML"),
        ("", "", "empty"),
        ("- a\n", "", "list"),
    ],
)
def test_what_is_wrong_names_the_file_the_place_and_what_is_expected(
    tmp_path: Path, text: str, place: str, message: str
) -> None:
    with pytest.raises(InputError) as wrong:
        read_columns(columns_file(tmp_path, text))
    assert wrong.value.file == "columns.yaml"
    assert (wrong.value.place or "").startswith(place)
    assert message in str(wrong.value)


def test_a_columns_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"columns\.yaml"):
        read_columns(tmp_path / "columns.yaml")


def test_where_several_fit_the_one_that_says_most_counts() -> None:
    short, long = Said(columns={"a": "note"}), Said(columns={"a": "level", "b": "note"})
    assert said_of(["a", "b", "c"], [short, long]) == long
    assert said_of(["a", "c"], [short, long]) == short
    assert said_of(["c"], [short, long]) is None
