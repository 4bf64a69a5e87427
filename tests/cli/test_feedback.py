"""recruiter-kit feedback: what it prints and how it ends."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Run, run
from tests.samples.made import SAMPLES

GOLD = SAMPLES / "gold"
Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return lambda *words: run(monkeypatch, capsys, *words)


def feedback(cli: Cli, out: Path, *more: object) -> Run:
    return cli("feedback", GOLD / "marta.json", "--standard", GOLD / "standard.yaml", "--out", out, *more)


def test_it_makes_every_document_and_prints_what_it_made(cli: Cli, tmp_path: Path) -> None:
    ended = feedback(cli, tmp_path)
    assert ended.code == 0
    assert "marta" in ended.out
    assert "modelling, sql" in ended.out
    assert "1 made" in ended.out
    assert {each.name for each in (tmp_path / "marta").iterdir()} == {
        "letter.pdf", "call-script.pdf", "call-script.md", "call-script.txt", "email.eml", "feedback.json",
    }  # fmt: skip


def test_a_letter_that_no_font_can_draw_waits_alone_and_the_exit_code_says_so(
    cli: Cli, tmp_path: Path
) -> None:
    bundle = json.loads((GOLD / "marta.json").read_text(encoding="utf-8"))
    bundle["applications"][0]["candidate"]["given_name"] = "M\U000f1234"
    (tmp_path / "in.json").write_text(json.dumps(bundle), encoding="utf-8")
    ended = cli(
        "feedback", tmp_path / "in.json", "--standard", GOLD / "standard.yaml", "--out", tmp_path / "out"
    )
    assert ended.code == 1
    assert "Not made: marta: letter.pdf: no font on this machine can draw" in ended.err
    assert "1 made" in ended.out
    assert "(1 without letter.pdf)" in ended.out
    assert (tmp_path / "out" / "marta" / "email.eml").is_file()
    assert not (tmp_path / "out" / "marta" / "letter.pdf").exists()


def test_neither_the_terminal_nor_a_file_name_holds_a_persons_name(cli: Cli, tmp_path: Path) -> None:
    ended = feedback(cli, tmp_path)
    named = ended.out + ended.err + " ".join(str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*"))
    for name in ("Marta", "Silva", "Priya", "Nair"):
        assert name not in named


def test_feedback_json_holds_what_was_withheld_and_where_each_statement_comes_from(
    cli: Cli, tmp_path: Path
) -> None:
    feedback(cli, tmp_path, "--format", "json")
    told = json.loads((tmp_path / "marta" / "feedback.json").read_text(encoding="utf-8"))
    assert told["state"] == "draft"
    assert told["closeness"]["verdict"] == "clear"
    assert [each["rule"] for each in told["withheld"]] == ["R7"]
    bundle = json.loads((GOLD / "marta.json").read_text(encoding="utf-8"))
    notes = {
        (card["id"], f"ratings[{place}].note"): rating["note"]
        for card in bundle["applications"][0]["scorecards"]
        for place, rating in enumerate(card["ratings"])
    }
    sources = [source for each in told["statements"] for source in each["sources"]]
    assert sources
    for source in sources:
        note = notes[source["scorecard"], source["place"]]
        assert note[source["start"] : source["end"]] == source["text"]


def test_only_and_format_narrow_it_down(cli: Cli, tmp_path: Path) -> None:
    assert feedback(cli, tmp_path, "--only", "silva", "--format", "letter").code == 0
    assert [each.name for each in (tmp_path / "marta").iterdir()] == ["letter.pdf"]
    ended = feedback(cli, tmp_path, "--only", "nobody")
    assert ended.code == 2
    assert "no application has nobody" in ended.err


def test_an_unknown_format_is_named(cli: Cli, tmp_path: Path) -> None:
    ended = feedback(cli, tmp_path, "--format", "letter,fax")
    assert ended.code == 2
    assert "fax is not a known format" in ended.err


def test_a_standard_that_is_none_is_refused_before_anything_is_made(cli: Cli, tmp_path: Path) -> None:
    bad = tmp_path / "standard.yaml"
    bad.write_text("most_gaps: 9\n", encoding="utf-8")
    ended = cli("feedback", GOLD / "marta.json", "--standard", bad, "--out", tmp_path / "out")
    assert ended.code == 2
    assert "most_gaps" in ended.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "words", [["--help"], ["feedback", "--help"], ["check", "--help"], ["rewrite", "--help"]]
)
def test_help_shows_an_example(words: list[str]) -> None:
    program = Path(sys.executable).parent / "recruiter-kit"
    shown = subprocess.run([program, *words], capture_output=True, text=True, check=True)
    assert "xample" in shown.stdout


def test_help_loads_nothing_that_lays_pages_out_or_reads_language() -> None:
    code = (
        "import sys, recruiter_kit.cli.main; "
        "print([each for each in ('weasyprint', 'pydantic', 'numpy', 'yaml') if each in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_a_draft_that_is_not_candid_is_named_with_its_figure(cli: Cli, tmp_path: Path) -> None:
    house = SAMPLES / "northgate"
    ended = cli(
        "feedback", house / "scorecards.csv", house / "bundle.json", "--role", house / "roles.yaml",
        "--decisions", house / "decisions.csv", "--standard", house / "standard.yaml",
        "--only", "re-0", "--format", "json", "--out", tmp_path,
    )  # fmt: skip
    assert "Not candid: re-02: reason coverage 0.00" in ended.err
    assert "Not candid: re-01" not in ended.err
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert {each["application"]: each["out_of_bounds"] for each in report["made"]} == {
        "re-01": [],
        "re-02": ["reason_coverage"],
    }
    assert report["made"][0]["candour"]["evidence_share"] == 1


def test_applications_of_what_may_be_one_person_are_named_by_their_ids(cli: Cli, tmp_path: Path) -> None:
    bundle = json.loads((GOLD / "marta.json").read_text("utf-8"))
    bundle["applications"].append(bundle["applications"][0] | {"id": "twin"})
    (tmp_path / "two.json").write_text(json.dumps(bundle), encoding="utf-8")
    ended = cli("feedback", tmp_path / "two.json", "--out", tmp_path / "out", "--format", "json")
    assert "Possibly one person (same name and e-mail address), for one role" in ended.err
    assert "marta, twin. Check before you tell them twice." in ended.err
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["possibly_same"][0]["applications"] == ["marta", "twin"]
