"""Plain native English: habits of translated English do not come back."""

import ast
import re
from pathlib import Path

import pytest

from tests.places import ROOT, TEXTS, name_of

# Habits of translated English, each with the better words. The pattern ignores upper and lower case.
HABITS = {
    r"\bstands? (?:twice|once|here|there|under|between|beside|alone)\b": "appears, is, is written",
    r"\bstands? in (?:a|an|its|one|several|the|this|three|two)\b": "is in",
    r"(?<!there )\bis no (?!longer\b|more\b|less\b|better\b|worse\b|doubt\b|good\b|need\b)\w+": "is not a",
    r"\b(?:this|that|it) is none\b": "is not one",
    r"\bone (?:\w+ )?(?:of \w+ )?an? (?:answer|file|finding|key|line|note|rating|right|rule|source)\b": "per",
    r"\bin the place of\b": "instead of, replaces",
    r"\blacks\b": "is missing, has no",
    r"\bendless": "infinite",
    r"\bnought\b": "zero",
    r"\banew\b": "again",
    r"\belse than\b": "other than",
    r"\b(?:small|large) letters\b": "lower case, upper case",
    r"\b(?:is|are) over\b": "has passed, has ended",
    r"\bthe telling\b": "telling the candidate, the call, the letter",
    r"\b(?:control|each|every|strange|which) signs?\b(?!-)": "character",
    r"\bunless told\b(?! otherwise)": "by default, unless told otherwise",
    r"\b(?:a|the|our|your) houses?\b(?! style)": "organisation",
    r"\bkept apart\b": "set apart, separate",
    r"\b(?:is|are) told by (?:its|their|how|what)\b": "is recognised by",
    r"\b(?:once|out) and told\b": "and reported",
    r"\b(?:a|each|every|the) finds?\b(?= (?:of|in|that|is|has)\b)": "match",
    r"\bletters' case\b": "upper and lower case",
    r"\bmade ready\b": "prepared",
}  # fmt: skip
ROOTS = (
    "*.md", "instance/README.md", "docs/**/*.md",
    "recruiter_kit/messages/*.toml", "templates/**/*", "recruiter_kit/**/*.py",
)  # fmt: skip
WRITTEN = sorted(
    {path for root in ROOTS for path in ROOT.glob(root) if path.suffix in TEXTS and path.is_file()}
)


def prose(path: Path) -> str:
    """Return what a person reads of a file: of code its docstrings, of messages their sentences."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        strings = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Expr)]
        text = "\n".join(str(each.value) for each in strings if isinstance(each, ast.Constant))
    return " ".join(text.split())


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_no_habit_of_translated_english_has_come_back(path: Path) -> None:
    text = prose(path)
    again = [
        f"“{text[max(0, match.start() - 30) : match.end() + 20]}”: better: {better}"
        for habit, better in HABITS.items()
        for match in re.finditer(habit, text, re.IGNORECASE)
    ]
    assert not again, "\n".join(again)


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("This is no JSON.", True),
        ("There is no draft yet.", False),
        ("It is no longer there.", False),
        ("The key stands twice.", True),
        ("One row a rating.", True),
        ("One row per rating.", False),
        ("Somebody else than you.", True),
    ],
)
def test_habits_are_recognised(sentence: str, is_one: bool) -> None:
    assert any(re.search(habit, sentence, re.IGNORECASE) for habit in HABITS) == is_one
