from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from recruiter_kit.intake import read
from recruiter_kit.intake.table.columns import TABLE_COLUMNS
from recruiter_kit.model import Bundle
from tests.intake.sources import a_role, messages, only, write

ROW = {
    "application": "a1",
    "given_name": "Marta",
    "family_name": "Silva",
    "email": "marta@example.org",
    "role": "Data Engineer",
    "organisation": "Northgate",
    "stage": "final",
    "scorecard": "s1",
    "interviewer": "Ana Reyes",
    "interviewer_role": "Staff Engineer",
    "interview": "Modelling exercise",
    "occasion": "2026-11-09-am",
    "submitted_at": "2026-11-09T11:00:00Z",
    "recommendation": "no",
    "criterion": "Data modelling",
    "level": "2",
    "note": "Began with the tables.",
    "private_note": "Wants 80k a year.",
}
SHORT = {"application": "a1", "given_name": "Marta", "role": "de", "interviewer": "Ana"}


def csv_of(*rows: dict[str, str]) -> str:
    columns = [column for column in (*TABLE_COLUMNS, "mood") if any(column in row for row in rows)]
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines) + "\n"


def table(tmp_path: Path, *rows: dict[str, str]) -> Bundle:
    return read(write(tmp_path, "scores.csv", csv_of(*rows)))


def error(bundle: Bundle) -> tuple[str, str | None, str]:
    notice = only(bundle, "error")
    return notice.place, notice.application, notice.message


def test_it_works(tmp_path: Path) -> None:
    bundle = table(tmp_path, ROW, ROW | {"criterion": "", "level": "", "note": "Careful."})
    (application,) = bundle.applications
    assert (application.role, application.stage) == ("data-engineer", "final")
    assert application.candidate.full_name == "Marta Silva"
    (card,) = application.scorecards
    assert (card.id, card.occasion, card.recommendation) == ("s1", "2026-11-09-am", "no")
    assert (card.interviewer.name, card.interviewer.role) == ("Ana Reyes", "Staff Engineer")
    assert (card.note, card.private_note) == ("Careful.", "Wants 80k a year.")
    (rating,) = card.ratings
    assert (rating.criterion, rating.level, rating.note) == ("data-modelling", 2, "Began with the tables.")
    (role,) = bundle.roles
    assert (role.title, role.organisation) == ("Data Engineer", "Northgate")


def test_the_least_that_a_row_needs(tmp_path: Path) -> None:
    bundle = table(tmp_path, SHORT | {"criterion": "modelling"}, SHORT | {"note": "Careful."})
    (card,) = bundle.applications[0].scorecards
    assert (card.ratings[0].level, card.note) == (None, "Careful.")
    assert card.id.startswith("card-")


def test_what_an_application_has_once_may_stand_once(tmp_path: Path) -> None:
    rest = {"application": "a1", "role": "", "interviewer": "Olu", "criterion": "sql", "level": "3"}
    bundle = table(tmp_path, SHORT | {"criterion": "sql", "level": "2"}, rest)
    assert [card.interviewer.name for card in bundle.applications[0].scorecards] == ["Ana", "Olu"]


def test_scorecards_without_an_id_go_by_interviewer_and_interview(tmp_path: Path) -> None:
    rows = [
        SHORT | {"interview": interview, "criterion": "sql", "level": "2"} for interview in ("one", "two")
    ]
    cards = table(tmp_path, *rows).applications[0].scorecards
    assert [card.interview for card in cards] == ["one", "two"]


def test_rows_of_one_application_may_stand_in_several_files(tmp_path: Path) -> None:
    one = write(tmp_path, "one.csv", csv_of(SHORT | {"criterion": "sql", "level": "2"}))
    two = write(tmp_path, "two.csv", csv_of(SHORT | {"criterion": "go", "level": "3"}))
    (application,) = read(one, two).applications
    assert [rating.criterion for rating in application.scorecards[0].ratings] == ["sql", "go"]


def test_rows_of_two_files_that_differ_are_both_named(tmp_path: Path) -> None:
    bundle = read(
        write(tmp_path, "scores.csv", csv_of({**ROW, "note": ""})),
        write(tmp_path, "more.csv", csv_of(ROW, {**ROW, "stage": "first", "criterion": "Planning"})),
    )
    assert error(bundle) == (
        "row 3, column stage",
        "a1",
        "first was found, but final is in scores.csv, row 2; make them the same",
    )


