"""What was seen, cut into points to say."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.call.points import best, failures, points
from recruiter_kit.call.spoken import MOST_WORDS, words
from recruiter_kit.feedback import Basis, Part, Statement


def unit(text: str, interview: str | None = None, name: str = "t1") -> Statement:
    return Statement(id=name, part=Part.SEEN, text=text, basis=Basis.OBSERVATION, interview=interview)


def cut(text: str) -> list[str]:
    return [point.text for point in points(unit(text))]


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("Joins fine, stuck on the rest, needed a hint.", ["Joins fine, stuck on the rest, needed a hint."]),
        (
            "Got brute force working at 35 minutes. Never got off O(n²). Off by one in the window.",
            ["Got brute force working at 35 minutes.", "Never got off O(n²).", "Off by one in the window."],
        ),
        (
            "Good story on the migration; got finance to agree to a date that they had first refused.",
            ["Good story on the migration.", "Got finance to agree to a date that they had first refused."],
        ),
        (
            "Asked three good questions about the budget and the timing but did not write one answer down.",
            ["Asked three good questions about the budget and the timing.", "Did not write one answer down."],
        ),
        (
            "Showed the buyer each screen of the product in turn – never asked what they use today.",
            ["Showed the buyer each screen of the product in turn.", "Never asked what they use today."],
        ),
    ],
)
def test_a_note_is_cut_where_sentences_end_and_then_where_clauses_do(noted: str, said: list[str]) -> None:
    assert cut(noted) == said


def test_a_quotation_brackets_and_a_number_are_never_cut() -> None:
    quoted = 'Told the buyer about it and then said "we can start in May, but the price, as ever, is fixed".'
    assert cut(quoted)[1] == 'Said "we can start in May, but the price, as ever, is fixed".'
    listed = "Asked the three things we look for (budget, timing, and who decides) but wrote none of it."
    assert cut(listed)[0] == "Asked the three things we look for (budget, timing, and who decides)."
    priced = "Named the price of the whole contract as 1,250,000 a year, 3, 4 or 5 times what it is."
    assert not any(point.endswith(("1.", "1,250.", "3.")) for point in cut(priced))


def test_nothing_but_is_not_cut_at_but() -> None:
    (first, *_) = cut(
        "Did nothing but talk about the old system for the first ten minutes of it and then left."
    )
    assert first.startswith("Did nothing but talk about")


def test_what_limits_a_failure_stays_with_it() -> None:
    said = cut(
        "Did not write down a single answer that the buyer gave, until told to, and never asked again."
    )
    assert said[0] == "Did not write down a single answer that the buyer gave, until told to."


def test_what_cannot_be_cut_ends_with_dots_where_a_speaker_would_breathe() -> None:
    (said,) = cut(
        "Described a lesson on fractions that went wrong and what had been changed the week after that."
    )
    assert said == "Described a lesson on fractions that went wrong and what had been changed the week …"


def test_a_quotation_that_is_too_long_is_left_to_the_words_beside() -> None:
    quotation = (
        '"I would ring the client and tell them we will be late again and hope that they forget about it"'
    )
    (line,) = failures([unit(f"{quotation} was the answer.")], 3)
    assert line.text == "…"
    assert line.beside is not None
    assert line.beside.startswith(quotation)


def test_plain_failures_are_chosen_first_and_said_in_reading_order() -> None:
    note = "Walked in. Sat down. Never asked about cost. Drew a box. No answer on refunds."
    assert [line.text for line in failures([unit(note)], 2)] == [
        "Never asked about cost.",
        "No answer on refunds.",
    ]
    assert failures([unit(note)], 3)[0].text == "Walked in."


def test_each_interviewer_is_heard_before_anybody_is_heard_twice() -> None:
    first = unit("Never asked about cost. No answer on refunds. Failed the last test.", name="t1")
    second = unit("Did not check the chart.", name="t2")
    said = [line.text for line in failures([first, second], 2)]
    assert said == ["Never asked about cost.", "Did not check the chart."]


def test_the_words_of_the_letter_are_beside_the_last_point_of_a_note() -> None:
    lines = failures([unit("Never asked about cost. Did not check. Walked in.", "Role play")], 2)
    assert [line.beside for line in lines] == [
        None,
        "Role play: Never asked about cost. Did not check. Walked in.",
    ]


@pytest.mark.parametrize(("interview", "beside"), [("Role play", "Role play"), (None, None)])
def test_words_that_are_all_said_are_not_repeated_beside(interview: str | None, beside: str | None) -> None:
    (line,) = failures([unit("Never asked about cost.", interview)], 3)
    assert line.beside == beside


def test_a_strength_is_one_point_and_not_what_went_wrong_beside_it() -> None:
    note = "Clear. Talked through batch against streaming with an example. No answer on cost at all, ever."
    (line,) = best([unit(note)])
    assert line.text == "Talked through batch against streaming with an example."


WORD = st.sampled_from(
    [
        "you",
        "the table,",
        "and then",
        "but",
        "asked.",
        "to",
        "not",
        "5,000",
        "5 –",
        '"yes,',
        'no"',
        "(a,",
        "b)",
        "ok;",
    ],
)


@given(st.lists(WORD, min_size=1, max_size=60))
def test_a_point_is_a_part_of_the_note_and_one_breath_long(chosen: list[str]) -> None:
    note = "You " + " ".join(chosen) + "."
    whole = plain(note)
    lines = failures([unit(note)], 3)
    assert 1 <= len(lines) <= 3
    for line in lines:
        assert words(line.text) <= MOST_WORDS
        assert plain(line.text) in whole


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
