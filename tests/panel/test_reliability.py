"""How far a house's ratings tell candidates apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.panel.reliability import enough, icc_mean, icc_single, of_the_mean

SHROUT_AND_FLEISS = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]


def test_the_published_example_comes_out() -> None:
    assert icc_single(SHROUT_AND_FLEISS) == pytest.approx(0.17, abs=0.005)
    assert icc_mean(SHROUT_AND_FLEISS) == pytest.approx(0.44, abs=0.005)


@pytest.mark.parametrize(("raters", "expected"), [(3, 0.70), (4, 0.76), (5, 0.80), (6, 0.82)])
def test_the_published_reliabilities_of_a_mean_come_out(raters: int, expected: float) -> None:
    assert of_the_mean(0.44, raters) == pytest.approx(expected, abs=0.0055)


@given(st.floats(min_value=0.01, max_value=0.99), st.integers(min_value=1, max_value=20))
def test_one_more_rater_never_makes_a_mean_less_reliable(single: float, raters: int) -> None:
    assert of_the_mean(single, raters + 1) >= of_the_mean(single, raters)


@given(st.permutations(range(4)), st.integers(min_value=-5, max_value=5))
def test_neither_the_order_of_raters_nor_a_shifted_scale_matters(order: list[int], shift: int) -> None:
    moved = [[panel[place] + shift for place in order] for panel in SHROUT_AND_FLEISS]
    assert icc_single(moved) == pytest.approx(icc_single(SHROUT_AND_FLEISS))
    assert icc_mean(moved) == pytest.approx(icc_mean(SHROUT_AND_FLEISS))


def test_fewer_than_thirty_candidates_are_too_few() -> None:
    assert not enough([(3, 4)] * 29 + [(3,)])
    assert enough([(3, 4)] * 30)


@pytest.mark.parametrize("panels", [[], [(3, 4)], [(3,), (4,)], [(3, 3), (3, 3)], [(3, 4), ()]])
def test_levels_that_bear_no_reliability_are_refused(panels: list[tuple[float, ...]]) -> None:
    with pytest.raises(ValueError, match=r"candidates|same"):
        icc_mean(panels)
