"""One clock: the day of a promise begins and ends where the organisation is."""

from datetime import UTC, date, datetime

import pytest

from recruiter_kit import clock
from recruiter_kit.errors import StoreError
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.workflow.approval import refuse_when_over
from tests.workflow.build import feedback

# 17:30 on 26 November in Los Angeles, 01:30 on the 27th in London.
EVENING = datetime(2026, 11, 27, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"), [("America/Los_Angeles", 26), ("Europe/London", 27), ("Asia/Tokyo", 27)]
)
def test_a_day_is_that_of_the_organisation(monkeypatch: pytest.MonkeyPatch, zone: str, day: int) -> None:
    monkeypatch.setattr(clock, "now", lambda: EVENING)
    assert clock.today(zone) == date(2026, 11, day)


def test_without_a_time_zone_it_is_the_day_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: EVENING)
    assert clock.today(None) == EVENING.astimezone().date()


def test_the_last_day_to_object_lasts_until_midnight_where_the_organisation_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: EVENING)
    refuse_when_over(to_object("America/Los_Angeles"))
    with pytest.raises(StoreError, match="2026-11-26"):
        refuse_when_over(to_object("Europe/London"))


def to_object(zone: str) -> Feedback:
    text = "If we have a fact wrong, write to us by 26 November 2026."
    said = Statement(id="d2", part=Part.DISPUTE, text=text, basis=Basis.STANDARD)
    drafted = feedback(time_zone=zone)
    return drafted.model_copy(update={"statements": (*drafted.statements, said)})
