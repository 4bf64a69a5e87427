"""How values are written on a page."""

from datetime import UTC, date, datetime, timedelta

import pytest

from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Part
from recruiter_kit.web.filters import NAMES, capital, day, moment, sentence, short_day, waiting, word

NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)


def test_dates_and_moments_are_written_as_they_are_read() -> None:
    assert day(date(2026, 11, 2)) == "2 November 2026"
    assert day(None) == ""


@pytest.mark.parametrize(
    ("at", "read"),
    [
        (NOON, "today 13:00"),
        (NOON + timedelta(hours=11), "tomorrow 00:00"),
        (NOON - timedelta(hours=14), "yesterday 23:00"),
        (NOON + timedelta(days=2), "14 November 2026, 13:00"),
    ],
)
def test_a_moment_is_read_as_the_clock_shows_it_where_the_organisation_is(at: datetime, read: str) -> None:
    assert moment(at, NOON, "Europe/Berlin") == read


@pytest.mark.parametrize(
    ("hours", "told", "is_late"),
    [(0, "0 h", False), (24, "24 h", False), (25, "25 h", True), (72, "3 days", True)],
)
def test_who_waits_longer_than_a_day_waits_too_long(hours: int, told: str, is_late: bool) -> None:
    since = NOON - timedelta(hours=hours)
    assert waiting(since, NOON) == told
    assert late(since, NOON) is is_late
    assert not late(None, NOON)


def test_every_name_has_words_of_its_own_without_signs_of_the_program() -> None:
    words = [word(name, kind) for kind, names in NAMES.items() for name in names]
    assert all(words)
    assert not [each for each in words if "_" in each]


@pytest.mark.parametrize(
    ("part", "heading"),
    [(Part.NEEDS, "needs"), (Part.SEEN, "noted"), (Part.ADVICE, "next_step"), (Part.STRENGTH, "strengths")],
)
def test_a_statement_has_the_label_that_the_letter_has_for_it(part: Part, heading: str) -> None:
    assert word(part, "part") == phrasing.say(f"letter.heading.{heading}").rstrip(".")


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("there is no such page", "There is no such page."),
        ("roles.yaml, line 3: a tab", "roles.yaml, line 3: a tab."),
        ("Was it sent?", "Was it sent?"),
        ("waiting; you can undo it", "Waiting; you can undo it."),
    ],
)
def test_messages_are_read_as_sentences(message: str, read: str) -> None:
    assert sentence(message) == read


@pytest.mark.parametrize(
    ("days", "told", "is_late"), [(0, "today", False), (1, "1 day", False), (2, "2 days", True)]
)
def test_a_decision_has_a_day_and_no_hour(days: int, told: str, is_late: bool) -> None:
    decided = datetime(2026, 11, 12, tzinfo=UTC)
    assert waiting(decided, NOON + timedelta(days=days)) == told
    assert late(decided, NOON + timedelta(days=days)) is is_late
