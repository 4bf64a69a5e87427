"""Written sentences as they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.call.spoken import MOST_WORDS, spoken, words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Your joins were correct.", ["Your joins were correct."]),
        (
            "In the exercise you normalised the orders table, but the design had no way to record a refund.",
            [
                "In the exercise you normalised the orders table.",
                "But the design had no way to record a refund.",
            ],
        ),
        (
            "You opened the rota screen as soon as the buyer named it and you never asked what it costs.",
            [
                "You opened the rota screen as soon as the buyer named it.",
                "And you never asked what it costs.",
            ],
        ),
        (
            "You agreed a date that suited the finance team and the warehouse managers at all of the sites.",
            [
                "You agreed a date that suited the finance team …",
                "and the warehouse managers at all of the sites.",
            ],
        ),
        (
            "When the buyer asked about the price and you had no answer you closed the laptop at once.",
            [
                "When the buyer asked about the price …",
                "and you had no answer you closed the laptop at once.",
            ],
        ),
    ],
)
def test_a_long_sentence_is_cut_where_a_speaker_would(written: str, said: list[str]) -> None:
    assert [line.text for line in spoken(written)] == said


WORD = st.sampled_from(["you", "the", "table", "and", "but", "that", "design,", "asked", "to", "not", "5 ml"])


@given(st.lists(WORD, min_size=4, max_size=60))
def test_no_line_is_longer_than_a_breath_and_no_word_is_lost(chosen: list[str]) -> None:
    text = "You " + " ".join(chosen) + "."
    lines = [line.text for line in spoken(text)]
    assert all(words(line) <= MOST_WORDS for line in lines)
    said_again = " ".join(lines).replace("…", "").replace(".", "").replace(",", "").casefold().split()
    assert said_again == text.replace(".", "").replace(",", "").casefold().split()
