"""An empty scorecard says nothing of the candidate, and its interviewer is not counted."""

import pytest

from recruiter_kit.model import Recommendation
from recruiter_kit.panel.assessing import assessing
from recruiter_kit.panel.closeness import closeness
from recruiter_kit.panel.standing import standings
from tests import build

FULL = build.scorecard(build.rating(2))


@pytest.mark.parametrize(
    "card",
    [
        FULL,
        build.scorecard(build.rating(None, "Left out the index.")),
        build.scorecard(note="Left out the index."),
        build.scorecard(private_note="Would cost more."),
        build.scorecard(recommendation=Recommendation.NO),
    ],
)
def test_a_level_a_note_or_a_recommendation_is_enough(card: object) -> None:
    assert assessing(build.application(card)) == (card,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "card", [build.scorecard(), build.scorecard(build.rating(None)), build.scorecard(build.rating(None, " "))]
)
def test_an_empty_scorecard_is_left_out(card: object) -> None:
    assert assessing(build.application(card)) == ()  # type: ignore[arg-type]


def test_an_empty_scorecard_moves_no_figure() -> None:
    role = build.role()
    alone, beside = (
        build.application(FULL, *more)
        for more in ((), (build.scorecard(build.rating(None), id="s2", interviewer="Omar"),))
    )
    assert standings(beside, role) == standings(alone, role)
    assert closeness(beside, role, standings(beside, role)) == closeness(alone, role, standings(alone, role))
