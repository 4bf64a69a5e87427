"""How far a panel's levels lie apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.feedback import Agreement
from recruiter_kit.model import Scale
from recruiter_kit.panel.agreement import agreement, average_deviation


@pytest.mark.parametrize(
    ("levels", "deviation", "expected"),
    [
        ((2, 3, 4), 0.67, Agreement.SPLIT),
        ((2, 4, 4), 0.89, Agreement.SPLIT),
        ((2, 3, 3, 4), 0.50, Agreement.MIXED),
        ((2, 3, 3, 3, 4), 0.40, Agreement.MIXED),
        ((2, 2, 4, 4, 4), 0.96, Agreement.SPLIT),
        ((1, 5, 1, 5), 2.00, Agreement.SPLIT),
        ((3, 3, 3), 0.00, Agreement.AGREED),
        ((3,), 0.00, Agreement.AGREED),
    ],
)
def test_the_published_vectors_come_out(
    levels: tuple[float, ...], deviation: float, expected: Agreement
) -> None:
    assert average_deviation(levels) == pytest.approx(deviation, abs=0.005)
    assert agreement(levels, Scale()) is expected


levels = st.lists(st.integers(min_value=1, max_value=5), min_size=1, max_size=6)


@given(levels, st.randoms())
def test_the_order_of_the_raters_does_not_matter(given_levels: list[int], random: object) -> None:
    shuffled = list(given_levels)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert agreement(given_levels, Scale()) is agreement(shuffled, Scale())


@given(levels)
def test_a_scale_that_starts_elsewhere_changes_nothing(given_levels: list[int]) -> None:
    shifted = [level - 1 for level in given_levels]
    assert agreement(given_levels, Scale()) is agreement(shifted, Scale(lowest=0, highest=4))
