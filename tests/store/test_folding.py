"""Names as they are looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.store.folding import folded


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("María-José", "maria-jose"),
        ("Łukasz Żak", "lukasz zak"),
        ("Søren Ærø", "soren aero"),
        ("Straße", "strasse"),
        ("김민준", folded("김민준")),
    ],
)
def test_marks_and_capitals_are_no_hindrance(name: str, found: str) -> None:
    assert folded(name) == found


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@given(st.text(), st.text())
def test_a_part_of_a_name_is_found_in_it(before: str, part: str) -> None:
    assert folded(part) in folded(f"{before} {part}")
