import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake.table.csv_text import known_headings, parse_csv


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_detected(separator: str) -> None:
    text = "\r\n".join(separator.join(line) for line in [("Application", "Role", "Note"), ("a1", "de", "x")])
    sheet = parse_csv(text, "f")
    assert sheet.columns == ("application", "role", "note")
    assert dict(sheet.rows[0].cells) == {"application": "a1", "role": "de", "note": "x"}


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    sheet = parse_csv('application,note\na1,"two\nlines"\n,\na2,x\n', "f")
    assert [row.number for row in sheet.rows] == [2, 4]


def test_separators_inside_quotation_marks_are_text() -> None:
    sheet = parse_csv('application;note\na1;"one; two, ""three"""\n', "f")
    assert sheet.rows[0].get("note") == 'one; two, "three"'


@pytest.mark.parametrize("text", ['application,note\na1,"open', 'application,note\na1,"x"y\n'])
def test_a_wrong_quotation_mark_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"not CSV: .* near line 2"):
        parse_csv(text, "f")


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="not CSV: field larger"):
        parse_csv("application,note\na1," + "x" * 200_000, "f")


def test_control_characters_are_taken_out_and_remembered() -> None:
    sheet = parse_csv("application,note\na1,a\0b\n", "f")
    assert (sheet.rows[0].get("note"), sheet.cleaned) == ("ab", (2,))


def test_headings_are_counted() -> None:
    assert known_headings("Application;ROLE;other\n") == 2
    assert known_headings("Bewerber;Bewertung;anderes\n") == 2
    assert known_headings('"open') == 0


@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_the_separator_that_excel_names_is_taken(first: str) -> None:
    sheet = parse_csv(f"{first}application;note\na1;one, two\n", "f")
    assert sheet.columns == ("application", "note")
    assert (sheet.rows[0].number, sheet.rows[0].get("note")) == (3, "one, two")
