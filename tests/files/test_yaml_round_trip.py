"""A settings file that a person wrote keeps that person's words when the app changes a value in it."""

from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.files.yaml_round_trip import change_yaml
from recruiter_kit.files.yaml_text import parse_yaml

WRITTEN = """\
# Agreed with the works council.
country: NO
sender:
  name: 'Ines Okoro'  # since May
  title: Talent Partner
  # Her own address, not the shared one.
  email: ines@example.org

# Two weeks, as in the policy.
dispute_days: 14
organisation: Northgate
# As printed.
page: A4
"""

TYPED = (
    *("1.5e3", "0x1f", "5.", ".5", "1_000", "2026-11-27"),
    *("null", "~", "yes", "on", "True"),
    *("a: b", "- x", "# none", "@x", "&a", "*a", "{a}", "[a]", "'quoted'", "back\\slash"),
    *("Zoë & Söhne", "x" * 200 + " " + "y" * 200),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def accept(content: bytes) -> bytes:
    return content


def test_norway_stays_a_country(file: Path) -> None:
    change_yaml(file, {"page": "Letter"}, accept)
    assert "country: NO\n" in file.read_text("utf-8")


def test_nothing_but_the_value_changes(file: Path) -> None:
    change_yaml(file, {"dispute_days": 21, "sender": {"name": "Ines Okoro"}}, accept)
    assert file.read_text("utf-8") == WRITTEN.replace("14", "21")


def test_a_removed_setting_takes_no_comment_of_another_along(file: Path) -> None:
    change_yaml(file, {"organisation": None, "sender": {"title": None, "email": None}}, accept)
    left = file.read_text("utf-8")
    comments = [line.strip() for line in WRITTEN.splitlines() if line.strip().startswith("#")]
    assert [line.strip() for line in left.splitlines() if line.strip().startswith("#")] == comments
    assert parse_yaml(left, "settings.yaml").value == {
        "country": "NO",
        "sender": {"name": "Ines Okoro"},
        "dispute_days": 14,
        "page": "A4",
    }


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_is_read_as_it_was_typed(file: Path, typed: str) -> None:
    change_yaml(file, {"organisation": typed}, accept)
    value = parse_yaml(file.read_text("utf-8"), "settings.yaml").value
    assert value["organisation"] == typed


@pytest.mark.parametrize(
    ("broken", "where"),
    [("a: 1\nb: [", "line 2"), ("a: &x 1\nb: *x\n", "line 1"), ("- a\n", "settings.yaml")],
)
def test_a_broken_file_is_refused_with_its_place_and_left_alone(file: Path, broken: str, where: str) -> None:
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(InputError, match=where):
        change_yaml(file, {"page": "A4"}, accept)
    assert file.read_text("utf-8") == broken


def test_what_is_not_accepted_is_not_written(file: Path) -> None:
    def refuse(content: bytes) -> None:
        raise InputError(f"{len(content)} bytes were refused")

    with pytest.raises(InputError, match="were refused"):
        change_yaml(file, {"page": "Letter"}, refuse)
    assert file.read_text("utf-8") == WRITTEN


def test_a_file_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    change_yaml(
        tmp_path / "new.yaml", {"page": "A4", "organisation": None, "sender": {"name": "Ines"}}, accept
    )
    assert (tmp_path / "new.yaml").read_text("utf-8") == "page: A4\nsender:\n  name: Ines\n"
