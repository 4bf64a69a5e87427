"""A language model on the command line: feedback --model, check --model, doctor."""

import json
from pathlib import Path

import pytest

from recruiter_kit.installation import settle
from tests.cli.running import Run, run
from tests.places import SAMPLES
from tests.writing.server import Answering, Server, saying, serving, status, told_back

GOLD = SAMPLES / "gold"
LETTER = "We are not offering you the role. The person we took had led three audits.\n"


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    folder = tmp_path / "instance"
    folder.mkdir()
    settle(folder)
    return folder


def set_model(installation: Path, server: Server, more: str = "") -> None:
    text = f"address: http://127.0.0.1:{server.port}/v1\nmodel: smollm2\ntimeout: 5\n{more}"
    (installation / "model.yaml").write_text(text, "utf-8")


def made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: Path, *words: object
) -> Run:
    standard = GOLD / "standard.yaml"
    given = ("feedback", GOLD / "marta.json", "--standard", standard, "--out", out, "--format", "json")
    return run(monkeypatch, capsys, *given, *words)


def report(out: Path) -> dict[str, object]:
    (entry,) = json.loads((out / "report.json").read_text("utf-8"))["made"]
    account: dict[str, object] = entry["model"]
    return account


def test_drafts_are_worded_where_it_is_proved(
    installation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with serving(told_back) as server:
        set_model(installation, server)
        done = made(monkeypatch, capsys, tmp_path / "out", "--model")
    assert done.code == 0
    assert "Worded by smollm2: " in done.out
    assert report(tmp_path / "out")["gave_up"] == ""
    assert report(tmp_path / "out")["asked"]


@pytest.mark.parametrize("answering", [status(500), status(404)])
def test_a_draft_without_an_answer_is_as_noted_and_both_say_so(
    answering: Answering,
    installation: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    with serving(answering) as server:
        set_model(installation, server)
        done = made(monkeypatch, capsys, tmp_path / "with", "--model")
    made(monkeypatch, capsys, tmp_path / "without")
    assert done.code == 0
    assert "As noted: " in done.err
    assert "1 drafts as noted" in done.out
    assert report(tmp_path / "with")["gave_up"]
    with_model, without = (
        next((tmp_path / out).glob("*/feedback.json")).read_bytes() for out in ("with", "without")
    )
    assert with_model == without


def test_without_settings_the_option_is_refused_and_says_where_to_read(
    installation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    done = made(monkeypatch, capsys, tmp_path / "out", "--model")
    assert done.code == 2
    assert "model.yaml: it is not in the folder instance" in done.err
    assert "docs/model.md" in done.err


def test_the_second_reader_adds_to_what_the_rules_find(
    installation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, "utf-8")
    sentence = "The person we took had led three audits."
    without = run(monkeypatch, capsys, "check", letter, "--format", "json")
    with serving(saying({"found": [{"sentence": sentence, "label": "comparison"}]})) as server:
        set_model(installation, server)
        done = run(monkeypatch, capsys, "check", letter, "--format", "json", "--model")
    assert "model.comparison" in done.out
    assert "model.comparison" not in without.out


def test_a_reader_that_does_not_answer_is_said_and_takes_nothing_away(
    installation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We had many strong candidates.\n", "utf-8")
    without = run(monkeypatch, capsys, "check", letter)
    with serving(status(401)) as server:
        set_model(installation, server)
        done = run(monkeypatch, capsys, "check", letter, "--model")
    assert (done.code, done.out) == (without.code, without.out)
    assert "Not read by the model" in done.err


def test_the_doctor_shows_what_the_model_makes_of_a_sample_note(
    installation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(told_back) as server:
        set_model(installation, server)
        done = run(monkeypatch, capsys, "doctor")
    assert f"Language model: smollm2 at http://127.0.0.1:{server.port}/v1 (on this machine)." in done.out
    assert "It proposes:  You added log lines" in done.out
    assert "The prover:   " in done.out
    assert done.code == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("address: https://models.example.org/v1\nmodel: m\n", "elsewhere: true"),
        ("address: http://127.0.0.1:9/v1\nmodel: m\n", "could not be reached"),
    ],
)
def test_the_doctor_says_what_is_wrong_with_the_model_and_that_drafts_need_none(
    text: str,
    why: str,
    installation: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (installation / "model.yaml").write_text(text, "utf-8")
    done = run(monkeypatch, capsys, "doctor")
    assert why in done.out
    assert "Drafts are made without it." in done.out
    assert done.code == 0
