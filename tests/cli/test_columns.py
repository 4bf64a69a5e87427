"""Saying which column of a table holds what, at a command line that nobody types at."""

import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.running import run


def written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> str:
    monkeypatch.setattr(sys, "stdin", StringIO())
    (tmp_path / "t.csv").write_text(text, "utf-8")
    return run(monkeypatch, capsys, "columns", tmp_path / "t.csv").out


def test_what_no_table_says_is_still_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = written(tmp_path, monkeypatch, capsys, "ApplicationID,Interviewer,RatingTiling\na1,Ana,3\n")
    assert "# to do: no column holds the candidate's name; say which does" in out
    out = written(tmp_path, monkeypatch, capsys, "Date,Interviewer,RatingTiling\n2026-11-09,Ana,3\n")
    assert "says whose a row is" in " ".join(out.replace("#", " ").split())


def test_nothing_is_to_do_where_a_table_says_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Candidate,Job title,Assessor,Tiling score\nNoa Berg,Builder,Ana,3\n"
    assert "to do" not in written(tmp_path, monkeypatch, capsys, text)


def test_a_list_of_candidates_alone_holds_no_scorecards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = written(tmp_path, monkeypatch, capsys, "id_candidat,nom,prenom,experience\n7,Berg,Noa,senior\n")
    assert "# to do: nothing in the table with id_candidat, nom, prenom … is a criterion" in out
