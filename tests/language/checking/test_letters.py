"""Whole letters: fair ones pass without a word, bad ones are told what is wrong with them."""

from pathlib import Path

import pytest

from recruiter_kit.language.checking import check as check_text
from tests.places import CORPORA

LETTERS = CORPORA / "letters"


def labels(path: Path) -> set[str]:
    return {finding.label for finding in check_text(path.read_text(encoding="utf-8"), document=True)}


@pytest.mark.parametrize("path", sorted(LETTERS.glob("good*")), ids=lambda path: path.stem)
def test_a_fair_letter_passes(path: Path) -> None:
    assert labels(path) == set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bad1", "no-decision sugar-coating apology evasion comparison promise praise-sandwich no-next-step"),
        ("bad2", "no-decision disclosure personality hedge unactionable protected admission proxy"),
        ("bad3", "no-decision hedge evasion vague unsupported comparison disclosure apology"),
        ("bad4", "no-decision sugar-coating evasion promise apology unsupported"),
        ("bad5", "no-decision absolute personality condescending protected admission disclosure"),
    ],
)
def test_a_bad_letter_is_told_what_is_wrong(name: str, expected: str) -> None:
    assert set(expected.split()) <= labels(LETTERS / f"{name}.txt")


def test_a_finding_says_where_it_stands() -> None:
    text = (LETTERS / "bad5.txt").read_text(encoding="utf-8")
    found = next(finding for finding in check_text(text) if finding.label == "protected")
    assert text[found.start : found.end].startswith("With two small children")
