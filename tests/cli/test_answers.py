"""Questions are written to report.json, and answered by --answers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build import application, rating, role, scorecard
from tests.cli.running import Run, run

NOTE = "Told the mum she was wrong, twice."


DOUBTFUL = "Her boss signed the sheet for her."


def _bundle(folder: Path, note: str = NOTE) -> Path:
    file = folder / "bundle.json"
    values = {
        "format": "recruiter-kit/1",
        "roles": [role().model_dump(mode="json")],
        "applications": [application(scorecard(rating(1, note))).model_dump(mode="json")],
    }
    file.write_text(json.dumps(values), encoding="utf-8")
    return file


@pytest.fixture
def made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Run]:
    bundle = _bundle(tmp_path)
    words = ("feedback", bundle, "--out", tmp_path / "out", "--format", "json")
    return lambda *more: run(monkeypatch, capsys, *words, *more)


def _questions(folder: Path) -> list[dict[str, object]]:
    report = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    asked: list[dict[str, object]] = report["made"][0]["questions"]
    return asked


def test_a_question_is_in_the_report_and_its_answer_settles_it(
    made: Callable[..., Run], tmp_path: Path
) -> None:
    assert made().code == 0
    (asked,) = _questions(tmp_path)
    assert (asked["sentence"], asked["question"]) == (NOTE, "Who is “she” here?")
    assert asked["answers"] == ["candidate", "the mum", "somebody else"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({asked["id"]: "candidate"}), encoding="utf-8")
    assert made("--answers", answers).code == 0
    assert _questions(tmp_path) == []
    feedback = json.loads((tmp_path / "out" / "a1" / "feedback.json").read_text("utf-8"))
    assert feedback["answers"] == {asked["id"]: "candidate"}
    (seen,) = [one for one in feedback["statements"] if one["part"] == "seen"]
    assert (seen["text"], seen["form"]) == ("Told the mum you were wrong, twice.", "asked")


def test_an_answer_that_was_not_offered_settles_nothing(made: Callable[..., Run], tmp_path: Path) -> None:
    made()
    (asked,) = _questions(tmp_path)
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({asked["id"]: "a liar"}), encoding="utf-8")
    made("--answers", answers)
    assert len(_questions(tmp_path)) == 1


def test_a_file_that_holds_no_answers_is_refused_in_words(made: Callable[..., Run], tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text('["candidate"]', encoding="utf-8")
    refused = made("--answers", answers)
    assert refused.code == 2
    assert "answers by the id of a question were expected" in refused.err


def test_what_is_in_doubt_waits_in_the_letter_and_is_told_once_somebody_says_yes(
    made: Callable[..., Run], tmp_path: Path
) -> None:
    _bundle(tmp_path, DOUBTFUL)
    made()
    (asked,) = _questions(tmp_path)
    assert str(asked["question"]).startswith("May the candidate read this?")
    assert asked["answers"] == ["tell", "keep"]
    letter = tmp_path / "out" / "a1" / "feedback.json"
    assert DOUBTFUL not in [one["text"] for one in json.loads(letter.read_text("utf-8"))["statements"]]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({asked["id"]: "tell"}), encoding="utf-8")
    made("--answers", answers)
    assert _questions(tmp_path) == []
    assert "Your boss signed the sheet for you." in letter.read_text("utf-8")
