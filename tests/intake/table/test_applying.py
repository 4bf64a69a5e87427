"""An own table in the documented columns: names, constants, ids that are made."""

import pytest

from recruiter_kit.intake.table.applying import documented, unfolded, with_application
from recruiter_kit.intake.table.said import Said
from recruiter_kit.intake.table.sheet import Row, sheet_of


def rows(*cells: dict[str, str]) -> tuple[Row, ...]:
    return tuple(Row(number, each) for number, each in enumerate(cells, start=2))


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Teal, Rowan", "Rowan", "Teal"),
        ("Rowan Teal", "Rowan Teal", ""),
        ("Teal, Jr.", "Teal, Jr.", ""),
        ("Teal, Rowan, PhD", "Teal, Rowan, PhD", ""),
        ("Teal,", "Teal,", ""),
        ("山田 花子", "山田 花子", ""),
    ],
)
def test_a_name_is_divided_only_where_its_comma_says_where(name: str, given: str, family: str) -> None:
    table = documented(
        sheet_of([["Who", "Note"], [name, "x"]], "f"), Said(columns={"who": "name", "note": ""})
    )
    (row,) = table.sheet.rows
    assert (row.get("given_name"), row.get("family_name")) == (given, family)


def test_a_constant_fills_what_is_blank_and_changes_nothing_else() -> None:
    said = Said(columns={"job": "role", "note": "note"}, constant={"role": "DE", "stage": "final"})
    table = documented(sheet_of([["Job", "Note"], ["", "x"], ["PM", "y"]], "f"), said)
    assert [(row.get("role"), row.get("stage")) for row in table.sheet.rows] == [
        ("DE", "final"),
        ("PM", "final"),
    ]
    assert table.everywhere == {"role", "stage"}


def test_a_row_with_a_column_for_each_criterion_becomes_one_row_for_each_that_was_filled_in() -> None:
    columns = {"who": "name", "planning": "level of Planning", "why": "note on Planning", "go": "level of Go"}
    sheet = sheet_of([["Who", "Planning", "Why", "Go"], ["Noa", "3", "x", ""]], "f")
    parts = [row for row, _ in unfolded(documented(sheet, Said(columns=columns)))]
    assert [(part.get("criterion"), part.get("level"), part.get("note")) for part in parts] == [
        ("", "", ""),
        ("Planning", "3", "x"),
    ]


def test_an_id_is_made_of_person_role_and_address_and_holds_no_name() -> None:
    one = {"given_name": "Noa", "family_name": "Berg", "role": "DE"}
    made, unclear = with_application(
        rows(one, one | {"role": "PM"}, {"given_name": "noa berg", "role": "de"})
    )
    ids = [row.get("application") for row in made]
    assert ids[0] == ids[2] != ids[1]
    assert "noa" not in "".join(ids)
    assert unclear == {}


def test_the_id_of_a_candidate_tells_two_people_of_one_name_apart() -> None:
    one = {"given_name": "Noa", "role": "DE"}
    made, _ = with_application(rows(one | {"candidate": "1"}, one | {"candidate": "2"}))
    assert made[0].get("application") != made[1].get("application")


def test_a_row_that_may_be_of_several_applications_names_them_all() -> None:
    one = {"given_name": "Noa", "role": "DE"}
    made, unclear = with_application(
        rows(one | {"email": "n1@example.org"}, one | {"email": "n2@example.org"}, one)
    )
    assert set(unclear[4]) == {row.get("application") for row in made[:2]}
