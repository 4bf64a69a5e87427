"""When a scorecard was submitted: what is not understood is told, and the scorecard kept without."""

import pytest

from recruiter_kit.files.place import Where
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.model import Notice


def read(written: object) -> tuple[str | None, list[tuple[str, str]]]:
    notices: list[Notice] = []
    moment = moment_in({"at": written}, "at", Where("export.json", "[3]"), notices)
    return moment, [(notice.place, notice.kind) for notice in notices]


@pytest.mark.parametrize("written", ["2026-11-09T11:00:00Z", " 2026-11-09 11:00:00+0000 "])
def test_a_moment_is_read(written: str) -> None:
    assert read(written) == ("2026-11-09T11:00:00+00:00", [])


@pytest.mark.parametrize("written", [None, "", " ", False])
def test_nothing_is_nothing(written: object) -> None:
    assert read(written) == (None, [])


@pytest.mark.parametrize("written", [46335, "46335", "20261109", 1794222000, "9 Nov 2026", True, [], {}])
def test_what_may_be_another_day_is_told(written: object) -> None:
    assert read(written) == (None, [("[3].at", "not_understood")])
