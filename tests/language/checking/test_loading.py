"""A broken rule file says where and why; a good one is found only where it may fit."""

import json
import re
from pathlib import Path

import pytest

from recruiter_kit.errors import DataFileError
from recruiter_kit.language.checking.anchors import anchors
from recruiter_kit.language.checking.loading import branches, load, packs
from recruiter_kit.language.checking.rule import Rule
from recruiter_kit.language.checking.running import run
from recruiter_kit.messages import say

CORPORA = Path(__file__).parent.parent.parent / "corpora"
HEAD = "label: house\nseverity: warning\nsource: ours\nrules:\n"
RULE = "  - id: one\n    message: Why.\n    patterns:\n      - {pattern}\n"


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
    (rule,) = loaded(tmp_path, HEAD + RULE.format(pattern="<colour> tape"), "colour: red | blue\n")
    assert rule.id == "house.one"
    assert [each.rule for each in run("We cut the red tape.", [(rule, None)])] == ["house.one"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("label: [", ["house.yaml", "not YAML", "line 2"]),
        ("- 1\n", ["house.yaml", "no rule file"]),
        (HEAD.replace("rules:\n", "ruels: []\n"), ["house.yaml", "no rule file"]),
        ("colour: red\n" + HEAD + RULE.format(pattern="a"), ["house.yaml", "colour"]),
        (HEAD + RULE.format(pattern="(a"), ["house.yaml", "line 5", "rule one", "(a"]),
        (HEAD + RULE.format(pattern="(a+)+"), ["line 5", "repeats a repetition"]),
        (HEAD + RULE.format(pattern="<colour>"), ["line 5", "<colour>", "words.yaml"]),
        (HEAD + RULE.format(pattern="a").replace("    message: Why.\n", ""), ["line 5", "message"]),
        (HEAD + RULE.format(pattern="a") + "    kind: guess\n", ["line 5", "kind"]),
        (HEAD + RULE.format(pattern="a") + "    kind: conditional\n", ["line 5", "evidence"]),
        (HEAD + RULE.format(pattern="a") + "    also: house.two\n", ["house.one", "house.two"]),
        (HEAD + RULE.format(pattern="a") + "  - text\n", ["line 9", "rule 2"]),
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
    (rule,) = loaded(tmp_path, text)
    (found,) = run("You utilise a scanner.", [(rule, None)])
    assert found.better == "use"


def test_alternatives_are_parted_at_the_top_only() -> None:
    assert branches(r"a(?:b|c)|[|)]d|e\|f") == ["a(?:b|c)", "[|)]d", r"e\|f"]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("candidates?", {"cand"}),
        (r"your (?:\w+ ){1,4}(?:was|is) (?:very )?(?:weak|bad)", {"weak", "bad"}),
        (r"synerg\w+", {"syne"}),
        ("cvs?", {"cv", "cvs"}),
        ("don't (?:quote|tell)", {"quot", "tell"}),
        (r"imp(?:ress)?x", {"impr", "impx"}),
        ("aw+", None),
        (r"\d+", None),
    ],
)
def test_anchors_are_the_rarest_words_that_must_stand_there(pattern: str, words: set[str] | None) -> None:
    assert anchors(pattern, {}) == (None if words is None else frozenset(words))


def test_anchors_never_hide_a_find() -> None:
    """Each rule finds the same with its anchors as without, on everything that we have."""
    texts = [
        json.loads(line)["text"]
        for name in ("sentences.jsonl", "checker_own.jsonl")
        for line in (CORPORA / name).read_text(encoding="utf-8").splitlines()
    ]
    texts += [re.sub(r"\[\[|\]\]", "", each) for rule in packs().rules for each in (*rule.flag, *rule.allow)]
    whole = "\n\n".join(texts)
    for rule in packs().rules:
        bare = Rule.model_validate({**rule.model_dump(), "anchors": ()})
        assert run(whole, [(rule, None)]) == run(whole, [(bare, None)]), rule.id


def test_every_message_about_rules_can_be_said() -> None:
    assert "3" in say("rule_line", line=3, rule="one")
