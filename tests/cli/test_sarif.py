"""What `check --format sarif` writes fits the published schema of SARIF 2.1.0."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from recruiter_kit.review.statements import check_feedback
from recruiter_kit.review.suppressions import suppress
from tests.cli.running import Run, run
from tests.gold import gold
from tests.places import CORPORA, ROOT

SCHEMA = json.loads((ROOT / "tests/samples/sarif-2.1.0.schema.json").read_text("utf-8"))
LETTERS = sorted((CORPORA / "letters").glob("*.[tm][xd]*"))

Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return lambda *words: run(monkeypatch, capsys, *words)


def errors(told: str) -> list[str]:
    return [error.message for error in Draft4Validator(SCHEMA).iter_errors(json.loads(told))]


def test_letters_good_and_bad(cli: Cli) -> None:
    assert len(LETTERS) > 5
    told = cli("check", *LETTERS, "--format", "sarif").out
    assert errors(told) == []
    assert json.loads(told)["runs"][0]["results"]


def test_a_name_with_spaces_is_an_address(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "letter to Ana & Bo.txt"
    path.write_text("Unfortunately it is a no.\n", encoding="utf-8")
    told = cli("check", path, "--format", "sarif").out
    assert errors(told) == []
    (location,) = json.loads(told)["runs"][0]["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"].endswith(
        "letter%20to%20Ana%20%26%20Bo.txt"
    )


def test_a_feedback_with_a_suppressed_finding(cli: Cli, tmp_path: Path) -> None:
    said = gold().statements
    late = said[4].model_copy(update={"text": "You were slightly late."})
    kept = gold(statements=(*said[:4], late, *said[5:]))
    for each in check_feedback(kept, ()):
        kept = suppress(kept, each, "Four minutes by the clock.", "Dana Okafor", date(2026, 11, 13))
    path = tmp_path / "feedback.json"
    path.write_text(kept.model_dump_json(), encoding="utf-8")
    assert errors(cli("check", path, "--format", "sarif").out) == []


@pytest.mark.parametrize("text", ["", "🙂\n", "Wir haben uns anders entschieden und danken für Ihre Zeit.\n"])
def test_odd_texts(cli: Cli, tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.md"
    path.write_text(text, encoding="utf-8")
    assert errors(cli("check", path, "--format", "sarif").out) == []


def test_the_schema_refuses_what_does_not_fit() -> None:
    assert errors('{"version": "2.1.0", "runs": [{"tool": {}, "results": []}]}')
