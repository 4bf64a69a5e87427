"""A date is read as ISO 8601 writes it in full; whatever may be another day is none."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from recruiter_kit.dates import iso_day, iso_time, time_in_milliseconds
from recruiter_kit.model import Decision, Scorecard

ZONES = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
NUMBERS = st.integers(0, 10**14) | st.floats(allow_nan=False, allow_infinity=False)
NONE = [
    "46335",
    "20261109",
    "20261109T110000Z",
    "1794222000",
    "1794222000000",
    "09/11/2026",
    "2026-11-9",
    "2026-W46-1",
    "2026-313",
    "2026-02-30",
    "2026-11-09T",
    "2026-11-09T25:00",
    "2026-11-09T11:00 UTC",
    "٢٠٢٦-١١-٠٩",
    "",
]


def a_card(submitted_at: Any) -> Scorecard:
    return Scorecard.model_validate_json(json.dumps({"id": "s1", "submitted_at": submitted_at}), strict=True)


def a_decision(decided_on: Any) -> Decision:
    value = {"outcome": "not_offered", "reason": "other", "decided_by": "Ines", "decided_on": decided_on}
    return Decision.model_validate_json(json.dumps(value), strict=True)


@given(st.dates())
def test_a_day_written_in_full_is_that_day(day: date) -> None:
    assert iso_day(day.isoformat()) == day
    assert a_decision(day.isoformat()).decided_on == day
    assert a_card(day.isoformat()).submitted_at == datetime(day.year, day.month, day.day)


@given(st.datetimes(timezones=ZONES))
def test_a_time_written_in_full_is_that_time(moment: datetime) -> None:
    assert iso_time(moment.isoformat()) == moment
    assert iso_time(moment.isoformat(" ")) == moment
    assert a_card(moment.isoformat()).submitted_at == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-09", datetime(2026, 11, 9)),
        ("2026-11-09T11:00", datetime(2026, 11, 9, 11)),
        ("2026-11-09t11:00:00z", datetime(2026, 11, 9, 11, tzinfo=UTC)),
        ("2026-11-09T12:00:00.000+0100", datetime(2026, 11, 9, 11, tzinfo=UTC)),
        ("2026-11-09 12:00+01", datetime(2026, 11, 9, 11, tzinfo=UTC)),
    ],
)
def test_the_time_and_the_zone_may_be_written_shortly(text: str, moment: datetime) -> None:
    assert iso_time(text) == moment
    assert a_card(text).submitted_at == moment


@pytest.mark.parametrize("text", NONE)
def test_what_may_be_another_day_is_none(text: str) -> None:
    assert iso_day(text) is None
    assert iso_time(text) is None
    with pytest.raises(ValidationError):
        a_card(text)
    with pytest.raises(ValidationError):
        a_decision(text)


@given(NUMBERS | NUMBERS.map(str) | st.booleans() | st.text(alphabet="0123456789", max_size=14))
def test_a_number_is_never_a_date(value: object) -> None:
    assert iso_day(value) is None
    assert iso_time(value) is None
    for read in (a_card, a_decision):
        with pytest.raises(ValidationError):
            read(value)


def test_a_decision_has_a_day_and_no_time() -> None:
    with pytest.raises(ValidationError):
        a_decision("2026-11-12T10:00:00Z")


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)))
def test_milliseconds_are_read_where_a_source_counts_them(moment: datetime) -> None:
    whole = moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
    count = (whole - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    assert time_in_milliseconds(count) == whole


@pytest.mark.parametrize("value", [46335, 1794222000, 10**17, 10**30, -1, True, 1.5, "1794222000000", None])
def test_days_and_seconds_are_no_milliseconds(value: object) -> None:
    assert time_in_milliseconds(value) is None
