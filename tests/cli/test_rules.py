"""recruiter-kit rules: every rule explains itself, and a house tries its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recruiter_kit.language.checking.packs.loading import packs
from tests.cli.running import Run, run

Cli = Callable[..., Run]
HOUSE = """
label: jargon
severity: info
source: ours
rules:
  - id: tape
    message: Our readers do not know it.
    patterns: ["red tape"]
    flag: ["[[Red tape]].", "The [[red tape]].", "[[red tape]]", "No [[red tape]].", "Our [[red tape]]."]
    allow: ["Tape.", "A red box.", "Red, tape.", "It is red.", "You cut it."]
  - id: business
    off: true
"""


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return lambda *words: run(monkeypatch, capsys, *words)


def test_every_rule_is_listed(cli: Cli) -> None:
    told = cli("rules", "list").out
    assert all(each.id in told for each in packs().rules)


@pytest.mark.parametrize("rule", packs().rules, ids=lambda rule: rule.id)
def test_every_rule_says_why_from_where_and_what_instead(cli: Cli, rule: object) -> None:
    each = packs().by_id[getattr(rule, "id", "")]
    told = cli("rules", "explain", each.id).out
    for part in (each.message, each.source, *each.flag, *each.allow, "Why", "Better", "Source", "Marks"):
        assert part in told


def test_a_label_explains_all_its_rules_and_an_unknown_one_names_those_there_are(cli: Cli) -> None:
    assert "vague.bare-verdict" in cli("rules", "explain", "vague").out
    ended = cli("rules", "explain", "nonsense")
    assert ended.code == 2
    assert "evasion" in ended.err


def test_a_house_tests_its_file_before_it_counts(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(HOUSE, encoding="utf-8")
    ended = cli("rules", "test", path)
    assert (ended.code, ended.out.splitlines()) == (
        0, ["jargon.tape: 5 found, 5 left alone", "jargon.business: turned off"],
    )  # fmt: skip
    path.write_text(HOUSE.replace('"Tape."', '"Red tape."'), encoding="utf-8")
    ended = cli("rules", "test", path)
    assert ended.code == 1
    assert "ours.yaml: line 6, rule tape" in ended.err


@pytest.mark.parametrize("way", ["folder", "variable", "option"])
def test_the_rules_of_an_organisation_count_wherever_its_installation_is(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    installation = tmp_path / ("instance" if way == "folder" else "elsewhere")
    named = ("--instance", str(installation)) if way == "option" else ()
    if way == "variable":
        monkeypatch.setenv("RECRUITER_KIT_INSTANCE", str(installation))
    folder = installation / "rules"
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "letter.txt").write_text("You cut the red tape.", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert "jargon.tape" in cli(*named, "check", "letter.txt").out
    assert "jargon.tape" in cli(*named, "rules", "list").out
