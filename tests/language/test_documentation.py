"""docs/language.md shows what the program does."""

import re

import pytest

from recruiter_kit.feedback import Form
from recruiter_kit.language.doubt import Reasons
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.opinions import why_opinion
from recruiter_kit.language.rewriting import rewrite
from recruiter_kit.language.screening import rules, screen
from tests.places import DOCS

PAGE = (DOCS / "language.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def examples(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


@pytest.mark.parametrize("note", examples(section("Why a sentence is yours")))
def test_every_example_of_yours_is_left(note: str) -> None:
    assert rewrite(note).form is Form.YOURS or why_opinion(note)


def test_every_label_of_screening_is_named() -> None:
    assert [rule.label for rule in rules().rules if rule.label not in section("What is withheld")] == []


@pytest.mark.parametrize("row", re.findall(r"\| R.*", section("What is withheld")))
def test_examples_of_screening_are_true(row: str) -> None:
    *_, withheld, passed, _ = row.split("|")
    assert all(screen(example) for example in examples(withheld))
    assert not any(screen(example) for example in examples(passed))


def test_the_first_example_is_true() -> None:
    note, text = examples(PAGE)[:2]
    assert rewrite(note).text == text


def test_every_reason_is_a_sentence_part_in_plain_words() -> None:
    for reason in load("reasons", Reasons).reasons.values():
        assert reason[0].islower() or reason[0] == '"'
        assert not reason.endswith(".")


def test_every_form_is_shown_with_what_becomes_of_a_note() -> None:
    table = section("The four forms")
    shown = re.findall(r"\| \*\*(\w+)\*\* \| [^|]* \| `([^`]+)`(?: → `([^`]+)`)? \|", table)
    assert [name for name, *_ in shown] == [Form.ADDRESSED, Form.NOTED, Form.ASKED]
    for name, note, text in shown:
        found = rewrite(note)
        assert (found.form, found.text) == (Form(name), text or None)
