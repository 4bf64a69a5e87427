"""When to ring back: promised with an attempt, open until the next one."""

from datetime import timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.workflow.callbacks import of, open_callbacks
from recruiter_kit.workflow.outcomes import put_right
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.tellings import record_telling
from tests.workflow.build import INES, applied, approved, store


def test_a_candidate_to_be_rung_back_is_listed_until_the_next_attempt(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2"))
    for each in (applied(), applied("a2")):
        approved(db, each)
    later, sooner = now() + timedelta(hours=5), now() + timedelta(hours=2)
    assert record_telling(db, "a1", "phone", "ring_back", INES, ring_at=later) is Status.APPROVED
    record_telling(db, "a2", "phone", "ring_back", INES, ring_at=sooner)
    assert [(each.application, each.by) for each in open_callbacks(db)] == [("a2", INES), ("a1", INES)]
    record_telling(db, "a2", "phone", "reached", INES)
    assert [each.application for each in open_callbacks(db)] == ["a1"]
    assert of(db, "a2") is None


def test_a_callback_is_back_when_the_attempt_that_ended_it_never_was(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    record_telling(db, "a1", "phone", "ring_back", INES, ring_at=now() + timedelta(hours=2))
    record_telling(db, "a1", "phone", "reached", INES)
    put_right(db, "a1", "undone", INES)
    assert [each.application for each in open_callbacks(db)] == ["a1"]


@pytest.mark.parametrize(("hours", "why"), [(None, "the day and the time"), (-1, "passed already")])
def test_the_time_to_ring_back_is_said_and_still_to_come(tmp_path: Path, hours: int | None, why: str) -> None:
    db = store(tmp_path)
    approved(db)
    at = None if hours is None else now() + timedelta(hours=hours)
    with pytest.raises(StoreError, match=why):
        record_telling(db, "a1", "phone", "ring_back", INES, ring_at=at)
