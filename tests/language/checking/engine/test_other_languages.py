"""A text that is not English is said to be unread, never to be free of faults."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from recruiter_kit.cli.main import recruiter_kit
from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking import check
from tests.places import CORPORA

LETTER = (CORPORA / "letters" / "german.txt").read_text("utf-8")
GERMAN = LETTER.split("\n\n")[3]
ENGLISH = (CORPORA / "letters" / "good1.txt").read_text("utf-8")


def unread(text: str, *, document: bool = False) -> list[Finding]:
    return [finding for finding in check(text, document=document) if finding.label == "not-english"]


def test_a_text_in_another_language_gives_one_error_that_names_it_and_nothing_else() -> None:
    (found,) = check(GERMAN, document=True)
    assert (found.label, found.severity) == ("not-english", "error")
    assert "German" in found.message
    assert (found.start, found.end) == (0, len(GERMAN))


def test_a_letter_in_another_language_is_one_finding_though_names_and_addresses_say_nothing() -> None:
    (found,) = check(LETTER, document=True)
    assert GERMAN in LETTER[found.start : found.end]


def test_one_paragraph_in_another_language_is_marked_in_a_letter_that_is_read_otherwise() -> None:
    text = f"{ENGLISH}\n\n{GERMAN}\n\nYou were off the charts, and we had many strong candidates."
    (found,) = unread(text, document=True)
    assert text[found.start : found.end] == GERMAN
    others = [other for other in check(text, document=True) if other.label != "not-english"]
    assert any(other.start >= found.end for other in others)
    assert not any(found.start <= other.start < found.end for other in others)


def test_two_paragraphs_apart_are_two_findings_and_neighbours_are_one() -> None:
    between = "You asked for the order and named the price."
    assert len(unread(f"{GERMAN}\n\n{between}\n\n{GERMAN}")) == 2
    assert len(unread(f"{between}\n\n{GERMAN}\n\n{GERMAN}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ok.",
        "Danke.",
        "Zoë Çelik",
        "Rua das Flores 5, São Paulo",
        "Universidad de los Andes",
        "kaizen",
        ENGLISH,
    ],
)
def test_short_texts_addresses_and_english_are_left_alone(text: str) -> None:
    assert unread(text, document=True) == []


def test_scripts_without_spaces_are_recognised() -> None:
    assert "Chinese" in unread("我们没有录用你，因为你没有问客户的预算。")[0].message


@pytest.mark.parametrize("shape", ["text", "json", "jsonl", "sarif"])
def test_the_command_says_so_in_every_format_and_ends_with_one(shape: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, "utf-8")
    done = CliRunner().invoke(recruiter_kit, ["check", str(letter), "--format", shape])
    assert done.exit_code == 1
    assert "not-english.cannot-be-read" in done.output
    assert "written in German" in done.output
    if shape == "sarif":
        (run,) = json.loads(done.output)["runs"]
        assert [result["ruleId"] for result in run["results"]] == ["not-english.cannot-be-read"]
