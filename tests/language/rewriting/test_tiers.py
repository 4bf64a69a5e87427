"""Sure, inserted, yours: what each tier holds, and what the reader is told."""

import subprocess
import sys

import pytest

from recruiter_kit.feedback import Tier
from recruiter_kit.language.rewriting import rewrite


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("He jumped to sharding", "You jumped to sharding."),
        ("She has never worked with a CRM.", "You have never worked with a CRM."),
        (
            "They rushed their answers and didn't check them.",
            "You rushed your answers and didn't check them.",
        ),
        ("The candidate's examples were old.", "Your examples were old."),
        ("He's never managed people.", "You've never managed people."),
        ("She's good at closing.", "You're good at closing."),
        ("I gave her two hints and she missed both.", "We gave you two hints and you missed both."),
        ("He knows the theory but mixes up the dates.", "You know the theory but mix up the dates."),
        ("The approach was his, not one he'd copied.", "The approach was yours, not one you'd copied."),
        (
            "Only after three prompts did she mention consent.",
            "Only after three prompts did you mention consent.",
        ),
    ],
)
def test_a_note_that_names_the_candidate_is_sure(note: str, text: str) -> None:
    found = rewrite(note)
    assert (found.text, found.tier, found.inserted) == (text, Tier.SURE, ())


@pytest.mark.parametrize(
    ("note", "text", "inserted"),
    [
        ("Missed the edge case", "You missed the edge case.", ["You"]),
        ("Knows SQL, blames others.", "You know SQL, and you blame others.", ["You", "and you"]),
        (
            "Struggled w/ joins, had to be prompted.",
            "You struggled with joins and had to be prompted.",
            ["You", "and"],
        ),
        ("Weak on testing", "You were weak on testing.", ["You were"]),
        (
            "Decent SQL, rusty Java.",
            "Your SQL was decent; your Java was rusty.",
            ["Your", "was", "; your", "was"],
        ),
        ("Joins fine", "Your joins were fine.", ["Your", "were"]),
        ("Strong communicator", "You were a strong communicator.", ["You were a"]),
        ("No way to undo it", "There was no way to undo it.", ["There was"]),
        ("No questions about the team", "You had no questions about the team.", ["You had"]),
        ("Asked why he left, said the pay.", "When asked why you left, you said the pay.", ["When", "you"]),
        ("When stopped, was able to go on", "When stopped, you were able to go on.", ["you"]),
        ("Barely spoke", "You barely spoke.", ["You"]),
        ("Coding: solved it", "Coding: you solved it.", ["you"]),
        ("Comms – fine", "Your communication was fine.", ["Your", "was"]),
    ],
)
def test_what_was_put_in_is_marked(note: str, text: str, inserted: list[str]) -> None:
    found = rewrite(note)
    assert (found.text, found.tier) == (text, Tier.INSERTED)
    assert [text[start:end] for start, end in found.inserted] == inserted


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("Pressed twice, still no estimate", "what the interviewer did"),
        ("Can't fault his preparation", "what the interviewer felt"),
        ("Explained it twice, still no", "what the interviewer did"),
        ("Not clear why he wants this job", "what the interviewer felt"),
        ("Told him twice to share his screen", "what the interviewer did"),
        ("Solid on Terraform, wouldn't be an issue", "not of the candidate"),
        ("He told his manager what he thought", "manager"),
        ("Strong at comp", "several meanings"),
        ('He "hates docs"', "quotation"),
        ("Good fit", "our own process"),
        ("The room was cold", "has no verb"),
        ("You did well", "already speaks to the candidate"),
        ("7/10", "no words"),
        ("👍", "nothing in it"),
        ("", "nothing in it"),
        ("تم بنجاح", "not written in English"),
        ("Notes:", "heading"),
        ("He explain good", "grammar"),
        ("She's reserved", ""),
    ],
)
def test_doubt_is_left_to_a_person_with_a_reason(note: str, reason: str) -> None:
    found = rewrite(note)
    if reason:
        assert (found.text, found.tier) == (None, Tier.YOURS)
        assert reason in (found.reason or "")


def test_one_withheld_sentence_withholds_the_note() -> None:
    found = rewrite("Missed the join. Too old for us.")
    assert found.text is None
    assert found.withheld is not None
    assert found.withheld.rule == "R6"


def test_sentences_are_joined_as_they_were() -> None:
    assert (
        rewrite("Missed it; took no hint. Left early").text
        == "You missed it; you took no hint. You left early."
    )


def test_rules_name_what_fired() -> None:
    assert rewrite("He knows joins").rules == ("pronoun", "agreement")


def test_the_dictionary_is_not_loaded_by_an_import() -> None:
    code = "import sys, recruiter_kit.language.rewriting; sys.exit('lemminflect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
