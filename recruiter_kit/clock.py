"""The one clock: the moment in UTC for what is recorded, the day in the organisation's time zone for what is
promised.

In: nothing, or the name of a time zone from the standard. Out: a moment or a day.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today(time_zone: str | None) -> date:
    """Return the day it is in `time_zone` ("Europe/London"), in this machine's own where none is set."""
    return day_of(now(), time_zone)


def day_of(moment: datetime, time_zone: str | None) -> date:
    """Return the day on which `moment` falls in `time_zone`, in this machine's own where none is set."""
    return moment.astimezone(ZoneInfo(time_zone) if time_zone else None).date()


def at_time(day: date, at: time, time_zone: str | None) -> datetime:
    """Return the moment at which the clock in `time_zone`, or this machine's own, shows `at` on `day`."""
    shown = datetime.combine(day, at)
    return shown.replace(tzinfo=ZoneInfo(time_zone)) if time_zone else shown.astimezone()
