"""recruiter-kit rewrite: one note per line in, JSON lines out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from recruiter_kit.cli.rewrite import rewrite
from tests.cli.running import Run, run

Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return lambda *words: run(monkeypatch, capsys, *words)


def rewritten(*arguments: object, typed: str | None = None) -> list[dict[str, Any]]:
    """Return the objects that the command prints; `typed` is its standard input."""
    result = CliRunner().invoke(rewrite, [str(word) for word in arguments], input=typed)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_each_line_becomes_one_object(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("\ufeffMissed the join.\r\n\nToo old\nReminds me of the other candidate.\n", "utf-8")
    reworded, protected, compared = rewritten(path)
    assert reworded == {
        "note": "Missed the join.",
        "form": "noted",
        "text": "Missed the join.",
        "questions": [],
        "reason": None,
        "withheld": None,
    }
    assert protected["text"] is None
    assert protected["withheld"] == {"rule": "R6", "label": "protected", "quarantined": False}
    assert compared["text"] is None
    assert compared["withheld"]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("Marta asked what the reports were for.", "You asked what the reports were for."),
        ("Marta's answers were long.", "Your answers were long."),
    ],
)
def test_the_candidates_name_becomes_you(note: str, text: str) -> None:
    (only,) = rewritten("-", "--name", "Marta Silva", typed=note)
    assert (only["text"], only["form"]) == (text, "addressed")


def test_where_one_answer_settles_whom_it_means_it_is_asked() -> None:
    (only,) = rewritten("-", typed="Explained the drip to the patient and asked her to say it back.")
    assert (only["text"], only["form"]) == (None, "asked")
    assert [choice["label"] for choice in only["questions"][0]["choices"]] == [
        "the candidate",
        "the patient",
        "somebody else",
    ]


def test_a_trade_reads_its_own_shorthand() -> None:
    note = "Forgot the pt's wristband"
    (plain,) = rewritten("-", typed=note)
    (nursing,) = rewritten("-", "--trade", "nursing", typed=note)
    assert plain["text"] == "Forgot the pt's wristband."
    assert nursing["text"] == "Forgot the patient's wristband."


@pytest.mark.parametrize(
    ("content", "message"), [(None, "no such file"), (b"caf\xe9", "byte 3 is not UTF-8")]
)
def test_what_cannot_be_read_is_said_and_ends_with_two(
    cli: Cli, tmp_path: Path, content: bytes | None, message: str
) -> None:
    path = tmp_path / "notes.txt"
    if content is not None:
        path.write_bytes(content)
    ended = cli("rewrite", path)
    assert ended.code == 2
    assert message in ended.err


def test_help_has_examples(cli: Cli) -> None:
    assert "Examples:" in cli("rewrite", "--help").out
