"""When mail may leave: by day where the candidate is, which is where the role is unless nobody knows.

In: a country, and the organisation's time zone. Out: the candidate's time zone, and moments in UTC.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

EVENING, DAY, MORNING = time(20), time(8), time(9)


def zone_of(country: str | None, otherwise: str | None) -> str | None:
    """Return the time zone of a country that has one, `otherwise` where that is not certain."""
    zones = _zones().get(country or "", ())
    hours = {datetime.now(ZoneInfo(zone)).utcoffset() for zone in zones}
    return zones[0] if len(hours) == 1 else otherwise


def at_night(moment: datetime, zone: str | None) -> bool:
    """Whether it is between the evening and the day there."""
    there = _there(moment, zone).time()
    return there >= EVENING or there < DAY


def next_morning(moment: datetime, zone: str | None) -> datetime:
    """Return nine o'clock there, tomorrow; of the same day while that is still night."""
    there = _there(moment, zone)
    day = there.date() if there.time() < DAY else there.date() + timedelta(days=1)
    return at(datetime.combine(day, MORNING), zone)


def at(there: datetime, zone: str | None) -> datetime:
    """Return the moment at which a clock there, without a zone of its own, shows this."""
    return (there.replace(tzinfo=ZoneInfo(zone)) if zone else there.astimezone()).astimezone(UTC)


def _there(moment: datetime, zone: str | None) -> datetime:
    return moment.astimezone(ZoneInfo(zone) if zone else None)


@cache
def _zones() -> Mapping[str, Sequence[str]]:
    """Return the time zones by country, the one of most people first."""
    found: dict[str, list[str]] = {}
    table = (files("tzdata") / "zoneinfo" / "zone1970.tab").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            countries, _, zone = line.split("\t")[:3]
            for country in countries.split(","):
                found.setdefault(country, []).append(zone)
    return found
