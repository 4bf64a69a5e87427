"""Every rule proves itself by the sentences that stand in its file."""

import re

import pytest

from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.checking.packs.rule import Rule

RULES = packs().rules
SENTENCE_RULES = [rule for rule in RULES if rule.scope == "sentence"]
WHOLE_RULES = [rule for rule in RULES if rule.scope == "document"]
FEWEST = 5
MARK = re.compile(r"\[\[(.+?)\]\]")
LABELS = {
    "absolute", "admission", "apology", "comparison", "condescending", "disclosure", "evasion", "gendered",
    "hedge", "jargon", "personality", "promise", "protected", "proxy", "sugar-coating", "unactionable",
    "unsupported", "vague",
}  # fmt: skip


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.kind != "metric"], ids=lambda rule: rule.id)
def test_a_rule_has_enough_sentences_on_both_sides(rule: Rule) -> None:
    assert len(rule.flag) >= FEWEST
    assert len(rule.allow) >= FEWEST


@pytest.mark.parametrize(
    ("rule", "sentence"), [(rule, example) for rule in SENTENCE_RULES for example in rule.flag]
)
def test_a_rule_finds_what_it_must_and_marks_the_span(rule: Rule, sentence: str) -> None:
    """Where two rules of a label overlap the longer find stands, so the span may be another's."""
    plain = MARK.sub(r"\1", sentence)
    start = sentence.index("[[")
    end = start + len(MARK.findall(sentence)[0])
    found = [finding for finding in check(plain) if finding.label == rule.label]
    assert any(finding.start < end and start < finding.end for finding in found)


@pytest.mark.parametrize(("rule", "text"), [(rule, example) for rule in WHOLE_RULES for example in rule.flag])
def test_a_rule_on_whole_texts_finds_what_it_must(rule: Rule, text: str) -> None:
    plain = MARK.sub(r"\1", text)
    assert rule.id in {finding.rule for finding in check(plain, document=True)}


@pytest.mark.parametrize(("rule", "sentence"), [(rule, example) for rule in RULES for example in rule.allow])
def test_a_rule_lets_its_near_misses_pass(rule: Rule, sentence: str) -> None:
    whole = rule.scope == "document"
    assert [finding for finding in check(sentence, document=whole) if finding.rule == rule.id] == []


def test_a_letter_that_is_too_long_is_found_and_one_that_is_not_is_left() -> None:
    for words, found in ((350, False), (351, True)):
        text = "We are not offering you the role. " + "word " * (words - 7)
        assert ("too-long" in {finding.label for finding in check(text, document=True)}) is found


def test_every_label_of_the_specification_has_a_rule() -> None:
    assert {rule.label for rule in RULES} >= LABELS


def test_the_example_of_the_documentation_is_found_with_its_reason() -> None:
    found = check("We had many strong candidates.")
    assert {finding.label for finding in found} == {"evasion", "comparison"}
    assert all(finding.message and finding.source and finding.better for finding in found)


def test_the_candidates_own_words_in_quotation_marks_are_exempt() -> None:
    assert not [
        finding
        for finding in check("You said “it was obviously the worst ever”.")
        if finding.label == "absolute"
    ]


def test_a_claim_with_what_was_seen_beside_it_is_supported() -> None:
    bare = [finding.label for finding in check("Your answer was thin.")]
    seen = [finding.label for finding in check("Your answer was thin. You named one of the five checks.")]
    assert "unsupported" in bare
    assert "unsupported" not in seen


@pytest.mark.parametrize(
    "plain",
    [
        "We are not offering you the Data Engineer role. The decision is final for this opening.",
        "The three people who interviewed you made it on 12 November, against the five criteria.",
        "Two of those criteria decided it.",
        "You got stuck on the window functions and needed a hint.",
        "If we have a fact wrong, write to Dana Okafor by 26 November.",
        "You met the required level on all six. There was one post, and it went to another applicant.",
    ],
)
def test_the_gold_letters_are_clean(plain: str) -> None:
    assert [finding for finding in check(plain) if finding.severity == "error"] == []
