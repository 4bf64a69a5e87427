"""The events of the audit log: each is recorded somewhere, and the documentation has the same list."""

import pytest

from recruiter_kit.store.events import Event, as_table
from tests.places import DOCS, PACKAGE


def test_the_documentation_has_every_event() -> None:
    assert as_table() in (DOCS / "operating.md").read_text("utf-8")


@pytest.mark.parametrize("event", Event)
def test_every_event_is_recorded_somewhere(event: Event) -> None:
    said = [file for file in PACKAGE.rglob("*.py") if f"Event.{event.name}" in file.read_text("utf-8")]
    assert said, f"nobody records {event}"


def test_two_events_are_never_called_the_same() -> None:
    assert len({event.value for event in Event}) == len(list(Event)) == len(Event.__members__)
