"""Where a panel's levels stand against the bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.errors import IncompleteError
from recruiter_kit.feedback import Band
from recruiter_kit.model import Scale
from recruiter_kit.panel.standing import band, standings
from tests.build import application, criterion, rating, role, scorecard


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        (-2.0, Band.WELL_BELOW),
        (-1.25, Band.WELL_BELOW),
        (-1.24, Band.BELOW),
        (-0.25, Band.BELOW),
        (-0.24, Band.AT),
        (0.49, Band.AT),
        (0.5, Band.ABOVE),
    ],
)
def test_the_band_changes_where_the_specification_says(distance: float, expected: Band) -> None:
    assert band(distance, Scale()) is expected


def test_a_longer_scale_is_stretched_to_five_points_first() -> None:
    assert band(-2.5, Scale(lowest=1, highest=9)) is Band.WELL_BELOW
    assert band(-1.0, Scale(lowest=1, highest=9)) is Band.BELOW


@given(st.lists(st.floats(min_value=-4, max_value=4), min_size=2, max_size=2).map(sorted))
def test_a_larger_distance_never_gets_a_lower_band(distances: list[float]) -> None:
    order = [Band.WELL_BELOW, Band.BELOW, Band.AT, Band.ABOVE]
    lower, higher = (order.index(band(distance, Scale())) for distance in distances)
    assert lower <= higher


@given(st.permutations([2.0, 3.0, 3.0, 5.0]))
def test_the_order_of_the_raters_does_not_matter(levels: list[float]) -> None:
    cards = [scorecard(rating(level), id=f"s{place}") for place, level in enumerate(levels)]
    (found,) = standings(application(*cards), role(criterion(required=4)))
    assert found.levels == (2.0, 3.0, 3.0, 5.0)
    assert found.mean == pytest.approx(3.25)
    assert found.shortfall == pytest.approx(0.75)


def test_a_level_that_was_not_given_counts_for_nothing() -> None:
    found = standings(application(scorecard(rating(None), rating(2))), role())
    assert [standing.levels for standing in found] == [(2.0,)]


def test_a_criterion_nobody_assessed_has_no_standing() -> None:
    assert standings(application(scorecard()), role()) == ()


def test_a_required_level_that_is_lacking_is_named_not_guessed() -> None:
    unknown = criterion("sql").model_copy(update={"required": None, "name": "SQL"})
    with pytest.raises(IncompleteError, match="the required level of the criterion SQL"):
        standings(application(scorecard(rating(3, criterion="sql"))), role(unknown))
