"""How strict or mild an interviewer rates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.panel.severity import severities

LEVELS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.dictionaries(st.sampled_from("xyz"), st.integers(min_value=1, max_value=5), min_size=1),
    min_size=1,
)


def strict(candidates: int) -> dict[str, dict[str, float]]:
    return {f"c{place}": {"mild": 4, "middle": 4, "strict": 2} for place in range(candidates)}


def test_a_rater_who_is_always_lower_stands_out() -> None:
    found = severities(strict(20))
    assert found["strict"].stands_out
    assert found["strict"].shift < 0 < found["mild"].shift


def test_nobody_stands_out_on_a_single_candidate() -> None:
    assert not any(each.stands_out for each in severities(strict(1)).values())


def test_more_ratings_make_a_severity_surer() -> None:
    assert severities(strict(20))["strict"].standard_error < severities(strict(5))["strict"].standard_error


@given(LEVELS, st.integers(min_value=-5, max_value=5))
def test_a_shifted_scale_changes_no_severity(ratings: dict[str, dict[str, float]], shift: int) -> None:
    moved = {c: {r: level + shift for r, level in given.items()} for c, given in ratings.items()}
    for rater, severity in severities(moved).items():
        assert severity.shift == pytest.approx(severities(ratings)[rater].shift, abs=1e-6)


@given(LEVELS)
def test_the_order_of_candidates_and_raters_does_not_matter(ratings: dict[str, dict[str, float]]) -> None:
    turned = {c: dict(reversed(given.items())) for c, given in reversed(ratings.items())}
    assert severities(turned) == severities(ratings)


def test_no_ratings_give_no_severity() -> None:
    assert severities({}) == {}
