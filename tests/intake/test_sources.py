"""A new source is one folder and one line: its files are then recognised, read and named in messages."""

from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read, sources
from tests.intake import own_source
from tests.intake.own_source import OWN
from tests.intake.sources import greenhouse_files, write

HIRES = {"hires": [{"id": "7", "job": "Tester", "name": "Noa", "by": "Ana", "stars": 2}]}


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SOURCES", (*sources.SOURCES, OWN))


@pytest.mark.usefixtures("registered")
def test_a_file_of_a_registered_source_is_read_beside_the_others(tmp_path: Path) -> None:
    bundle = read(write(tmp_path, "hires.json", HIRES), *greenhouse_files(tmp_path))
    assert {application.id for application in bundle.applications} == {"7", "201"}
    assert [role.title for role in bundle.roles if role.id == "Tester"] == ["Tester"]


@pytest.mark.usefixtures("registered")
def test_messages_name_a_registered_source(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"expected recruiter-kit/1, .*, Own hires or the scorecard table"):
        read(write(tmp_path, "f.json", {"a": 1}))
    with pytest.raises(InputError, match="this is Own hires; expected a role file"):
        read(*greenhouse_files(tmp_path), role_file=write(tmp_path, "hires.json", HIRES))


def test_a_source_that_is_not_registered_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the headings of this table are not those"):
        read(write(tmp_path, "hires.json", HIRES))


def test_a_source_needs_few_lines() -> None:
    assert len(Path(own_source.__file__).read_text("utf-8").splitlines()) <= 40