def test_a_row_that_appears_twice_is_read_once(tmp_path: Path) -> None:
    row = SHORT | {"criterion": "sql", "level": "2"}
    bundle = table(tmp_path, row, row)
    assert len(bundle.applications[0].scorecards[0].ratings) == 1
    assert only(bundle, "left_out").place == "row 3"


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        ({"level": "low"}, "row 3, column level", "“low” was found; expected a number"),
        ({"level": "9"}, "row 3, column level", "the level 9 is outside the scale"),
        (
            {"criterion": ""},
            "row 3, column criterion",
            "the field is missing; expected a criterion of the role",
        ),
        ({"interviewer": ""}, "row 3, column interviewer", "expected the interviewer's name"),
        ({"given_name": "Maria"}, "row 3, column given_name", "Maria was found, but Marta is in row 2"),
        ({"role": "pm"}, "row 3, column role", "pm was found, but de is in row 2"),
        ({"interviewer_role": "x" * 301}, "row 3, column interviewer_role", "at most 300 characters"),
    ],
)
def test_a_bad_row_names_row_and_column(
    tmp_path: Path, change: dict[str, str], place: str, message: str
) -> None:
    good = SHORT | {"interviewer": "Olu", "criterion": "go", "level": "3"}
    bad = SHORT | {"criterion": "sql", "level": "2"} | change
    other = good | {"application": "a2", "given_name": "Jo"}
    bundle = table(tmp_path, good, bad, other)
    assert [application.id for application in bundle.applications] == ["a2"]
    assert error(bundle)[:2] == (place, "a1")
    assert message in error(bundle)[2]


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("recommendation", "perhaps", "“perhaps” was found; expected one of strong_no, no, mixed"),
        ("submitted_at", "9 Nov", "“9 Nov” was found; expected a time such as"),
        ("submitted_at", "46335", "“46335” was found; expected a time such as"),
        ("submitted_at", "20261109", "“20261109” was found; expected a time such as"),
    ],
)
def test_what_no_feedback_needs_is_told_once_and_costs_nothing(
    tmp_path: Path, column: str, cell: str, message: str
) -> None:
    rows = [SHORT | {"criterion": name, "level": "2", column: cell} for name in ("sql", "go")]
    bundle = table(tmp_path, *rows)
    (card,) = bundle.applications[0].scorecards
    assert [rating.level for rating in card.ratings] == [2, 2]
    assert (card.submitted_at, card.recommendation) == (None, None)
    notice = only(bundle, "not_understood")
    assert (notice.place, notice.application) == (f"row 2, column {column}", "a1")
    assert message in notice.message


def test_a_time_that_is_understood_counts_beside_one_that_is_not(tmp_path: Path) -> None:
    one = SHORT | {"criterion": "sql", "level": "2", "submitted_at": "46335"}
    bundle = table(tmp_path, one, one | {"criterion": "go", "submitted_at": "2026-11-09"})
    assert str(bundle.applications[0].scorecards[0].submitted_at) == "2026-11-09 00:00:00"


def test_a_row_without_an_application_keeps_back_those_it_may_belong_to_and_no_other(tmp_path: Path) -> None:
    rows = [SHORT | {"application": its, "criterion": "sql", "level": "2"} for its in ("a0", "a1", "", "a2")]
    again = SHORT | {"application": "a2", "criterion": "go", "level": "2"}
    bundle = table(tmp_path, *rows, again)
    assert [application.id for application in bundle.applications] == ["a0"]
    errors = {notice.application for notice in bundle.notices if notice.kind == "error"}
    assert {"a1", "a2"} <= errors


def test_an_application_without_a_name_or_role_is_an_error(tmp_path: Path) -> None:
    row = SHORT | {"criterion": "sql", "level": "2"}
    assert "the candidate has no name" in error(table(tmp_path, row | {"given_name": ""}))[2]
    assert error(table(tmp_path, row | {"role": ""}))[0] == "row 2, column role"


