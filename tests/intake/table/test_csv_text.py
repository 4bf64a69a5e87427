import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake.table.csv_text import headings, parse_csv

KNOWN = frozenset({"application", "role", "note"})


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_detected(separator: str) -> None:
    text = "\r\n".join(separator.join(line) for line in [("Application", "Role", "Note"), ("a1", "de", "x")])
    sheet = parse_csv(text, "f", KNOWN)
    assert sheet.columns == ("application", "role", "note")
    assert dict(sheet.rows[0].cells) == {"application": "a1", "role": "de", "note": "x"}


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    sheet = parse_csv('application,note\na1,"two\nlines"\n,\na2,x\n', "f", KNOWN)
    assert [row.number for row in sheet.rows] == [2, 4]


def test_separators_inside_quotation_marks_are_text() -> None:
    sheet = parse_csv('application;note\na1;"one; two, ""three"""\n', "f", KNOWN)
    assert sheet.rows[0].get("note") == 'one; two, "three"'


@pytest.mark.parametrize("text", ['application,note\na1,"open', 'application,note\na1,"x"y\n'])
def test_a_wrong_quotation_mark_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"not CSV: .* near line 2"):
        parse_csv(text, "f", KNOWN)


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="not CSV: field larger"):
        parse_csv("application,note\na1," + "x" * 200_000, "f", KNOWN)


def test_control_characters_are_taken_out_and_remembered() -> None:
    sheet = parse_csv("application,note\na1,a\0b\n", "f", KNOWN)
    assert (sheet.rows[0].get("note"), sheet.cleaned) == ("ab", (2,))


def test_headings_are_counted() -> None:
    assert headings("Application;ROLE;other\n", KNOWN) == 2
    assert headings('"open', KNOWN) == 0
