"""The house's own sentences, as data."""

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


def sentences(file: str) -> dict[str, str]:
    return dict(phrasing._sentences(file))


@pytest.mark.parametrize("file", FILES)
def test_every_file_loads_with_known_fields_only(file: str) -> None:
    assert sentences(file)


def test_an_unknown_field_is_refused_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataFileError, match=r"letter\.yaml: decision\.not_offered: the field salary"):
        phrasing._refuse_unknown_fields(
            "letter", "decision.not_offered", "We pay {salary}.", frozenset({"role"})
        )


def test_every_sentence_of_the_house_is_used_somewhere() -> None:
    package = Path(phrasing.__file__).parent.parent
    code = " ".join(path.read_text() for path in package.rglob("*.py"))
    for file in FILES:
        for key in sentences(file):
            group = key.rsplit(".", 1)[0]
            assert key in code or f"{group}.{{" in code, f"{key} is said nowhere"


def test_what_is_said_on_a_call_can_be_said_in_one_breath() -> None:
    for key, text in sentences("call").items():
        for sentence in re.split(r"(?<=[.?!])\s", text):
            assert len(sentence.split()) <= LONGEST_SPOKEN, key
    for card in phrasing.card_wordings():
        assert len(card.first.split()) <= 20, card.id


def test_the_houses_own_sentences_pass_its_own_check() -> None:
    for file in ("letter", "call"):
        for key, text in sentences(file).items():
            filled = re.sub(r"\{\w+\}", "SQL", text)
            assert [each.label for each in check(filled) if each.severity == "error"] == [], key


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
