"""How close it was, and how sure one can be of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.feedback import Closeness, Verdict
from recruiter_kit.panel.closeness import blended_sd, closeness, standard_error
from recruiter_kit.panel.standing import standings
from tests.build import application, criterion, rating, role, scorecard


@pytest.mark.parametrize(("levels", "spread", "error"), [((3, 3, 3), 0.70, 0.40), ((2, 4, 4), 0.87, 0.50)])
def test_the_published_vectors_of_the_blended_error_come_out(
    levels: tuple[int, ...], spread: float, error: float
) -> None:
    mean = sum(levels) / len(levels)
    deviations = [level - mean for level in levels]
    assert blended_sd(deviations) == pytest.approx(spread, abs=0.005)
    assert standard_error(deviations, ["a", "b", "c"]) == pytest.approx(error, abs=0.005)


@pytest.mark.parametrize("raters", [3, 4, 5, 6])
def test_people_in_one_room_are_worth_less_than_separate_interviews(raters: int) -> None:
    same = [0.0] * raters
    together = standard_error(same, ["room"] * raters)
    apart = standard_error(same, [str(place) for place in range(raters)])
    two_apart = standard_error([0.0, 0.0], ["a", "b"])
    assert together > two_apart > apart


def near(*levels: float, required: float = 4, together: bool = False) -> Closeness:
    cards = [
        scorecard(rating(level), id=f"s{place}", occasion="room" if together else None)
        for place, level in enumerate(levels)
    ]
    whole, asked = application(*cards), role(criterion(required=required))
    found = closeness(whole, asked, standings(whole, asked))
    assert found is not None
    return found


def test_levels_far_below_the_bar_are_clear() -> None:
    assert near(2, 2, 2).verdict is Verdict.CLEAR


def test_levels_just_below_the_bar_are_close() -> None:
    assert near(4, 3, 4).verdict is Verdict.CLOSE


def test_levels_on_the_bar_are_too_close_to_call() -> None:
    assert near(4, 4, 4).verdict is Verdict.TOO_CLOSE


def test_the_same_levels_are_less_certain_from_one_room() -> None:
    assert near(3, 3, 4, 4).standard_error < near(3, 3, 4, 4, together=True).standard_error


def test_nothing_assessed_is_not_called_close() -> None:
    assert closeness(application(scorecard()), role(), ()) is None


LEVELS = st.lists(st.integers(min_value=1, max_value=5), min_size=1, max_size=5)


@given(LEVELS, st.randoms())
def test_the_order_of_the_raters_does_not_matter(levels: list[int], random: object) -> None:
    shuffled = list(levels)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = near(*levels), near(*shuffled)
    assert one.verdict is other.verdict
    assert one.standard_error == pytest.approx(other.standard_error)


@given(LEVELS)
def test_a_lower_bar_never_gives_a_smaller_margin(levels: list[int]) -> None:
    assert near(*levels, required=3).margin > near(*levels, required=4).margin
