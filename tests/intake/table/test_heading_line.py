"""Which line of a table holds its headings, and what is above it."""

from collections.abc import Sequence

import pytest

from recruiter_kit.intake.table.heading_line import Headings, headings_in
from recruiter_kit.intake.table.names import is_documented, is_known

OWN = ["Candidate", "Assessor", "Competency", "Score"]


def found(*lines: Sequence[str]) -> Headings:
    headings = headings_in(lines, is_documented, is_known)
    assert headings is not None
    return headings


def test_a_title_above_is_left_out_and_remembered() -> None:
    headings = found(["Results of autumn"], [], OWN, ["Noa", "Ana", "Planning", "3"])
    assert (headings.at, headings.above) == (2, (0,))
    assert headings.names == ("candidate", "assessor", "competency", "score")


@pytest.mark.parametrize(
    "above",
    [
        [["Role", "Data Engineer"], ["Date", "2026-11-09"]],
        [["Role", "Data Engineer", "", "Date", "2026-11-09"]],
        [["Role: Data Engineer"], ["Date: 2026-11-09"]],
    ],
)
def test_labels_above_hold_for_every_row_below_one_another_or_side_by_side(above: list[list[str]]) -> None:
    headings = found(*above, OWN, ["Noa", "Ana", "Planning", "3"])
    assert headings.labels == {"role": "Data Engineer", "date": "2026-11-09"}
    assert headings.names[0] == "candidate"


def test_two_headings_above_one_another_are_no_label_with_its_value() -> None:
    assert found(["Candidate", "Score"], ["Noa", "3"]).names == ("candidate", "score")


def test_a_sheet_of_labels_is_one_row_and_what_is_beside_a_value_its_comment() -> None:
    headings = found(["Candidate", "Noa", "", "Role", "DE"], ["Planning", "3", "Listed the tasks."])
    assert headings.names == ("candidate", "role", "planning", "planning_comment")
    assert headings.values == ("Noa", "DE", "3", "Listed the tasks.")


def test_groups_above_tell_repeated_headings_apart() -> None:
    groups = ["", "Planning", "", "Teamwork", ""]
    headings = found(
        groups, ["Candidate", "Score", "Comment", "Score", "Comment"], ["Noa", "3", "x", "4", "y"]
    )
    assert headings.names[1:] == ("planning_score", "planning_comment", "teamwork_score", "teamwork_comment")


def test_what_holds_nothing_has_no_headings() -> None:
    assert headings_in([[], ["", " "], ["\0"]], is_documented, is_known) is None
