"""How likely it is that a candidate meets the bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.panel.probability import of_meeting

HOUSE = {"average": 3.1, "spread": 1.0, "single": 0.40}
LEVELS = st.floats(min_value=1, max_value=5)
RATERS = st.integers(min_value=1, max_value=8)


@pytest.mark.parametrize("mean", [10 / 3, 11 / 3, 4.0])
def test_the_published_means_of_three_raters_are_close(mean: float) -> None:
    assert 0.20 <= of_meeting(3.5, mean, 3, **HOUSE) <= 0.80


@pytest.mark.parametrize("mean", [3.0, 13 / 3])
def test_one_step_further_out_is_no_longer_close(mean: float) -> None:
    assert not 0.20 <= of_meeting(3.5, mean, 3, **HOUSE) <= 0.80


@given(LEVELS, LEVELS, RATERS)
def test_a_higher_mean_never_makes_it_less_likely(one: float, other: float, raters: int) -> None:
    low, high = sorted((one, other))
    assert of_meeting(3.5, low, raters, **HOUSE) <= of_meeting(3.5, high, raters, **HOUSE)


@given(LEVELS, RATERS, st.integers(min_value=-5, max_value=5))
def test_a_scale_that_starts_elsewhere_changes_nothing(mean: float, raters: int, shift: int) -> None:
    moved = of_meeting(3.5 + shift, mean + shift, raters, average=3.1 + shift, spread=1, single=0.4)
    assert moved == pytest.approx(of_meeting(3.5, mean, raters, **HOUSE), abs=1e-9)


@given(RATERS)
def test_a_mean_on_the_bar_of_an_average_house_is_a_coin_toss(raters: int) -> None:
    assert of_meeting(3, 3, raters, average=3, spread=0.8) == pytest.approx(0.5)


@pytest.mark.parametrize(("single", "spread", "raters"), [(0, 1, 3), (1, 1, 3), (0.4, 0, 3), (0.4, 1, 0)])
def test_what_bears_no_probability_is_refused(single: float, spread: float, raters: int) -> None:
    with pytest.raises(ValueError, match="reliability"):
        of_meeting(3.5, 3, raters, average=3, spread=spread, single=single)
