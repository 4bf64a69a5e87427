"""A text that holds none of the literals of a pattern cannot match it."""

import pytest

from recruiter_kit.language.checking.engine.literals import parsed, ways


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("Candidates?", [["candidate|candidates"]]),
        (r"your (?:\w+ )?(?:weak|bad) plan", [["your ", "bad plan|weak plan"]]),
        (r"synerg\w+", [["synerg"]]),
        (r"(?:no|\w+n't) chance", [["n't chance"], ["no chance"]]),
        (r"(?:at|in) (?:the )?end(?= of)", [["at end|at the end|in end|in the end"]]),
        (r"\w+", [[]]),
    ],
)
def test_the_ways_to_hold_a_pattern_are_pieces_that_must_all_be_there(
    pattern: str, expected: list[list[str]]
) -> None:
    assert [["|".join(piece) for piece in way] for way in ways(parsed(pattern))] == expected
