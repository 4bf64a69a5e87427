"""An interviewer who is asked again is one interviewer, with the level that was given last."""

from recruiter_kit.feedback import Agreement
from recruiter_kit.panel.closeness import closeness
from recruiter_kit.panel.standing import levels_for, standings
from tests import build

FIRST = build.scorecard(build.rating(2, "Weak."), id="s1")
OTHER = build.scorecard(build.rating(2, "Left out the index."), id="s2", interviewer="Omar Haddad")


def test_a_level_in_an_answer_counts_instead_of_the_first() -> None:
    answer = build.scorecard(build.rating(3, "Drew it, late."), id="w1", adds_to="s1")
    assert levels_for(build.application(FIRST, OTHER, answer), "modelling") == (2, 3)


def test_an_answer_without_a_level_leaves_the_first() -> None:
    answer = build.scorecard(build.rating(None, "Drew it, late."), id="w1", adds_to="s1")
    assert levels_for(build.application(FIRST, OTHER, answer), "modelling") == (2, 2)


def test_an_answer_to_a_scorecard_that_is_gone_counts_for_itself() -> None:
    answer = build.scorecard(build.rating(3, "Drew it, late."), id="w1", adds_to="s9")
    assert levels_for(build.application(FIRST, answer), "modelling") == (2, 3)


def test_an_answer_makes_the_panel_neither_larger_nor_surer() -> None:
    answer = build.scorecard(build.rating(2, "Drew it, late."), id="w1", adds_to="s1", occasion="s1")
    without, asked = build.application(FIRST, OTHER), build.application(FIRST, OTHER, answer)
    role = build.role()
    assert standings(asked, role) == standings(without, role)
    assert standings(asked, role)[0].agreement is Agreement.AGREED
    assert closeness(asked, role, standings(asked, role)) == closeness(
        without, role, standings(without, role)
    )