def test_a_criterion_rated_twice_names_the_second_row(tmp_path: Path) -> None:
    bundle = table(
        tmp_path, SHORT | {"criterion": "sql", "level": "2"}, SHORT | {"criterion": "SQL", "level": "3"}
    )
    assert error(bundle)[0] == "row 3, column criterion"


def test_organisations_that_differ_spoil_the_role(tmp_path: Path) -> None:
    row = SHORT | {"criterion": "sql", "level": "2", "organisation": "North"}
    bundle = table(tmp_path, row, row | {"application": "a2", "organisation": "South"})
    assert bundle.applications == ()
    assert "South was found, but North is in row 2" in messages(bundle, "error")[0]


def test_columns_that_are_not_documented_are_left_out_and_reported(tmp_path: Path) -> None:
    bundle = table(tmp_path, SHORT | {"criterion": "sql", "level": "2", "mood": "fine"})
    assert "left out: mood" in only(bundle, "left_out").message


def test_a_role_goes_by_the_id_or_title_of_the_role_file(tmp_path: Path) -> None:
    role = write(tmp_path, "role.json", a_role(scale={"lowest": 1, "highest": 10}))
    for name in ("de", "Data Engineer", "DATA ENGINEER"):
        for criterion in ("modelling", "Data modelling"):
            row = SHORT | {"role": name, "criterion": criterion, "level": "9"}
            bundle = read(write(tmp_path, "scores.csv", csv_of(row)), role)
            assert bundle.roles[0].title == "Data Engineer"
            assert bundle.applications[0].scorecards[0].ratings[0].criterion == "modelling"
            assert bundle.notices == ()


def test_a_date_alone_is_midnight_and_words_of_the_scale_may_be_written_freely(tmp_path: Path) -> None:
    row = SHORT | {"submitted_at": "2026-11-09", "recommendation": "Strong No", "note": "Careful."}
    card = table(tmp_path, row).applications[0].scorecards[0]
    assert (str(card.submitted_at), card.recommendation) == ("2026-11-09 00:00:00", "strong_no")


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    note = "=HYPERLINK(1) {{ 7*7 }} <alert>"
    bundle = table(tmp_path, SHORT | {"criterion": "sql", "level": "2", "note": note})
    assert bundle.applications[0].scorecards[0].ratings[0].note == note


def test_a_workbook_is_read_alike(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Scores"  # type: ignore[union-attr]
    row = {**ROW, "level": 2}
    for line in (list(row), list(row.values()), [*["" for _ in row]]):
        book.active.append(line)  # type: ignore[union-attr]
    book.create_sheet("Notes")
    book.save(tmp_path / "scores.xlsx")
    bundle = read(tmp_path / "scores.xlsx")
    assert bundle.applications == table(tmp_path, ROW).applications
    assert (
        only(bundle, "left_out").message == "sheets without the headings of scorecards were left out: Notes"
    )


def test_a_formula_names_its_cell_and_what_to_do(tmp_path: Path) -> None:
    book = Workbook()
    row = {**SHORT, "criterion": "sql", "level": "=1+1"}
    book.active.append(list(row))  # type: ignore[union-attr]
    book.active.append(list(row.values()))  # type: ignore[union-attr]
    out = BytesIO()
    book.save(out)
    (tmp_path / "scores").write_bytes(out.getvalue())
    bundle = read(tmp_path / "scores")
    place, application, message = error(bundle)
    assert (place, application) == ("row 2, column level", "a1")
    assert "the cell F2 holds a formula or an error" in message
    assert "paste its value" in message


@pytest.mark.parametrize(
    ("column", "literal"),
    [
        ("recommendation", "perhaps"),
        ("submitted_at", "9 Nov"),
        ("submitted_at", "46335"),
        ("submitted_at", "20261109"),
        ("submitted_at", "09/11/2026"),
        ("submitted_at", "2026-13-09"),
    ],
)
def test_what_no_feedback_needs_is_left_out_where_it_is_not_understood(
    tmp_path: Path, column: str, literal: str
) -> None:
    bundle = table(tmp_path, ROW | {column: literal})
    notice = only(bundle, "not_understood")
    assert (notice.place, notice.application) == (f"row 2, column {column}", "a1")
    assert f"“{literal}”" in notice.message
    assert getattr(bundle.applications[0].scorecards[0], column) is None
