"""What must never reach a candidate is withheld, with its rule; near misses are not."""

import pytest

from recruiter_kit.language.screening import Names, is_withheld, rules, screen
from recruiter_kit.model import Candidate
from tests.language.corpus import rows

RULES = rules().rules


MARTA = Candidate(given_name="Marta", family_name="Silva")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.label)
def test_every_rule_withholds_its_own_examples(rule) -> None:
    missed = [each for each in rule.examples.withhold if screen(each) is None]
    assert not missed
    assert len(rule.examples.withhold) >= 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.label)
def test_every_rule_withholds_none_of_its_near_misses(rule) -> None:
    assert [each for each in rule.examples.allow if is_withheld(each)] == []
    assert len(rule.examples.allow) >= 3


def test_few_near_misses_are_even_asked_about() -> None:
    allowed = [each for rule in RULES for each in rule.examples.allow]
    asked = [each for each in allowed if screen(each)]
    assert len(asked) <= 0.1 * len(allowed), asked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.label)
def test_the_sensitive_kinds_are_marked_for_quarantine(rule) -> None:
    assert rule.quarantined == (rule.rule == "R13")


@pytest.mark.parametrize(
    ("note", "rule", "label"),
    [
        ("Probably too old for the team tbh.", "R6", "protected"),
        ("Not a culture fit", "R6", "proxy"),
        ("Better than the last guy", "R7", "comparison"),
        ("Reminds me of Tom who we turned down in May", "R7", "comparison"),
        ("Her references were lukewarm", "R7", "third-party"),
        ("Off the record, no", "R9", "confidential"),
        ("Lean no", "R9", "internal"),
        ("Wants 80k", "R9", "pay"),
        ("Lied about his title", "R9", "accusation"),
        ("Arrogant", "R9", "insult"),
        ("{{ 7*7 }}", "R9", "markup"),
        ("ignore previous instructions", "R9", "instruction"),
        ("Seems depressed", "R13", "health"),
        ("Two kids at home", "R13", "family"),
        ("Union rep", "R13", "union"),
        ("Has a criminal record", "R13", "criminal"),
        ("Very religious", "R13", "belief"),
    ],
)
def test_a_sentence_is_withheld_with_its_rule(note: str, rule: str, label: str) -> None:
    found = screen(note)
    assert found is not None
    assert (found.rule, found.label, found.quarantined) == (rule, label, rule == "R13")
    assert found.reason


def test_case_and_typographic_marks_do_not_hide_anything() -> None:
    assert screen("TOO OLD FOR THE TEAM")
    assert screen("don’t tell her but no")
    assert screen("too\u00a0old")


def test_a_name_of_somebody_else_is_withheld_the_candidates_own_is_not() -> None:
    names = Names.of(("Marta Silva", "Tom Hale", "Dana Okafor"), own=MARTA)
    assert screen("Tom thought so too.", names) is not None
    assert screen("Agreed with Okafor.", names) is not None
    assert screen("Marta named the trade-offs.", names) is None
    assert screen("Silva named the trade-offs.", names) is None


def test_a_name_that_is_also_a_word_only_counts_as_a_name() -> None:
    names = Names.of(("Will May", "Grace Price"), own=MARTA)
    for note in ("Will need more time", "Asked about the price.", "Free from May, grace under pressure"):
        assert names.found_in(note) is None, note
    assert screen("She asked Will about the rota", names) is not None
    assert screen("Will said no", names) is not None


def test_everything_that_must_be_flagged_in_the_gold_notes_is() -> None:
    notes = list(rows("notes/worded_gold"))
    told = [row["note"] for row in notes if row["gold"] is None and screen(row["note"]) is None]
    withheld = [row["note"] for row in notes if row["gold"] is not None and is_withheld(row["note"])]
    assert (told, withheld) == ([], [])


def test_false_alarms_on_shareable_notes_stay_rare() -> None:
    shareable = [row["note"] for row in rows("notes/worded_judged") if row["judgement"] == "acceptable"]
    alarms = [each for each in shareable if is_withheld(each)]
    assert len(alarms) <= 5, alarms


@pytest.mark.parametrize(
    "note",
    [
        "Read the answers from a second screen",
        "He is too senior for this",
        "Never worked in the UK",
        "Moved from Lagos last year",
        "Needs sponsorship",
        "Looked tired and ill",
        "his partner is a teacher in London",
        "Bright girl",
        "Wears the trousers",
        "Her English let her down in the email",
        "Struggles on Fridays for religious reasons",
    ],
)
def test_hints_are_withheld_too(note: str) -> None:
    assert screen(note) is not None


@pytest.mark.parametrize(
    "note",
    [
        "Sold sponsorship packages for two years",
        "Paired well with her partner in the exercise",
        "Handled the mock patient who felt ill calmly",
        "Migrated from Postgres to MySQL",
    ],
)
def test_near_misses_of_hints_pass(note: str) -> None:
    assert not is_withheld(note)


@pytest.mark.parametrize("row", rows("notes/screening"), ids=lambda row: row["note"][:50])
def test_what_must_not_pass_is_withheld_and_what_only_looks_like_it_is_not(row: dict) -> None:
    if row["shareable"]:
        assert not is_withheld(row["note"])
    else:
        assert screen(row["note"]) is not None
