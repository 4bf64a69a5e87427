"""A note in another language is recognised, and a note in English is never taken for one."""

import json
import subprocess
import sys
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.language.gate import Languages, foreign
from recruiter_kit.language.lexicons import load
from tests.places import CORPORA

MISSED = 0.01
"""The share of notes in other languages that may be missed: those whose every word English has, too."""
FRAGMENTS_MISSED = 0.1
NAMED = 0.95
FALSE_ALARMS = 0.001
SLOWEST = 50e-6
"""Seconds of computing for a note in English; the figures are in docs/decisions/14-language-gate.md."""


def corpus(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPORA / f"{name}.jsonl").read_text("utf-8").splitlines()]


FOREIGN = corpus("foreign_notes")
ENGLISH = [*corpus("english_notes"), *corpus("notes/worded_gold"), *corpus("notes/worded_judged")]


@pytest.fixture(scope="module", autouse=True)
def _model_is_loaded() -> None:
    foreign("Sourire permanent")


def test_notes_in_other_languages_are_recognised() -> None:
    missed = [each["note"] for each in FOREIGN if foreign(each["note"]) is None]
    assert len(missed) <= MISSED * len(FOREIGN), missed


def test_most_fragments_without_a_word_of_grammar_are_recognised() -> None:
    fragments = corpus("foreign_fragments")
    missed = [each["note"] for each in fragments if foreign(each["note"]) is None]
    assert len(missed) <= FRAGMENTS_MISSED * len(fragments), missed


def test_their_language_is_named() -> None:
    named = [(each, foreign(each["note"])) for each in FOREIGN if each["language"]]
    wrong = [(each["note"], said) for each, said in named if said and each["language"] not in said]
    # A script of several languages is named itself.
    wrong = [(note, said) for note, said in wrong if not said.endswith("script")]
    assert len(wrong) <= (1 - NAMED) * len(named), wrong


def test_notes_in_english_are_left_alone() -> None:
    alarms = [(each["note"], said) for each in ENGLISH if (said := foreign(each["note"]))]
    assert len(alarms) <= FALSE_ALARMS * len(ENGLISH), alarms


def test_none_of_our_own_tricky_notes_in_english_is_taken_for_another_language() -> None:
    own = [each["note"] for each in corpus("english_notes") if each["from"] == "own"]
    assert len(own) > 60
    assert [(note, said) for note in own if (said := foreign(note))] == []


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("Hat drei Kinder.", "German"),
        ("Sie ist schwanger.", "German"),
        ("HAT DREI KINDER", "German"),
        ("Elle est enceinte.", "French"),
        ("İngilizcesi yetersiz", "Turkish"),
        ("임신 중입니다.", "Korean"),
        ("她怀孕了。", "Chinese"),
        ("Она беременна.", "Cyrillic script"),
    ],
)
def test_the_language_of_a_short_note_is_said(note: str, language: str) -> None:
    assert foreign(note) == language


@pytest.mark.parametrize(
    "note",
    [
        "Good SQL, knows her joins. Hat aber zwei kleine Kinder und will nur halbtags arbeiten.",
        "Named the three checks and did them in order, aber er ist einfach zu alt für das Team",
        "Strong SQL, aber schwanger",
        "Candidate | Notes\nAnna | hat keine Fragen gestellt",
    ],
)
def test_a_note_that_is_partly_in_another_language_is_foreign_as_a_whole(note: str) -> None:
    assert foreign(note) == "German"


def test_a_foreign_quotation_is_no_reason_unless_it_is_long() -> None:
    assert foreign("Quoted 'Ordnung muss sein' and laughed") is None
    assert foreign("Told me: “Ich habe zwei kleine Kinder und kann abends nicht arbeiten.”") == "German"


def test_a_name_with_foreign_letters_is_no_reason() -> None:
    assert foreign("Zoë Çelik") is None
    assert foreign("Łukasz Żak and José Núñez sat in") is None


def test_letters_that_are_composed_or_not_are_the_same() -> None:
    assert foreign("Fu\u0308r das Team zu alt") == foreign("Für das Team zu alt") == "German"


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    assert foreign(text) == foreign(text)


@pytest.mark.parametrize("text", ["", "\ud800 abc", "😀", "a" * 20_000, "'" * 5_000, "\u202eabc", "1) 2) 3)"])
def test_what_says_nothing_is_not_foreign(text: str) -> None:
    assert foreign(text) is None


def test_a_note_in_english_takes_a_few_microseconds() -> None:
    notes = [each["note"] for each in ENGLISH]
    taken = []
    for _ in range(3):
        start = process_time()
        for note in notes:
            foreign(note)
        taken.append((process_time() - start) / len(notes))
    assert min(taken) < SLOWEST


def test_the_model_is_loaded_by_a_doubt_and_not_before() -> None:
    code = (
        "import sys; from recruiter_kit.language.gate import foreign\n"
        "foreign('Did not ask for the order.'); foreign('Sie ist schwanger.')\n"
        "print('py3langid' in sys.modules); foreign('Sourire permanent'); print('py3langid' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "True"]


def test_languages_have_codes_of_their_own() -> None:
    languages = load("languages", Languages).languages
    assert len({language.code for language in languages}) == len(languages)
    assert len({language.name for language in languages}) == len(languages)
