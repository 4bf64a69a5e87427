"""The sentences of the product, read from wording/."""

import re
from datetime import date
from pathlib import Path

import pytest

from recruiter_kit.composing import phrasing
from recruiter_kit.errors import DataFileError
from recruiter_kit.language.checking import check
from recruiter_kit.standard import Standard

FILES = ("letter", "call", "answers")
LONGEST_SPOKEN = 15
SEEN = " You talked through batch against streaming with an example from your last job."


def sentences(file: str) -> dict[str, str]:
    return dict(phrasing._sentences(file))


@pytest.mark.parametrize("file", FILES)
def test_every_file_loads_with_known_fields_only(file: str) -> None:
    assert sentences(file)


def test_an_unknown_field_is_refused_with_file_line_and_reason() -> None:
    content = {"opening": {"hello": "Hello {candidate}, you earn {salary}."}}
    with pytest.raises(
        DataFileError, match=r"call\.yaml: line 6: opening\.hello: the field salary is not known"
    ):
        phrasing.read("call", content, {"opening": frozenset({"candidate"})})


@pytest.mark.parametrize("value", [[], ["One.", "Another."], 3, None])
def test_what_is_not_one_sentence_is_refused(value: object) -> None:
    with pytest.raises(DataFileError, match=r"opening\.hello: one sentence was expected"):
        phrasing.read("call", {"opening": {"hello": value}}, {"opening": frozenset()})


def test_every_sentence_is_used_somewhere() -> None:
    package = Path(phrasing.__file__).parent.parent
    code = " ".join(path.read_text() for path in package.rglob("*.py"))
    for file in FILES:
        for key in sentences(file):
            group = key.rsplit(".", 1)[0]
            assert key in code or f"{group}.{{" in code, f"{key} is said nowhere"


def test_what_is_said_on_a_call_can_be_said_in_one_breath() -> None:
    for key, text in sentences("call").items():
        if key.startswith("call.before"):
            continue  # read, not said
        for sentence in re.split(r"(?<=[.?!])\s", text):
            assert len(sentence.split()) <= LONGEST_SPOKEN, key
    for card in phrasing.card_wordings():
        assert len(card.first.split()) <= 20, card.id


SAID_OF_THE_DECISION = {"letter.outcome.not_your_interviews", "letter.band.differing"}


def test_our_own_sentences_pass_our_own_check() -> None:
    for file in ("letter", "call"):
        for key, text in sentences(file).items():
            if key.startswith("call.before"):
                continue  # for the caller's eyes
            dated = re.sub(r"\{\w+_date\}", "3 December", text)
            filled = re.sub(r"\{\w+\}", "SQL", dated)
            if key in SAID_OF_THE_DECISION:
                continue  # it says what decided, which is no claim on the candidate
            filled += SEEN if key.startswith("call.strength") else ""
            assert [finding.label for finding in check(filled)] == [], text


def test_every_card_of_the_specification_is_there() -> None:
    assert {card.id for card in phrasing.card_wordings()} == {
        "silence", "tears", "anger", "abuse", "fact-dispute", "reconsider", "who-got-it", "protected",
        "have-experience", "self-blame", "how-close", "who-said", "in-writing", "apply-again", "thanks",
        "self-harm",
    }  # fmt: skip
    assert {card.id for card in phrasing.card_wordings() if card.stop} == {"protected", "self-harm"}


@pytest.mark.parametrize(("value", "expected"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13")])
def test_small_numbers_are_words(value: int, expected: str) -> None:
    assert phrasing.number(value) == expected


def test_the_year_is_named_only_when_it_is_another() -> None:
    decided = date(2026, 12, 20)
    assert phrasing.day(date(2026, 12, 31), Standard(), decided) == "31 December"
    assert phrasing.day(date(2027, 1, 3), Standard(), decided) == "3 January 2027"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Data modelling", "data modelling"),
        ("SQL", "SQL"),
        ("French", "French"),
        ("Excel models", "Excel models"),
    ],
)
def test_a_criterion_inside_a_sentence_keeps_the_capital_of_a_name(name: str, inside: str) -> None:
    assert phrasing.inside_sentence(name) == inside
