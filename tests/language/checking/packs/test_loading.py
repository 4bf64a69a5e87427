"""A broken rule file says where and why; a good one is found only where it may fit."""

import json
import re
from pathlib import Path

import pytest

from recruiter_kit.errors import DataFileError
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.cache import through
from recruiter_kit.language.checking.packs.loading import load, own_files, packs
from recruiter_kit.language.checking.packs.rule import Rule
from recruiter_kit.messages import say
from tests.places import CORPORA

HEAD = "label: house\nseverity: warning\nsource: ours\nrules:\n"
RULE = "  - id: one\n    message: Why.\n    patterns:\n      - {pattern}\n"
ENOUGH = (
    "    flag: ["
    + ", ".join(["'[[red tape]]'"] * 5)
    + "]\n    allow: ["
    + ", ".join(["'A box.'"] * 5)
    + "]\n"
)


def loaded(folder: Path, text: str, words: str | None = None) -> tuple[Rule, ...]:
    (folder / "house.yaml").write_text(text, encoding="utf-8")
    if words is not None:
        (folder / "words.yaml").write_text(words, encoding="utf-8")
    return load(folder.iterdir()).rules


def refusal(folder: Path, text: str, words: str | None = None) -> str:
    with pytest.raises(DataFileError) as error:
        loaded(folder, text, words)
    return str(error.value)


def test_a_rule_of_a_house_is_read_and_run(tmp_path: Path) -> None:
    (rule,) = loaded(tmp_path, HEAD + RULE.format(pattern="<colour> tape") + ENOUGH, "colour: red | blue\n")
    assert rule.id == "house.one"
    assert [finding.rule for finding in run("We cut the red tape.", [(rule, None)])] == ["house.one"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("label: [", ["house.yaml", "not YAML", "line 1"]),
        ("- 1\n", ["house.yaml", "not a rule file"]),
        (HEAD.replace("rules:\n", "ruels: []\n"), ["house.yaml", "not a rule file"]),
        ("colour: red\n" + HEAD + RULE.format(pattern="a"), ["house.yaml", "colour"]),
        (HEAD + RULE.format(pattern="(a"), ["house.yaml", "line 5", "rule one", "(a"]),
        (HEAD + RULE.format(pattern="(a+)+"), ["line 5", "repeats a repetition"]),
        (HEAD + RULE.format(pattern="<colour>"), ["line 5", "<colour>", "words.yaml"]),
        (HEAD + RULE.format(pattern="a").replace("    message: Why.\n", ""), ["line 5", "message"]),
        (HEAD + RULE.format(pattern="a") + "    kind: guess\n", ["line 5", "kind"]),
        (HEAD + RULE.format(pattern="a") + "    kind: conditional\n", ["line 5", "evidence"]),
        (HEAD + RULE.format(pattern="a") + ENOUGH + "    also: house.two\n", ["rule one", "house.two"]),
        (HEAD + RULE.format(pattern="a") + "  - text\n", ["line 9", "rule 2"]),
        (HEAD + RULE.format(pattern="a"), ["line 5", "flag has 0 sentences"]),
        (HEAD + RULE.format(pattern="a") + "    flag: [a, a, a, a, a]\n", ["allow has 0 sentences"]),
        (HEAD + RULE.format(pattern="'a': b"), ["line 5", "is not text"]),
        (HEAD + RULE.format(pattern="a") + "    scope: word\n", ["line 5", "scope"]),
        (HEAD + RULE.format(pattern="a") + "    colour: red\n", ["line 5", "colour"]),
        (HEAD + RULE.format(pattern="a") + "    ways: [[[a]]]\n", ["line 5", "ways"]),
        (HEAD + RULE.format(pattern="a") + "    kind: ratio\n    limit: 1\n", ["line 5", "against"]),
        (HEAD + RULE.format(pattern="a") + "    kind: missing\n", ["line 5", "whole text"]),
        (HEAD + RULE.format(pattern="a") + "    off: true\n", ["line 5", "nothing to turn off"]),
        (HEAD + 2 * RULE.format(pattern="a"), ["line 9", "another rule of this id"]),
        (HEAD + "  - id: one\n    kind: sequence\n    message: Why.\n", ["line 5", "tokens"]),
        (
            HEAD + "  - id: one\n    kind: sequence\n    message: Why.\n    tokens: [{}]\n",
            ["line 5", "token"],
        ),
        (
            HEAD + "  - id: one\n    kind: metric\n    message: Why.\n    scope: document\n",
            ["line 5", "metric"],
        ),
    ],
)
def test_a_broken_file_is_refused_with_its_place_and_reason(
    tmp_path: Path, text: str, parts: list[str]
) -> None:
    message = refusal(tmp_path, text)
    for part in parts:
        assert part in message


def test_a_broken_word_is_refused_with_its_name(tmp_path: Path) -> None:
    assert "words.yaml: colour" in refusal(tmp_path, HEAD + RULE.format(pattern="a"), "colour: red | (blue\n")


def test_a_substitution_says_what_to_use_instead(tmp_path: Path) -> None:
    text = HEAD + "  - id: one\n    kind: substitution\n    message: Why.\n    swap:\n      utili[sz]e: use\n"
    text += ENOUGH
    (rule,) = loaded(tmp_path, text)
    (found,) = run("You utilise a scanner.", [(rule, None)])
    assert found.better == "use"


