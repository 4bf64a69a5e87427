import pytest

from recruiter_kit.intake.greenhouse.scale import greenhouse_level, greenhouse_recommendation
from recruiter_kit.intake.scales import UNKNOWN


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
