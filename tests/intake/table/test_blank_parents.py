"""Rows that do not say whose they are, and rows that add up others."""

from recruiter_kit.intake.table.blank_parents import belonging, totals
from recruiter_kit.intake.table.sheet import Row


def rows(*applications: str, **cells: str) -> list[Row]:
    return [Row(number, {"application": its, **cells}) for number, its in enumerate(applications, start=2)]


def test_rows_below_belong_to_the_one_above_where_most_applications_have_some() -> None:
    owned = belonging(rows("a1", "", "", "a2", "", "a3"))
    assert [row.get("application") for row in owned.rows] == ["a1", "a1", "a1", "a2", "a2", "a3"]
    assert owned.joined == (3, 4, 6)


def test_where_few_applications_have_rows_below_an_id_may_be_missing_and_both_sides_are_kept_back() -> None:
    owned = belonging(rows("a1", "", "a2", "a3"))
    assert (owned.joined, owned.neighbours) == ((), {3: ("a1", "a2")})


def test_where_an_application_is_in_two_rows_a_blank_is_missing() -> None:
    assert belonging(rows("a1", "a1", "", "a2", "")).neighbours == {4: ("a1", "a2"), 6: ("a2",)}


def test_a_row_before_the_first_belongs_to_nobody_above() -> None:
    assert belonging(rows("", "a1", "")).neighbours == {2: ("a1",), 4: ("a1",)}


def test_a_row_with_something_of_an_application_is_not_joined_but_for_what_is_everywhere() -> None:
    listed = rows("a1", "", role="DE")
    assert belonging(listed).neighbours == {3: ("a1",)}
    assert belonging(listed, {"role"}).joined == (3,)


def test_what_a_scorecard_has_once_holds_until_another_begins() -> None:
    first = Row(2, {"application": "a1", "interviewer": "Ana", "interview": "one"})
    other = Row(4, {"interviewer": "Olu"})
    owned = belonging([first, Row(3, {"level": "3"}), other, Row(5, {"level": "4"})])
    assert [(row.get("interviewer"), row.get("interview")) for row in owned.rows] == [
        ("Ana", "one"),
        ("Ana", "one"),
        ("Olu", ""),
        ("Olu", ""),
    ]


def test_a_row_adds_up_others_where_one_cell_says_so_and_no_other_holds_words() -> None:
    listed = [
        Row(2, {"name": "Total", "level": "7"}),
        Row(3, {"name": "", "criterion": "AVERAGE:", "level": "3,5"}),
        Row(4, {"name": "Sum", "level": "3", "note": "Asked first."}),
        Row(5, {"name": "Noa", "criterion": "Total", "level": "3"}),
        Row(6, {"name": "", "level": "3"}),
    ]
    assert totals(listed) == {2, 3}
    assert totals(listed, {"name"}) == {3, 5}