def test_ways_never_hide_a_find() -> None:
    """Each rule finds the same with its ways as without, on everything that we have."""
    texts = [
        json.loads(line)["text"]
        for name in ("sentences/devset.jsonl", "sentences/own.jsonl")
        for line in (CORPORA / name).read_text(encoding="utf-8").splitlines()
    ]
    texts += [
        re.sub(r"\[\[|\]\]", "", example) for rule in packs().rules for example in (*rule.flag, *rule.allow)
    ]
    whole = "\n\n".join(texts)
    for rule in packs().rules:
        bare = Rule.model_validate({**rule.model_dump(), "ways": ()})
        assert run(whole, [(rule, None)]) == run(whole, [(bare, None)]), rule.id


def test_a_house_adds_changes_and_turns_off_rules(tmp_path: Path) -> None:
    own, house = tmp_path / "own", tmp_path / "house"
    own.mkdir()
    house.mkdir()
    second = RULE.replace("id: one", "id: two").format(pattern="box") + ENOUGH.replace(
        "red tape", "box"
    ).replace("A box.", "A red.")
    (own / "house.yaml").write_text(
        HEAD + RULE.format(pattern="red tape") + ENOUGH + second, encoding="utf-8"
    )
    third = RULE.replace("id: one", "id: three").format(pattern="red tape") + ENOUGH
    (house / "ours.yaml").write_text(
        "label: house\nsource: ours\nrules:\n  - id: one\n    severity: info\n  - id: two\n    off: true\n"
        + third.replace("message", "severity: error\n    message"),
        encoding="utf-8",
    )
    rules = {rule.id: rule for rule in load(own.iterdir(), house.iterdir()).rules}
    assert {name: rule.severity for name, rule in rules.items()} == {
        "house.one": "info",
        "house.three": "error",
    }
    assert rules["house.one"].message == "Why."


def test_no_second_opinion_overrules_what_a_house_forbids_in_words_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    new = RULE.format(pattern="red tape") + ENOUGH
    path.write_text(f"label: jargon\nseverity: info\nsource: ours\nrules:\n{new}", encoding="utf-8")
    assert load(own_files(), [path]).by_id["jargon.one"].final
    reworded = "label: jargon\nrules:\n  - id: business\n    better: Say it plainly.\n"
    path.write_text(reworded, encoding="utf-8")
    assert not load(own_files(), [path]).by_id["jargon.business"].final


def test_a_house_turns_a_guess_off_and_cannot_guess_what_nobody_learned(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("label: jargon\nrules:\n  - id: learned\n    off: true\n", encoding="utf-8")
    assert "jargon.learned" not in load(own_files(), [path]).by_id
    guess = "  - id: guess\n    kind: learned\n    message: Why.\n" + ENOUGH
    path.write_text(HEAD + guess, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"line 5, rule guess: nothing was learned of the label"):
        load(own_files(), [path])


@pytest.mark.parametrize(
    "change", ["off: true", "severity: info", "patterns: [never]", "jurisdictions: [us]"]
)
def test_a_house_cannot_weaken_what_protects_the_candidate(tmp_path: Path, change: str) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(f"label: protected\nrules:\n  - id: own-characteristic\n    {change}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"ours.yaml: line 3, rule own-characteristic: .*protected"):
        load(own_files(), [path])


@pytest.mark.parametrize(
    ("example", "reason"), [("'[[blue tape]]'", "not found"), ("'red tape'", "must not be")]
)
def test_a_rule_of_a_house_must_find_its_own_examples(tmp_path: Path, example: str, reason: str) -> None:
    field, other = ("flag", "allow") if "not found" in reason else ("allow", "flag")
    good = {"flag": "'[[red tape]]'", "allow": "'A box.'"}
    text = HEAD + RULE.format(pattern="red tape")
    text += f"    {field}: [{example}, {', '.join([good[field]] * 4)}]\n"
    text += f"    {other}: [{', '.join([good[other]] * 5)}]\n"
    (tmp_path / "house.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=reason):
        load([], tmp_path.iterdir())


def test_a_rule_holds_only_in_its_jurisdictions(tmp_path: Path) -> None:
    text = HEAD + RULE.format(pattern="red tape") + "    jurisdictions: [eu]\n" + ENOUGH
    (tmp_path / "house.yaml").write_text(text, encoding="utf-8")
    packs_ = load(tmp_path.iterdir())
    assert run("Red tape.", packs_.of("sentence"))
    assert run("Red tape.", packs_.of("sentence", jurisdiction="eu"))
    assert not run("Red tape.", packs_.of("sentence", jurisdiction="us"))


def test_rules_cached_between_runs_are_the_rules_of_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    read = load(own_files()).rules
    assert through(own_files(), lambda: read) == read
    assert through(own_files(), lambda: ()) == read
    for cached in tmp_path.rglob("rules-*.json"):
        cached.write_bytes(b"{broken")
    assert through(own_files(), lambda: read[:1]) == read[:1]


def test_every_message_about_rules_can_be_said() -> None:
    assert "3" in say("rule_line", line=3, rule="one")
