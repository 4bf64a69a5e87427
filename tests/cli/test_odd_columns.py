"""recruiter-kit columns: what is suggested is written, and read back with --columns."""

from pathlib import Path

import pytest

from recruiter_kit.intake import read
from tests.cli.running import Run, run
from tests.own_table import OWN


def columns(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object) -> Run:
    return run(monkeypatch, capsys, "columns", *words)


def test_what_is_suggested_is_written_and_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.csv").write_text(OWN)
    ended = columns(monkeypatch, capsys, tmp_path / "own.csv", "--out", tmp_path / "columns.yaml")
    assert (ended.code, ended.out) == (0, "")
    assert "Check every line" in ended.err
    bundle = read(tmp_path / "own.csv", columns=tmp_path / "columns.yaml")
    assert bundle.applications[0].candidate.full_name == "Noa Berg"


def test_without_a_file_it_goes_to_the_screen_with_what_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.csv").write_text(OWN.replace(";2;", ";Good;").replace("Job title", "Mood"))
    ended = columns(monkeypatch, capsys, tmp_path / "own.csv")
    assert '# to do: levels: {"Good": a number' in ended.out
    assert "# to do: constant: {role:" in ended.out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the file is empty"),
        ("Candidate;Role;Score;Comments\n", "there is no row below the headings"),
        ("hello\nthere\n", "there is one column only (hello)"),
        ("application,given_name,role,interviewer,criterion\na1,Noa,DE,Ana,Go\n", "no table of their own"),
    ],
)
def test_where_there_is_nothing_to_say_it_ends_with_two_and_says_why(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: str,
    message: str,
) -> None:
    (tmp_path / "own.csv").write_text(content)
    ended = columns(monkeypatch, capsys, tmp_path / "own.csv")
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_of_several_files_the_readable_ones_are_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.csv").write_text(OWN)
    (tmp_path / "empty.csv").write_text("")
    ended = columns(monkeypatch, capsys, tmp_path / "empty.csv", tmp_path / "own.csv")
    assert ended.code == 0
    assert "# own.csv" in ended.out
