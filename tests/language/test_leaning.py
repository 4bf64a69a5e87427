"""Whether a sentence of a note can be told without the one before it."""

import pytest

from recruiter_kit.language.leaning import Leaning, begins_alone
from recruiter_kit.language.lexicons import load

KNOWN = load("leaning", Leaning)


@pytest.mark.parametrize("text", KNOWN.leaning)
def test_a_sentence_that_leans_on_the_one_before_is_never_told_alone(text: str) -> None:
    assert not begins_alone(text)


@pytest.mark.parametrize("text", KNOWN.alone)
def test_a_sentence_that_says_all_it_needs_may_be_told_alone(text: str) -> None:
    assert begins_alone(text)


def test_a_word_that_only_begins_like_an_opening_leans_on_nothing() -> None:
    assert begins_alone("Solved the first task in ten minutes.")
    assert begins_alone("Andon cord pulled at the right moment.")
