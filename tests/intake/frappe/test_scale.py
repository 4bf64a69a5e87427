import pytest

from recruiter_kit.intake.frappe.scale import frappe_level, frappe_recommendation, written_as_fractions
from recruiter_kit.intake.scales import UNKNOWN


@pytest.mark.parametrize(
    ("ratings", "fractions"),
    [
        ([0.4, 1], True),
        ([1.0], True),
        ([3, 1], False),
        ([0, 1], None),
        ([0.4, 3], None),
        ([], None),
        (["0.4", True, None], None),
    ],
)
def test_the_ratings_show_how_stars_are_written(ratings: list[object], fractions: bool | None) -> None:
    assert written_as_fractions(ratings) is fractions


@pytest.mark.parametrize(
    ("rating", "fractions", "level"),
    [
        (0.2, True, 1),
        (0.7, True, 3.5),
        (1, True, 5),
        (1, False, 1),
        (5, False, 5),
        (0, True, None),
        (None, None, None),
    ],
)
def test_stars_are_levels(rating: object, fractions: bool | None, level: float | None) -> None:
    assert frappe_level(rating, fractions=fractions) == level


@pytest.mark.parametrize(
    ("rating", "fractions"),
    [(0.1, True), (0.33, True), (6, False), (-1, False), (1, None), ("0.4", True), (True, True)],
)
def test_a_rating_off_the_scale_is_not_understood(rating: object, fractions: bool | None) -> None:
    assert frappe_level(rating, fractions=fractions) is UNKNOWN


def test_a_result_is_a_recommendation() -> None:
    assert (frappe_recommendation("Cleared"), frappe_recommendation("Rejected")) == ("yes", "no")
    assert frappe_recommendation(None) is None
    assert frappe_recommendation("Maybe") is UNKNOWN
