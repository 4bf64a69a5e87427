"""Patterns that are cut and rearranged still match the same."""

import re

import pytest

from recruiter_kit.language.patterns import alternatives, factored, prefilter


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"a(?:b|c)|[|)]d|e\|f", ["a(?:b|c)", "[|)]d", r"e\|f"]),
        (r"a|(?:b|c)|[|]|\|", ["a", "(?:b|c)", "[|]", r"\|"]),
        ("[]|]|b", ["[]|]", "b"]),
        ("a|", ["a", ""]),
    ],
)
def test_bars_inside_groups_and_sets_do_not_cut_a_pattern(pattern: str, expected: list[str]) -> None:
    assert list(alternatives(pattern)) == expected


@pytest.mark.parametrize(
    "pattern",
    ["good|great|bad", "a(?:b|c|bc)d|ab?|abc", r"[|x]a|\(b|\(c|bb", "not |n't |never |no(?:ne|thing)?"],
)
def test_rearranged_patterns_find_the_same(pattern: str) -> None:
    texts = ["good great bad", "abcd abd acd abc ab a", "|a xa (b (c bb", "not n't never none nothing no "]
    for text in texts:
        found = [each.span() for each in re.finditer(factored(pattern), text)]
        assert found == [each.span() for each in re.finditer(pattern, text)]


def test_the_prefilter_misses_nothing_that_the_patterns_find() -> None:
    pattern = prefilter([r"\bcat|dog\b", r"\bcar", r"\bc?ow", r"(?:a|b)c", r"x[|]y", r"\b(?-i:[A-Z])at"])
    for text in ("a cat", "hotdog", "ac", "x|y", "Bat", "a car", "an ow"):
        assert pattern.search(text.lower()), text
    assert not pattern.search("concat")
