"""How values are written on a page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Part
from recruiter_kit.web.filters import (
    NAMES,
    capital,
    day,
    moment,
    sentence,
    short_day,
    waiting,
    without_rules,
    word,
)
from tests.web.conftest import As

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


@pytest.mark.parametrize(("hours", "told"), [(0, "0 h"), (24, "24 h"), (25, "25 h"), (72, "3 days")])
def test_a_wait_is_told_in_hours_and_then_in_days(hours: int, told: str) -> None:
    assert waiting(NOON - timedelta(hours=hours), NOON) == told


def test_a_list_says_a_day_without_the_year_while_it_is_this_one() -> None:
    assert short_day(NOON.date(), NOON.date()) == "12 November"
    assert short_day(NOON.date(), NOON.date() + timedelta(days=100)) == "12 November 2026"
    assert capital("due today") == "Due today"


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


@pytest.mark.parametrize(("days", "told"), [(0, "today"), (1, "1 day"), (2, "2 days")])
def test_a_decision_has_a_day_and_no_hour(days: int, told: str) -> None:
    decided = datetime(2026, 11, 12, tzinfo=UTC)
    assert waiting(decided, NOON + timedelta(days=days)) == told


def test_a_message_names_colleagues_and_no_rule_or_path_of_ours(app: Flask, signed_in: As) -> None:
    signed_in("lead")
    with app.test_request_context():
        said = without_rules(
            "lead@example.org is handling this (R14); x@example.org is not (see docs/words.md)"
        )
        assert said == "Lead is handling this; x@example.org is not"
