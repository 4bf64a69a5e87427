"""What the role needs is said in one English sentence, whatever form the level's text has."""

import pytest

from recruiter_kit.composing.needs import needs
from recruiter_kit.model import Criterion


def _needs(required: float, **levels: str) -> str | None:
    numbered = {level.removeprefix("at_"): text for level, text in levels.items()}
    return needs(Criterion(id="c", name="C", required=required, levels=numbered))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "A schema that survives a change in requirements.",
            "The role needs a schema that survives a change in requirements.",
        ),
        (
            "Joins and window functions written without help",
            "The role needs joins and window functions written without help.",
        ),
        ("A complaint settled calmly", "The role needs a complaint settled calmly."),
        (
            "Gives a recommendation, with the risk of it",
            "The role needs somebody who gives a recommendation, with the risk of it.",
        ),
        (
            "Names what fails without a connection",
            "The role needs somebody who names what fails without a connection.",
        ),
        ("The call handler leads", "The level this role needs is “The call handler leads”."),
        (
            "A person without training can say what was decided",
            "The level this role needs is “A person without training can say what was decided”.",
        ),
        (
            "Tables go out together, and the room knows what is late",
            "The level this role needs is “Tables go out together, and the room knows what is late”.",
        ),
        (
            "Mirrors, blind spot, camera, then moves",
            "The level this role needs is “Mirrors, blind spot, camera, then moves”.",
        ),
        ("Orders picked in full", "The role needs orders picked in full."),
        (
            "Builds rapport and makes a clear ask",
            "The level this role needs is “Builds rapport and makes a clear ask”.",
        ),
        (
            "Designs for reruns and late data",
            "The level this role needs is “Designs for reruns and late data”.",
        ),
        ("Sees it, stops it", "The level this role needs is “Sees it, stops it”."),
        ("SQL without help", "The level this role needs is “SQL without help”."),
    ],
)  # fmt: skip
def test_the_text_of_the_required_level_is_put_into_a_sentence_that_fits_it(text: str, said: str) -> None:
    assert _needs(3, at_3=text) == said


def test_a_text_of_one_word_says_nothing_that_the_heading_does_not_say() -> None:
    assert _needs(3, at_3="Held") is None
    assert _needs(3, at_2="Partly", at_4="Fully") is None


def test_without_a_text_for_the_level_both_neighbours_are_given_and_never_the_higher_alone() -> None:
    assert _needs(3, at_2="Guesses at it", at_4="Probes and writes it down") == (
        "The role needs more than “Guesses at it”, but not as much as “Probes and writes it down”."
    )
    assert _needs(3, at_2="Guesses at it") == "The role needs more than “Guesses at it”."
    assert _needs(3, at_4="Probes and writes it down") is None


def test_half_levels_have_texts_too() -> None:
    assert _needs(3.5, **{"at_3.5": "A plan with dates"}) == "The role needs a plan with dates."


def test_a_text_that_adds_to_the_level_below_is_not_quoted_alone() -> None:
    below = "Finds the clause"
    assert _needs(4, at_3=below, at_4="Also applies it") == "The role needs more than “Finds the clause”."
    assert _needs(4, at_3=below, at_5="As 4, and says why") == "The role needs more than “Finds the clause”."
    assert _needs(4, at_4="As 3, and asks about other medicines") is None
