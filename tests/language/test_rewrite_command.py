"""recruiter-kit rewrite: notes in, JSON lines out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from recruiter_kit.cli.rewrite import rewrite
from recruiter_kit.errors import InputError


def run(*arguments: str, given: str | bytes | None = None) -> list[dict[str, object]]:
    result = CliRunner().invoke(rewrite, arguments, input=given, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_each_line_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("\ufeffMissed the join.\r\n\nToo old\n", encoding="utf-8")
    first, second = run(str(path))
    assert first == {
        "note": "Missed the join.",
        "text": "You missed the join.",
        "tier": "inserted",
        "rules": ["subject-you"],
        "inserted": [[0, 3]],
        "reason": None,
        "withheld": None,
    }
    assert second["text"] is None
    assert second["withheld"] == {"rule": "R6", "label": "protected", "quarantined": False}


def test_names_may_be_given() -> None:
    (row,) = run("-", "--name", "Marta Silva", given="Marta's answers were long.")
    assert row["text"] == "Your answers were long."


def test_a_trade_reads_its_own_shorthand() -> None:
    note = "Forgot the pt's wristband"
    (plain,) = run("-", given=note)
    (nursing,) = run("-", "--trade", "nursing", given=note)
    assert plain["text"] is None
    assert nursing["text"] == "You forgot the patient's wristband."


def test_a_missing_file_and_a_foreign_encoding_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        run(str(tmp_path / "none.txt"))
    path = tmp_path / "latin.txt"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(InputError, match="byte 3 is not UTF-8"):
        run(str(path))


def test_help_has_examples() -> None:
    result = CliRunner().invoke(rewrite, ["--help"])
    assert "Examples:" in result.output
