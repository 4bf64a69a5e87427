"""What is in a cell: levels and days, told where they are not understood."""

import pytest

from recruiter_kit.intake.scales import UNKNOWN
from recruiter_kit.intake.table.cell_values import highest_named, level_of, order_of_days, time_of
from recruiter_kit.intake.table.said import Said
from recruiter_kit.model import Scale


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3", 3),
        ("2,5", 2.5),
        (" 2.5 ", 2.5),
        ("4/5", 4),
        ("4 out of 5", 4),
        ("3 von 5", 3),
        ("★★★☆☆", 3),
        ("★★★★★", 5),
        ("⭐️⭐️", 2),
        ("2 stars", 2),
        ("3,5 Sterne", 3.5),
        ("n/a", None),
        ("未評価", None),
        ("", None),
    ],
)
def test_a_level_is_read(text: str, level: float | None) -> None:
    assert level_of(text) == level


@pytest.mark.parametrize("text", ["8/10", "80%", "Good", "4 - Good", "1e5", "A", "3 4", "☆☆", "four"])
def test_a_level_that_may_mean_several_things_is_not_guessed(text: str) -> None:
    assert level_of(text) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "highest", "level"), [("8/10", 10, 8), ("80%", 100, 80), ("2,5 %", 100, 2.5)]
)
def test_a_part_of_the_highest_level_counts_on_a_scale_that_ends_there(
    text: str, highest: int, level: float
) -> None:
    said = Said(columns={}, scale=Scale(lowest=0, highest=highest))
    assert (highest_named(text), level_of(text, said)) == (highest, level)


def test_a_word_means_what_was_said_of_it() -> None:
    said = Said(columns={}, levels={"Good": 4, "–": 1})
    assert [level_of(text, said) for text in ("GOOD", "–")] == [4, 1]


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["22/5/2026", "09/11/2026"], "day_first"),
        (["5/22/2026", "09/11/2026"], "month_first"),
        (["09/11/2026"], "either"),
        (["22/5/2026", "5/22/2026"], None),
        (["46335", "20261109", "2026-11-09"], None),
    ],
)
def test_the_dates_of_a_column_say_their_order(texts: list[str], order: str | None) -> None:
    assert order_of_days(texts) == order


@pytest.mark.parametrize("text", ["46335", "20261109", "09/11/2026", "9 Nov 2026", "31.2.2026", "09.11.26"])
def test_a_day_that_is_not_certain_is_not_guessed(text: str) -> None:
    assert time_of(text, None) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("22/5/2026", "2026-05-22T00:00:00"),
        ("22.5.2026 9:05", "2026-05-22T09:05:00"),
        ("22-05-2026, 9:05 pm", "2026-05-22T21:05:00"),
        ("2026年5月22日", "2026-05-22T00:00:00"),
    ],
)
def test_a_day_is_read_in_the_order_that_was_said(text: str, time: str) -> None:
    assert time_of(text, "day_first") == time
