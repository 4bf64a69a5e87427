"""What others have found in tables: nothing lost without a word, nothing of one told for another."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.intake.table.csv_text import parse_csv
from recruiter_kit.intake.table.suggesting import suggestions
from recruiter_kit.intake.table.workbook import parse_workbook
from tests.intake.sources import messages, write

HEADINGS = "application,given_name,role,interviewer,criterion,level,note"


def saved(rows: list[list[object]], hidden: tuple[int, ...] = (), other: str = "") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    if other:
        extra = book.create_sheet(other)
        for row in rows:
            extra.append(row)
        extra.sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_two_stray_quotation_marks_do_not_make_a_note_of_whole_rows() -> None:
    rows = ['n1,Noa,Nurse,Ana,Handover,2,"Gave it late.', "n1,Noa,Nurse,Ana,Doses,4,Twice."]
    text = "\n".join([HEADINGS, *rows, 'n2,Mia,Nurse,Ana,Doses,3,Once."']) + "\n"
    with pytest.raises(InputError, match="a cell that holds whole rows"):
        parse_csv(text, "t.csv")


def test_a_note_of_several_lines_is_no_row() -> None:
    text = f'{HEADINGS}\nn1,Noa,Nurse,Ana,Handover,2,"Gave it late, twice.\nAsked, then left."\n'
    assert parse_csv(text, "t.csv").rows[0].get("note").count("\n") == 1


def test_a_column_without_a_heading_is_named_by_the_one_before_it() -> None:
    (sheet,) = parse_workbook(
        saved([["Candidate", "Job", "Handover", None], ["Noa Berg", "Nurse", 2, "Gave it late."]]), "t.xlsx"
    )
    assert sheet.columns == ("candidate", "job", "handover", "handover_comment")
    assert suggestions(sheet, {})["handover_comment"] == "note on Handover"


def test_hidden_rows_are_read_and_named_and_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [HEADINGS.split(",")]
    rows += [
        ["n1", "Noa", "Nurse", name, "Handover", level, "Late."] for name, level in (("Ana", 2), ("Ben", 4))
    ]
    file = tmp_path / "t.xlsx"
    file.write_bytes(saved(rows, hidden=(3,), other="Old"))
    bundle = read(file)
    assert len(bundle.applications[0].scorecards) == 2
    assert any(
        "rows that are hidden" in each and each.endswith("3") for each in messages(bundle, "not_understood")
    )
    assert any("left out: Old" in each for each in messages(bundle, "left_out"))


def test_repeated_headings_and_a_footer_are_no_rows(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        "n1,Noa,Nurse,Ana,Handover,2,Late.",
        HEADINGS,
        "n1,,,Ben,Handover,4,In time.",
        "Printed today,,,,,,",
    ]
    bundle = read(write(tmp_path, "t.csv", "\n".join(rows) + "\n"))
    assert [application.id for application in bundle.applications] == ["n1"]
    assert len(bundle.applications[0].scorecards) == 2
    assert any("were left out: 3, 5" in each for each in messages(bundle, "left_out"))


def test_the_name_and_address_of_a_german_form_are_not_the_candidates() -> None:
    text = (
        "ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Name der Bewerberin / des Bewerbers;Stelle;Handover\n"
        "1;09.11.2026 10:00;09.11.2026 10:20;ana.reyes@example.org;Ana Reyes;Noa Berg;Nurse;2\n"
    )
    suggested = suggestions(parse_csv(text, "t.csv"), {})
    assert suggested["e-mail"] == ""
    assert suggested["name"] == "interviewer"
    assert suggested["name_der_bewerberin_/_des_bewerbers"] == "name"


def test_a_status_that_is_on_no_list_is_told(tmp_path: Path) -> None:
    rows = f"{HEADINGS},status\nn1,Noa,Nurse,Ana,Handover,2,Late.,Zatrudniony\n"
    bundle = read(write(tmp_path, "t.csv", rows))
    assert any("“Zatrudniony”" in each for each in messages(bundle, "not_understood"))


def test_a_form_with_a_small_table_and_labels_around_it_is_one_table() -> None:
    rows: list[list[object]] = [
        ["Assessment form", None, None, None],
        ["Candidate:", "Noa Berg", "Candidate no.:", "n1"],
        ["Position:", "Nurse", "Interviewer:", "Ana Reyes"],
        ["Criterion", "Score (1-5)", "Comments", None],
        ["Handover", 2, "Gave it late.", None],
        ["Recommendation:", "Reject", None, None],
        ["Signature:", "A. Reyes", None, None],
    ]
    (sheet,) = parse_workbook(saved(rows), "t.xlsx")
    assert [dict(row.cells) for row in sheet.rows] == [
        {
            "candidate": "Noa Berg",
            "candidate_no": "n1",
            "position": "Nurse",
            "interviewer": "Ana Reyes",
            "criterion": "Handover",
            "score_(1-5)": "2",
            "comments": "Gave it late.",
            "recommendation": "Reject",
        }
    ]
    assert suggestions(sheet, {})["score_(1-5)"] == "level"


def test_headings_in_two_lines_are_read_together() -> None:
    rows: list[list[object]] = [
        ["Candidate", "Post", "Handover", None, "Doses", None],
        [None, None, "Score", "Comment", "Score", "Comment"],
        ["Noa Berg", "Nurse", 2, "Gave it late.", 4, "Twice."],
    ]
    (sheet,) = parse_workbook(saved(rows), "t.xlsx")
    assert sheet.columns == (
        "candidate",
        "post",
        "handover_score",
        "handover_comment",
        "doses_score",
        "doses_comment",
    )
    assert sheet.rows[0].get("doses_comment") == "Twice."
