"""recruiter-kit check: what it prints and how it ends."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from recruiter_kit.cli.findings import as_json_lines
from recruiter_kit.review.statements import check_feedback
from recruiter_kit.review.suppressions import suppress
from tests.cli.running import Run, run
from tests.gold import gold
from tests.places import DOCS

BAD = "Dear Sam,\nWe had many strong candidates this year.\n"
SCHEMA = json.loads((DOCS / "recruiter-kit-findings-1.schema.json").read_text(encoding="utf-8"))
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


def test_json_fits_its_published_schema_and_its_positions_lead_to_the_words(cli: Cli, letter: Path) -> None:
    told = json.loads(cli("check", letter, "--format", "json").out)
    jsonschema.validate(told, SCHEMA)
    assert told["format"] == "recruiter-kit-findings/1"
    on_words = [each for each in told["findings"] if each["position"]]
    assert on_words
    for each in on_words:
        place = each["position"]
        assert BAD[place["start"] : place["end"]] == each["marked"]
        line = BAD.splitlines()[place["line"] - 1]
        assert line[place["column"] - 1 :].startswith(each["marked"])


def test_json_lines_are_one_object_a_line(cli: Cli, letter: Path) -> None:
    lines = cli("check", letter, "--format", "jsonl").out.splitlines()
    assert lines
    assert all(json.loads(line)["file"].endswith("letter.txt") for line in lines)
    assert as_json_lines([]) == ""


def test_sarif_is_what_code_review_tools_read(cli: Cli, letter: Path) -> None:
    told = json.loads(cli("check", letter, "--format", "sarif").out)
    assert told["version"] == "2.1.0"
    (work,) = told["runs"]
    assert work["columnKind"] == "unicodeCodePoints"
    known = {rule["id"] for rule in work["tool"]["driver"]["rules"]}
    regions = []
    for result in work["results"]:
        assert result["ruleId"] in known
        assert result["level"] in ("note", "warning", "error")
        assert result["message"]["text"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("letter.txt")
        regions += (
            [location["physicalLocation"]["region"]] if "region" in location["physicalLocation"] else []
        )
    assert regions
    for region in regions:
        assert region["startLine"] == 2
        assert BAD[region["charOffset"] :][: region["charLength"]].startswith("many strong")


def test_a_suppressed_finding_is_shown_as_such_and_does_not_count(cli: Cli, tmp_path: Path) -> None:
    said = gold().statements
    hedged = gold(
        statements=(*said[:4], said[4].model_copy(update={"text": "You were slightly late."}), *said[5:])
    )
    kept = hedged
    for each in check_feedback(hedged, ()):
        kept = suppress(kept, each, "Four minutes by the clock.", "Dana Okafor", date(2026, 11, 13))
    path = tmp_path / "feedback.json"
    path.write_text(hedged.model_dump_json(), encoding="utf-8")
    open_ = cli("check", path, "--format", "json", "--fail-on", "warning")
    path.write_text(kept.model_dump_json(), encoding="utf-8")
    ended = cli("check", path, "--format", "json", "--fail-on", "warning")
    told = json.loads(ended.out)
    jsonschema.validate(told, SCHEMA)
    assert {each["suppressed"]["by"] for each in told["findings"]} == {"Dana Okafor"}
    assert len(told["findings"]) == len(json.loads(open_.out)["findings"]) > 0
    assert "Suppressed by Dana Okafor on 2026-11-13: Four minutes" in cli("check", path).out
    sarif = json.loads(cli("check", path, "--format", "sarif").out)
    assert any("suppressions" in each for each in sarif["runs"][0]["results"])
    assert (open_.code, ended.code) == (1, 0)


def test_notes_are_looked_at_for_what_makes_them_usable(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Did not ask for the order.\nGreat candidate.\n", encoding="utf-8")
    ended = cli("check", "--notes", path, "--fail-on", "warning")
    assert ended.code == 1
    assert "notes.txt:2:1: warning: incomplete" in ended.out


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
        ("letter.docx", b"PK broken", "this Word document cannot be read"),
        ("letter.eml", b"no headers here", "not an e-mail"),
        ("letter.md", b"a\0b", "not text"),
        ("letter.html", b'<meta charset="klingon">', "klingon"),
        ("other.json", b"[]", "not a feedback.json"),
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
