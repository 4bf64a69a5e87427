"""Small inputs from real files and bug reports, each with what is expected of the whole command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from recruiter_kit.intake import read
from recruiter_kit.model import Application, Bundle
from tests.cli import running
from tests.cli.running import Run

CASES = Path(__file__).parents[1] / "intake" / "cases"
LEVELS = {"planning": 2.0, "collaboration": 4.0}


Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return lambda *words: running.run(monkeypatch, capsys, *words)


class Done(NamedTuple):
    """What the command printed, and the letter of each application as one text."""

    code: int
    err: str
    letters: dict[str, str]
    feedback: dict[str, Any]


def files_of(*names: str) -> list[Path]:
    found: list[Path] = []
    for name in names:
        path = CASES / name
        found += sorted(path.iterdir()) if path.is_dir() else [path]
    return found


def run(cli: Cli, folder: Path, *names: str, columns: str = "", decisions: str = "00-decisions.csv",
        role: str = "00-role.yaml") -> Done:  # fmt: skip
    more: list[object] = []
    if columns:
        file = folder / "columns.yaml"
        file.write_text(columns, encoding="utf-8")
        more = ["--columns", file]
    known = [CASES / role] + ([CASES / decisions] if decisions else [])
    standard = ["--standard", CASES / "00-standard.yaml"]
    done = cli("feedback", *files_of(*names), *known, *standard, "--out", folder / "out", *more)
    feedback = {
        path.parent.name: json.loads(path.read_text("utf-8"))
        for path in (folder / "out").glob("*/feedback.json")
    }
    letters = {
        name: "\n".join(statement["text"] for statement in value["statements"])
        for name, value in feedback.items()
    }
    return Done(done.code, done.err, letters, feedback)


def suggested(cli: Cli, *names: str) -> str:
    """Return the columns file that the command suggests."""
    done = cli("columns", *files_of(*names))
    assert done.code == 0, done.err
    return done.out


def bundle_of(folder: Path, *names: str, columns: str) -> Bundle:
    file = folder / "said.yaml"
    file.write_text(columns, encoding="utf-8")
    return read(*files_of(*names), role_file=CASES / "00-role.yaml", columns=file)


def levels(application: Application) -> list[dict[str, float | None]]:
    return [
        {rating.criterion: rating.level for rating in card.ratings if rating.level is not None}
        for card in application.scorecards
    ]


def test_rows_that_say_once_whose_they_are_make_one_application_of_two_people(
    cli: Cli, tmp_path: Path
) -> None:
    done = run(cli, tmp_path, "01-blank-parent-rows.csv")
    assert "3, 4, 5" in done.err
    letter = done.letters["c1"]
    assert "Started on the code before a plan" in letter
    assert "Wrote a plan of the work with four steps" in letter or "ana" not in letter.casefold()
    assert "two people" in letter


@pytest.mark.parametrize(
    "file", ["02-excel-csv-windows-1252.csv", "03-title-lines.csv", "19-html-table.xls", "19-export.zip"]
)
def test_what_excel_and_others_save_is_read(cli: Cli, tmp_path: Path, file: str) -> None:
    done = run(cli, tmp_path, file)
    assert "Started on the code before a plan" in done.letters["c1"]


def test_windows_1252_is_said_to_be_assumed_and_accents_are_right(cli: Cli, tmp_path: Path) -> None:
    done = run(cli, tmp_path, "02-excel-csv-windows-1252.csv")
    assert done.err.count("Windows-1252") == 1
    assert read(CASES / "02-excel-csv-windows-1252.csv").applications[0].candidate.full_name == "Jörg Müller"


def test_lines_above_the_headings_are_told(cli: Cli, tmp_path: Path) -> None:
    assert "above its headings, were left out: 1, 2" in run(cli, tmp_path, "03-title-lines.csv").err


def test_a_form_export_can_be_mapped_and_its_address_is_not_the_candidates(cli: Cli, tmp_path: Path) -> None:
    columns = suggested(cli, "04-google-form.csv")
    assert '"email_address": ""' in columns
    bundle = read(CASES / "04-google-form.csv", columns=saved(tmp_path, columns))
    (application,) = bundle.applications
    assert (application.candidate.full_name, application.candidate.email) == ("Mr. Rowan Teal (Rory)", None)
    assert application.role == "data-engineer"
    (card,) = application.scorecards
    assert levels(application) == [{"planning": 5, "collaboration": 8}]
    assert card.submitted_at is not None
    assert card.submitted_at.date().isoformat() == "2026-05-22"
    assert "Has built reports in two teams." in (card.note or "")


def test_a_column_for_each_criterion_is_said_once(cli: Cli, tmp_path: Path) -> None:
    done = run(cli, tmp_path, "05-wide-ratings.csv", columns=suggested(cli, "05-wide-ratings.csv"))
    assert "overall_rating" in done.err
    assert set(done.letters) == {"c1"}
    bundle = bundle_of(tmp_path, "05-wide-ratings.csv", columns=suggested(cli, "05-wide-ratings.csv"))
    (application,) = bundle.applications
    assert [card.id for card in application.scorecards] == ["i1", "i2"]
    assert levels(application) == [LEVELS, {"planning": 3, "collaboration": 4}]


@pytest.mark.parametrize("files", ["06-greenhouse-v3", "07-greenhouse-connector.jsonl"])
def test_harvest_v3_is_read_flat_or_from_a_connector(cli: Cli, tmp_path: Path, files: str) -> None:
    names = [files] if files.startswith("06") else [files, "06-greenhouse-v3/decisions.csv"]
    done = run(cli, tmp_path, *names, decisions="")
    assert set(done.letters) == {"55501"}
    bundle = read(*files_of(*names), role_file=CASES / "00-role.yaml")
    (application,) = bundle.applications
    assert levels(application) == [LEVELS]
    assert application.scorecards[0].recommendation == "no"


@pytest.mark.parametrize("file", ["08-panel-as-interviewer.csv", "08-interviewer-1.csv"])
def test_a_post_or_a_number_for_a_name_withholds_nothing(cli: Cli, tmp_path: Path, file: str) -> None:
    done = run(cli, tmp_path, file)
    assert done.feedback["c1"]["withheld"] == []
    told = [statement.get("criterion") for statement in done.feedback["c1"]["statements"]]
    assert "collaboration" in told


def test_a_name_that_is_a_word_does_not_hide_the_word(cli: Cli, tmp_path: Path) -> None:
    assert "what a user can do" in run(cli, tmp_path, "09-other-candidate-can.csv").letters["c1"]


@pytest.mark.parametrize("file", ["10-interview-names.csv", "10-interview-hr.csv"])
def test_interviews_are_named_as_people_would(cli: Cli, tmp_path: Path, file: str) -> None:
    letter = run(cli, tmp_path, file).letters["c1"]
    assert "first Screening Call" not in letter
    assert "in the HR." not in letter
    assert "in the HR," not in letter


def test_a_tables_own_words_and_dates_are_said_once(cli: Cli, tmp_path: Path) -> None:
    columns = suggested(cli, "11-house-words.csv")
    assert "to do: days" in columns
    without = bundle_of(tmp_path, "11-house-words.csv", columns=columns)
    assert "09/11/2026" in next(each.message for each in without.notices if each.kind == "not_understood")
    said = columns.replace("# to do: days: day_first or month_first (09/11/2026)", "days: day_first")
    (application,) = bundle_of(tmp_path, "11-house-words.csv", columns=said).applications
    (card,) = application.scorecards
    assert (application.id, levels(application), card.recommendation) == ("c1", [LEVELS], "no")
    assert card.submitted_at is not None
    assert card.submitted_at.date().isoformat() == "2026-11-09"


def test_levels_to_a_hundred_are_not_inflated(cli: Cli, tmp_path: Path) -> None:
    assert "Not candid" not in run(cli, tmp_path, "12-scale-100.csv", role="12-scale-100-role.yaml").err


def test_a_half_level_is_a_level(cli: Cli, tmp_path: Path) -> None:
    names = {"decisions": "13-decisions.csv", "role": "18-half-level-role.yaml"}
    assert run(cli, tmp_path, "13-same-candidate-two-ids.csv", **names).letters


@pytest.mark.parametrize(
    ("file", "never"),
    [
        ("16-note-html.csv", ["<", "&amp;", "</p>"]),
        ("16-note-signature.csv", ["Sent from", "iPhone"]),
        ("16-note-verdict.csv", ["needs improvement", "need improvement"]),
    ],
)
def test_what_is_around_a_note_and_bare_verdicts_reach_no_letter(
    cli: Cli, tmp_path: Path, file: str, never: list[str]
) -> None:
    letter = run(cli, tmp_path, file).letters["c1"]
    assert [words for words in never if words in letter] == []


def test_three_tables_are_joined_by_what_their_ids_mean(cli: Cli, tmp_path: Path) -> None:
    columns = suggested(cli, "21-three-tables")
    done = run(cli, tmp_path, "21-three-tables", columns=columns)
    assert set(done.letters) == {"c1"}
    (application,) = bundle_of(tmp_path, "21-three-tables", columns=columns).applications
    assert application.candidate.full_name == "Rowan Teal"
    assert application.candidate.email == "rowan.teal@example.org"
    assert levels(application) == [LEVELS]
    assert application.scorecards[0].interviewer.name == "Ana Reyes"


def saved(folder: Path, text: str) -> Path:
    file = folder / "saved.yaml"
    file.write_text(text, encoding="utf-8")
    return file
