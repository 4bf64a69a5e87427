"""Dates and times as ISO 8601 writes them in full, and no others.

In: any value of a file. Out: the day or the moment, or None. "20261109", 46335 (a spreadsheet's number for a
day) and "09/11/2026" may each be several days, so they are none: a date is never guessed.
"""

import re
from datetime import UTC, date, datetime, timedelta

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)


def iso_day(value: object) -> date | None:
    """Return the day of a text such as "2026-11-09", None for anything else."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def iso_time(value: object) -> datetime | None:
    """Return the moment of a text such as "2026-11-09T11:00:00Z", None for anything else.

    The zone may be missing, and so may the time: a day alone is its midnight.
    """
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value.upper())
    except ValueError:
        return None


def time_in_milliseconds(value: object) -> datetime | None:
    """Return the moment of a whole number of milliseconds since 1970, None for anything else.

    One before 2000 or after 2099 counts seconds, or days, or nothing that is known.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    try:
        moment = _EPOCH + timedelta(milliseconds=value)
    except OverflowError:
        return None
    return moment if _EARLIEST <= moment < _LATEST else None
