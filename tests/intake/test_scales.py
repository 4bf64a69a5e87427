import pytest

from recruiter_kit.intake.scales import (
    UNKNOWN,
    criterion_id,
    greenhouse_level,
    greenhouse_recommendation,
    lever_recommendation,
)


@pytest.mark.parametrize(
    ("literal", "level"),
    [("definitely_not", 1), ("strong_no", 1), ("no", 2), ("mixed", 3), ("yes", 4), ("strong_yes", 5)],
)
def test_greenhouse_levels(literal: str, level: int) -> None:
    assert greenhouse_level(literal) == level


@pytest.mark.parametrize("literal", ["no_decision", None])
def test_not_assessed_is_never_a_negative(literal: str | None) -> None:
    assert greenhouse_level(literal) is None
    assert greenhouse_recommendation(literal) is None


@pytest.mark.parametrize("literal", ["stong_yes", "YES", "5", ""])
def test_an_unknown_literal_is_not_guessed(literal: str) -> None:
    assert greenhouse_level(literal) is UNKNOWN
    assert greenhouse_recommendation(literal) is UNKNOWN


@pytest.mark.parametrize("literal", ["definitely_not", "strong_no"])
def test_the_lowest_recommendation_has_two_spellings(literal: str) -> None:
    assert greenhouse_recommendation(literal) == "strong_no"


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("4 - Strong Hire", "strong_yes"),
        ("3 - Yes", "yes"),
        ("2 – No Hire", "no"),
        ("1 - Strong No Hire", "strong_no"),
        ("2", "no"),
        ("3: Ja", "yes"),
    ],
)
def test_lever_labels_go_by_their_digit(label: str, ours: str) -> None:
    assert lever_recommendation(label) == ours


@pytest.mark.parametrize("label", ["Hire", "5 - Best", "10 - Hire", "1 - Strong Yes", "4 - No Hire", "-1"])
def test_a_lever_label_that_is_no_digit_or_contradicts_it_is_not_guessed(label: str) -> None:
    assert lever_recommendation(label) is UNKNOWN


def test_ids_keep_apart_what_is_different() -> None:
    assert criterion_id("Data  Modelling") == "data-modelling"
    assert len({criterion_id(name) for name in ("C", "C++", "C#")}) == 3
    assert criterion_id("x" * 250) != criterion_id("x" * 251)
    assert len(criterion_id("x" * 300)) <= 200
