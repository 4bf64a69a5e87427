from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from recruiter_kit.errors import InputError
from recruiter_kit.intake.table import workbook
from recruiter_kit.intake.table.heading_line import Formula
from recruiter_kit.intake.table.sheet import Sheet
from recruiter_kit.intake.table.workbook import parse_workbook

HEADING = ["Application", "Level", "Note"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def saved(*sheets: tuple[str, Iterable[list[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, part: str, content: str) -> bytes:
    """Return the workbook with one part replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def parsed(data: bytes) -> Sheet:
    (sheet,) = (sheet for sheet in parse_workbook(data, "f.xlsx") if sheet.columns)
    return sheet


def test_it_works() -> None:
    sheet = parsed(saved(("Scores", [HEADING, ["a1", 2, "Slow to ask."], ["a1", 2.5, None]])))
    assert [dict(row.cells) for row in sheet.rows] == [
        {"application": "a1", "level": "2", "note": "Slow to ask."},
        {"application": "a1", "level": "2.5"},
    ]


def test_dates_are_read_as_dates() -> None:
    rows = [
        ["Application", "Submitted at"],
        ["a1", datetime(2026, 11, 9)],
        ["a2", datetime(2026, 11, 9, 11, 5)],
    ]
    sheet = parsed(saved(("Scores", rows)))
    assert [row.get("submitted_at") for row in sheet.rows] == ["2026-11-09", "2026-11-09T11:05:00"]


def test_every_sheet_is_read_with_its_name() -> None:
    data = saved(("Read me", [["Hello"]]), ("Scores", [HEADING, ["a1", 2, ""]]), ("Old", [HEADING]))
    sheets = parse_workbook(data, "f.xlsx")
    assert [(sheet.name, len(sheet.columns), len(sheet.rows)) for sheet in sheets] == [
        ("Read me", 1, 0),
        ("Scores", 3, 1),
        ("Old", 3, 0),
    ]


def test_a_workbook_without_a_table_names_its_sheets() -> None:
    with pytest.raises(InputError, match=r"no sheet .*: One, Two"):
        parse_workbook(saved(("One", [["x"]]), ("Two", [])), "f.xlsx")


def test_cells_that_are_merged_downwards_hold_their_value_in_each_row() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ([*HEADING], ["a1", 2, "x"], [None, 3, "y"], ["a2", 4, "z"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    out = BytesIO()
    book.save(out)
    assert [row.get("application") for row in parsed(out.getvalue()).rows] == ["a1", "a1", "a2"]


def test_the_merged_heading_of_a_group_is_part_of_the_headings_below_it() -> None:
    rows: list[list[object]] = [
        ["", "Planning", "", "Teamwork", ""],
        ["Candidate", "Rating", "Comment", "Rating", "Comment"],
        ["Noa Berg", 2, "x", 4, "y"],
    ]
    sheet = parsed(saved(("Scores", rows)))
    assert sheet.columns == (
        "candidate",
        "planning_rating",
        "planning_comment",
        "teamwork_rating",
        "teamwork_comment",
    )
    assert sheet.above == ()


def test_a_formula_is_never_computed() -> None:
    sheet = parsed(saved(("Scores", [HEADING, ["a1", "=1+1", '=HYPERLINK("http://example.org")']])))
    assert {at: each.cell for at, each in sheet.rows[0].formulas.items()} == {"level": "B2", "note": "C2"}


def test_a_text_that_looks_like_a_formula_is_text() -> None:
    data = saved(("Scores", [HEADING, ["a1", 2, "x"]]))
    text = '<c r="C2" t="inlineStr"><is><t>=HYPERLINK()</t></is></c>'
    part = (
        f'<worksheet xmlns="{MAIN}"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>application</v></c><c r="B1" t="str"><v>level</v></c>'
        '<c r="C1" t="str"><v>note</v></c></row>'
        f'<row r="2"><c r="A2" t="inlineStr"><is><t>a1</t></is></c>{text}</row>'
        "</sheetData></worksheet>"
    )
    sheet = parsed(changed(data, "xl/worksheets/sheet1.xml", part))
    assert sheet.rows[0].get("note") == "=HYPERLINK()"


def test_the_stored_result_of_a_formula_is_beside_it_and_not_in_the_row() -> None:
    data = saved(("Scores", [HEADING, ["a1", 2, "x"]]))
    part = (
        f'<worksheet xmlns="{MAIN}"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>application</v></c><c r="B1" t="str"><v>level</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>a1</v></c><c r="B2"><f>1+4</f><v>5</v></c></row>'
        "</sheetData></worksheet>"
    )
    sheet = parsed(changed(data, "xl/worksheets/sheet1.xml", part))
    assert dict(sheet.rows[0].formulas) == {"level": Formula("B2", "5")}
    assert "level" not in sheet.rows[0].cells


def test_a_row_far_below_is_not_reached_by_counting() -> None:
    data = saved(("Scores", [HEADING, ["a1", 2, "x"]]))
    part = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>application</v></c><c r="B1" t="str"><v>level</v></c></row>'
        '<row r="999999999"><c r="A999999999" t="str"><v>a1</v></c></row>'
        "</sheetData></worksheet>"
    )
    assert parsed(changed(data, "xl/worksheets/sheet1.xml", part)).rows == ()


def test_entities_are_refused() -> None:
    data = saved(("Scores", [HEADING, ["a1", 2, "x"]]))
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row>'
        "</sheetData></worksheet>"
    )
    with pytest.raises(InputError, match="a part of the workbook is damaged, locked or forbidden"):
        parsed(changed(data, "xl/worksheets/sheet1.xml", bomb))


def test_a_bomb_is_refused_by_what_it_says() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "0" * (60 * 1_048_576))
    with pytest.raises(InputError, match="unpacks to more than 50 MB"):
        parsed(out.getvalue())


def test_a_bomb_is_refused_by_its_ratio() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "0" * (20 * 1_048_576))
    with pytest.raises(InputError, match="unpacks to more than"):
        parsed(out.getvalue())


def test_a_bomb_is_refused_by_what_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ELEMENTS", 20)
    with pytest.raises(InputError, match="unpacks to more than"):
        parsed(saved(("Scores", [HEADING])))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "0" * (60 * 1_048_576))
    size = (60 * 1_048_576).to_bytes(4, "little")
    with pytest.raises(InputError, match="damaged"):
        parsed(out.getvalue().replace(size, (10).to_bytes(4, "little")))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 100])
def test_a_damaged_archive_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="a part of the workbook is damaged"):
        parsed(data)


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(InputError, match="a part of the workbook is damaged"):
        parsed(out.getvalue())


def test_an_old_workbook_says_what_to_do() -> None:
    with pytest.raises(InputError, match="save it as XLSX"):
        parsed(b"\xd0\xcf\x11\xe0rest")


def test_more_rows_than_a_panel_fills_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    with pytest.raises(InputError, match="more than 2 rows"):
        parsed(saved(("Scores", [HEADING, *[["a1", level, "x"] for level in range(3)]])))
