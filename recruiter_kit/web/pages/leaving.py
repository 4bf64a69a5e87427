"""When a message leaves: now, tomorrow morning where the candidate is, or at a time that was typed.

In: the application and the form. Out: what is offered, and the moment that was asked for. By night only where
somebody says so.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from flask import request

from recruiter_kit import clock
from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.filters import moment
from recruiter_kit.workflow import applications, hours

FURTHEST = timedelta(days=60)


class Leaving(NamedTuple):
    """What is offered: the next morning there, in words, and whether it is night there now."""

    morning: str
    night: bool
    now: str
    elsewhere: bool
    """Whether the candidate's clock is another one than the organisation's."""


def zone_of(application: str) -> str | None:
    """Return the time zone of the role's country, the organisation's where that is not certain."""
    role = applications.role(store(), applications.application(store(), application).role)
    return hours.zone_of(role.country, standard().time_zone)


def offered(application: str) -> Leaving:
    """Return what is offered for a message to this candidate."""
    zone, at = zone_of(application), clock.now()
    own = standard().time_zone
    return Leaving(
        moment(hours.next_morning(at, zone), at, zone),
        hours.at_night(at, zone),
        moment(at, at, zone).rpartition(" ")[2],
        moment(at, at, zone) != moment(at, at, own),
    )


def asked(application: str) -> datetime | None:
    """Return the moment that the form asks for, None for now.

    Raises StoreError for a time that has passed, too far away, at night without saying so, or none.
    """
    when, at = request.form.get("when", "now"), clock.now()
    if when == "morning":
        return hours.next_morning(at, zone_of(application))
    if when != "chosen":
        return None
    zone = zone_of(application)
    try:
        found = hours.at(datetime.fromisoformat(request.form.get("at", "")).replace(tzinfo=None), zone)
    except (ValueError, OverflowError) as error:
        raise StoreError.of("schedule_none") from error
    if found <= at:
        raise StoreError.of("schedule_past")
    if found - at > FURTHEST:
        raise StoreError.of("schedule_far", days=FURTHEST.days)
    if hours.at_night(found, zone) and request.form.get("night") != "yes":
        raise StoreError.of("schedule_night")
    return found


def said(at: datetime, application: str) -> str:
    """Return when it leaves, as the candidate's clock shows it."""
    zone = zone_of(application)
    there = moment(at, zone=zone)
    return there if there == moment(at, zone=standard().time_zone) else say("their_time", when=there)
