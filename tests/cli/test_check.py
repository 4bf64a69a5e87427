"""recruiter-kit check: what it prints and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from recruiter_kit.cli.findings import as_json_lines
from tests.cli.running import Run, run
from tests.gold import gold

BAD = "Dear Sam,\nWe had many strong candidates this year.\n"
Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return lambda *words: run(monkeypatch, capsys, *words)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_a_finding_shows_its_line_with_the_span_underlined(cli: Cli, letter: Path) -> None:
    ended = cli("check", letter)
    assert ended.code == 1
    assert "letter.txt:2:" in ended.out
    lines = ended.out.splitlines()
    row = next(place for place, line in enumerate(lines) if line.strip().startswith("^"))
    assert "many strong candidates" in lines[row - 1][lines[row].index("^") : lines[row].rindex("^") + 1]


def test_a_plain_text_ends_with_zero(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("We are not offering you the Data Engineer role.\n", encoding="utf-8")
    ended = cli("check", path)
    assert (ended.code, ended.out) == (0, "0 found.\n")


def test_fail_on_decides_what_is_too_much(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "hedged.txt"
    path.write_text(
        "We are not offering you the role. Perhaps you rushed the second join.\n", encoding="utf-8"
    )
    assert cli("check", path).code == 0
    assert cli("check", path, "--fail-on", "warning").code == 1


def test_json_is_versioned_and_its_offsets_lead_to_the_words(cli: Cli, letter: Path) -> None:
    told = json.loads(cli("check", letter, "--format", "json").out)
    assert told["format"] == "recruiter-kit-check/1"
    assert told["findings"]
    for finding in told["findings"]:
        assert finding["message"]
        assert BAD[finding["start"] : finding["end"]] or finding["start"] == finding["end"]


def test_json_lines_are_one_object_a_line(cli: Cli, letter: Path) -> None:
    lines = cli("check", letter, "--format", "jsonl").out.splitlines()
    assert lines
    assert all(json.loads(line)["file"].endswith("letter.txt") for line in lines)
    assert as_json_lines([]) == ""


def test_sarif_is_what_code_review_tools_read(cli: Cli, letter: Path) -> None:
    told = json.loads(cli("check", letter, "--format", "sarif").out)
    assert told["version"] == "2.1.0"
    (work,) = told["runs"]
    known = {rule["id"] for rule in work["tool"]["driver"]["rules"]}
    for result in work["results"]:
        assert result["ruleId"] in known
        assert result["level"] in ("note", "warning", "error")
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1


def test_a_feedback_is_checked_statement_by_statement(cli: Cli, tmp_path: Path) -> None:
    said = gold().statements
    worse = gold(
        statements=(said[0].model_copy(update={"text": "We had many strong candidates."}), *said[1:])
    )
    path = tmp_path / "feedback.json"
    path.write_text(worse.model_dump_json(), encoding="utf-8")
    ended = cli("check", path)
    assert ended.code == 1
    assert "feedback.json:t1:" in ended.out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("letter.pdf", b"%PDF", "are not checked"),
        ("letter.txt", b"\xff\xff", "not UTF-8"),
        ("other.json", b"[]", "no feedback.json"),
        ("gone.txt", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_said_and_ends_with_two(
    cli: Cli, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    ended = cli("check", path)
    assert ended.code == 2
    assert message in ended.err


def test_one_unreadable_file_does_not_hide_what_is_in_the_other(
    cli: Cli, tmp_path: Path, letter: Path
) -> None:
    ended = cli("check", tmp_path / "gone.txt", letter)
    assert ended.code == 1
    assert "letter.txt:2:" in ended.out
