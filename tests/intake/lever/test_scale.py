import pytest

from recruiter_kit.intake.lever.scale import lever_recommendation
from recruiter_kit.intake.scales import UNKNOWN


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
