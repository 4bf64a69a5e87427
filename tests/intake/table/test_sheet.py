import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake.table import sheet
from recruiter_kit.intake.table.heading_line import Formula, column_name
from recruiter_kit.intake.table.sheet import sheet_of


def test_it_works() -> None:
    read = sheet_of([["Application", "Level"], [], ["a1", Formula("B3")]], "f")
    assert read.columns == ("application", "level")
    assert dict(read.rows[0].formulas) == {"level": Formula("B3")}
    assert read.rows[0].number == 3


def test_headings_are_read_in_the_spelling_of_the_documentation() -> None:
    assert column_name(" Given  name ") == "given_name"


def test_a_heading_that_appears_twice_is_told_apart_by_a_number() -> None:
    assert sheet_of([["level", "Level", "Note"]], "f").columns == ("level", "level_2", "note")


def test_a_row_with_more_cells_than_headings_is_reported() -> None:
    assert sheet_of([["level", "note"], ["1", "2", "3"], ["1", "", " "]], "f").rows[0].too_wide
    assert not sheet_of([["level", "note"], ["1", "", " "]], "f").rows[0].too_wide


def test_more_rows_than_a_panel_fills_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 3)
    with pytest.raises(InputError, match="more than 3 rows"):
        sheet_of([["level", "note"], *[["1", "2"]] * 4], "f")
