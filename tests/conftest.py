"""What holds for every test: an installation that one test sets is not there for the next."""

import pytest

from recruiter_kit.installation import VARIABLE


@pytest.fixture(autouse=True)
def no_installation_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
