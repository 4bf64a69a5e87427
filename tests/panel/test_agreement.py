"""How far a panel's levels lie apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.feedback import Agreement
from recruiter_kit.model import Scale
from recruiter_kit.panel.agreement import agreement, average_deviation, within_group


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


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((2, 3, 4), 0.67),
        ((2, 4, 4), 0.54),
        ((2, 3, 3, 4), 0.75),
        ((2, 3, 3, 3, 4), 0.80),
        ((2, 2, 4, 4, 4), 0.52),
        ((1, 5, 1, 5), -1.00),
        ((3, 3, 3), 1.00),
        ((5, 5), 1.00),
    ],
)
def test_the_published_agreements_within_a_group_come_out(levels: tuple[float, ...], expected: float) -> None:
    assert within_group(levels, Scale()) == pytest.approx(expected, abs=0.0055)


def test_one_level_has_no_agreement_within_a_group() -> None:
    assert within_group((3,), Scale()) is None


@given(st.lists(st.integers(min_value=1, max_value=5), min_size=2, max_size=6), st.randoms())
def test_agreement_within_a_group_knows_no_order_no_scale_and_no_side(
    given_levels: list[int], random: object
) -> None:
    found = within_group(given_levels, Scale())
    shuffled = list(given_levels)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    longer = [2 * level + 3 for level in shuffled]
    mirrored = [6 - level for level in shuffled]
    assert within_group(shuffled, Scale()) == pytest.approx(found)
    assert within_group(longer, Scale(lowest=5, highest=13)) == pytest.approx(found)
    assert within_group(mirrored, Scale()) == pytest.approx(found)


@given(st.integers(min_value=0, max_value=2), st.integers(min_value=0, max_value=2))
def test_levels_further_apart_never_agree_more(one: int, other: int) -> None:
    near, far = sorted((one, other))
    narrow, wide = within_group((3 - near, 3 + near), Scale()), within_group((3 - far, 3 + far), Scale())
    assert narrow is not None
    assert wide is not None
    assert wide <= narrow
