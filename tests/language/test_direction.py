"""What a sentence says for or against the candidate."""

import pytest

from recruiter_kit.feedback import Direction
from recruiter_kit.language.direction import direction
from recruiter_kit.model import Scale
from tests.language.corpus import rows

FIVE = Scale()


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Explained the trade-offs clearly.", "strength"),
        ("Couldn't explain the trade-offs.", "gap"),
        ("Missed the edge case.", "gap"),
        ("Never missed an edge case.", "strength"),
        ("Solved it without prompting.", "strength"),
        ("Not confident with pivot tables.", "gap"),
        ("Clear structure but no numbers.", "gap"),
        ("Slow start but recovered well.", "strength"),
        ("Although he has the certs, he couldn't apply them.", "gap"),
        ("Stuck on window functions, needed a hint", "gap"),
        ("Had read the brief, asked 2 good Qs about the warehouse team", "strength"),
        ("Jumped to tables before asking what the reports were for.", "gap"),
    ],
)
def test_words_negation_and_contrast_decide(note: str, said: str) -> None:
    assert direction(note, None, None, FIVE) is Direction(said)
    assert direction(note, 5, 1, FIVE) is Direction(said)


def test_the_level_decides_where_words_do_not() -> None:
    note = "Used React for the exercise."
    assert direction(note, 2, 4, FIVE) is Direction.GAP
    assert direction(note, 4, 4, FIVE) is Direction.STRENGTH
    assert direction(note, None, 4, FIVE) is Direction.NEUTRAL
    assert direction(note, 3, None, FIVE) is Direction.NEUTRAL
    assert direction(note, 4, None, FIVE) is Direction.STRENGTH


def test_labelled_notes_are_read_right_with_their_level() -> None:
    labelled = [row for row in rows("notes/worded_own") if "direction" in row]
    level = {"gap": 2, "strength": 4, "neutral": 3}
    right = [
        row
        for row in labelled
        if direction(row["note"], level[row["direction"]], 3, FIVE) == row["direction"]
    ]
    assert len(right) / len(labelled) >= 0.91


def test_the_level_never_turns_words_round() -> None:
    assert direction("Had difficulty in reading the second table of the sheet.", 5, 3, FIVE) is Direction.GAP
    assert direction("Limited grasp of how the two depots share stock.", 4, 3, FIVE) is Direction.GAP
    assert direction("Worked the first table out clearly and correctly.", 1, 3, FIVE) is Direction.STRENGTH


def test_what_is_quoted_does_not_judge() -> None:
    note = 'Couple came in for "the warm jacket from the window".'
    assert direction(note, None, None, FIVE) is Direction.NEUTRAL
