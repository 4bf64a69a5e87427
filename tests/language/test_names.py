"""Other people's names in a note."""

import pytest

from recruiter_kit.language.names import Names
from recruiter_kit.model import Candidate

PEOPLE = ("Tom Hale", "Will May", "王小明", "Ana Reyes", "An Li")
NAMES = Names.of(PEOPLE, own=Candidate(given_name="Marta", family_name="Hale"))


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Reminds me of Tom who we turned down.", "Tom"),
        ("Tom's query was better.", "Tom"),
        ("I asked Will about it.", "Will"),
        ("reyes liked it", "reyes"),
        ("An Li said so.", "An"),
        ("比王小明好", "王小明"),
    ],
)
def test_somebody_else_is_found(sentence: str, named: str) -> None:
    assert NAMES.found_in(sentence) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "She will come in May.",
        "Hale did well.",
        "Marta asked two questions.",
        "Asked an lithe question.",
        "Wrote the tests first.",
        "",
    ],
)
def test_the_candidate_and_plain_words_are_nobody_else(sentence: str) -> None:
    assert NAMES.found_in(sentence) is None


def test_without_people_nobody_is_found() -> None:
    assert Names.of().found_in("Tom Hale") is None
