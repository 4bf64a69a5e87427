"""From a table to letters without writing a role file by hand."""

import sys
from io import StringIO
from pathlib import Path

import pytest

from recruiter_kit import compose, read
from recruiter_kit.feedback import Part
from tests.cli.running import Run, run

TABLE = """application,given_name,family_name,role,organisation,scorecard,interviewer,criterion,level,note
a1,Marta,Silva,Ward Nurse,Harbour Hospital,s1,Ana Reyes,1. Hand-over,2,Left out the allergy at the handover.
a1,,,Ward Nurse,,s2,Omar Haddad,1. Hand-over,2,Forgot to name the next dose.
a1,,,Ward Nurse,,s1,,Drug calculations,4,Worked out the dose and checked it twice.
"""
DECISIONS = """application,outcome,reason,decisive,decided_by,decided_on
a1,not_offered,below_bar,Handover,Ines Duarte,2026-11-12
"""
LIKE = """id: staff
title: Staff Nurse
criteria:
  - {id: h, name: Handover, kind: experience_and_skills, required: 4}
  - {id: m, name: Medicines management, kind: preparation, required: 3}
"""


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "stdin", StringIO())
    for name, text in (("t.csv", TABLE), ("d.csv", DECISIONS), ("like.yaml", LIKE)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / "t.csv"


class Typed:
    """Runs `role new` with what a person would type."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *words: object, answers: str | None = None) -> Run:
        if answers is not None:
            self.monkeypatch.setattr(sys, "stdin", Terminal(answers))
        return run(self.monkeypatch, self.capsys, "role", "new", *words)


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(monkeypatch, capsys)


def test_it_writes_what_is_known_and_what_is_to_do(table: Path, new: Typed) -> None:
    result = new(table)
    assert result.code == 0
    assert "  # rated 2 by 2 interviewers\n  - id: 1.-hand-over\n    name: 1. Hand-over\n" in result.out
    assert "# to do: required: a level from 1 to 5" in result.out
    assert "2 criteria; required levels still to fill in: 2." in result.err


def test_what_it_writes_can_be_read_at_once_and_makes_letters_once_it_is_filled_in(
    table: Path, new: Typed
) -> None:
    role = table.parent / "role.yaml"
    assert new(table, "--out", role).code == 0
    assert read(table, role_file=role).applications
    role.write_text(
        role.read_text("utf-8").replace("# to do: required: a level from 1 to 5", "required: 4"), "utf-8"
    )
    bundle = read(table, table.parent / "d.csv", role_file=role)
    assert [notice.message for notice in bundle.notices if notice.kind == "error"] == []
    feedback = compose(bundle.applications[0], bundle.roles[0])
    parts = [statement.part for statement in feedback.statements]
    assert Part.SEEN in parts
    # Without a text for the level the letter quotes none.
    assert Part.NEEDS not in parts
    assert not [
        finding
        for finding in feedback.findings
        if finding.rule.endswith("no_level_text") and finding.severity == "error"
    ]


def test_like_fills_in_the_same_and_only_suggests_what_is_near(table: Path, new: Typed) -> None:
    out = new(table, "--like", table.parent / "like.yaml").out
    assert "    required: 4  # from Staff Nurse, “Handover”\n" in out
    assert "    #   3 (from Staff Nurse, “Medicines management”)\n" in out


def test_at_a_terminal_it_asks_with_suggestions_until_the_answer_can_be_used(table: Path, new: Typed) -> None:
    # Handover comes from --like; for the calculations: the third kind, no such level, the suggested one.
    result = new(table, "--like", table.parent / "like.yaml", answers="1\n9\n\n")
    assert "“9” is not a level of the scale; expected a number from 1 to 5" in result.err
    assert "    kind: interview_performance\n" in result.out
    assert "    required: 3\n" in result.out
    assert result.err.endswith("required levels still to fill in: 0.\n")


def test_enter_leaves_open_what_nothing_suggests_and_a_dash_leaves_open_the_rest(
    table: Path, new: Typed
) -> None:
    assert "required levels still to fill in: 2." in new(table, answers="\n\n\n\n").err
    like = new(table, "--like", table.parent / "like.yaml", answers="-\n-\n")
    assert "required levels still to fill in: 1." in like.err


def test_several_roles_are_in_one_file(table: Path, new: Typed) -> None:
    table.write_text(
        TABLE + "a2,Olu,Ade,Porter,Harbour Hospital,s9,Ana Reyes,Lifting,3,Asked for help.\n", "utf-8"
    )
    out = new(table).out
    assert "roles:\n  - id: ward-nurse\n" in out
    assert "  - id: porter\n" in out


def test_a_file_that_is_there_is_not_written_over(table: Path, new: Typed) -> None:
    result = new(table, "--out", table)
    assert (result.code, table.read_text("utf-8")) == (2, TABLE)
    assert "there is such a file already" in result.err


def test_a_role_to_go_by_that_cannot_be_used_is_named(table: Path, new: Typed) -> None:
    like = table.parent / "like.yaml"
    like.write_text(
        "id: staff\ntitle: Staff Nurse\ncriteria: [{id: h, name: Handover, required: 9}]\n", "utf-8"
    )
    result = new(table, "--like", like)
    assert result.code == 2
    assert "like.yaml: the required level 9.0 is outside the scale" in result.err
