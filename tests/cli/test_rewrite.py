"""recruiter-kit rewrite: one note a line in, JSON lines out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Run, run

Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return lambda *words: run(monkeypatch, capsys, *words)


def rewritten(cli: Cli, path: Path, *more: str) -> list[dict[str, object]]:
    ended = cli("rewrite", path, *more)
    assert ended.code == 0
    return [json.loads(line) for line in ended.out.splitlines()]


def test_each_line_becomes_one_object(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(
        "Jumped to tables before asking.\n\nReminds me of the other candidate.\n", encoding="utf-8"
    )
    first, second = rewritten(cli, path)
    assert first["text"] == "You jumped to tables before asking."
    assert first["tier"] == "inserted"
    assert second["text"] is None
    assert second["withheld"]


def test_the_candidates_name_becomes_you(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Marta asked what the reports were for.\n", encoding="utf-8")
    (only,) = rewritten(cli, path, "--name", "Marta Silva")
    assert only["text"] == "You asked what the reports were for."
    assert only["tier"] == "sure"


@pytest.mark.parametrize(("content", "message"), [(None, "no such file"), (b"\xff", "not UTF-8")])
def test_what_cannot_be_read_is_said_and_ends_with_two(
    cli: Cli, tmp_path: Path, content: bytes | None, message: str
) -> None:
    path = tmp_path / "notes.txt"
    if content is not None:
        path.write_bytes(content)
    ended = cli("rewrite", path)
    assert ended.code == 2
    assert message in ended.err
