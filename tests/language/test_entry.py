"""An interviewer's note is looked at while it can still be put right."""

import re

import pytest

from recruiter_kit.feedback import Finding
from recruiter_kit.language.doubt import Reasons
from recruiter_kit.language.entry import Entry, look_at
from recruiter_kit.language.lexicons import load
from recruiter_kit.model import Candidate
from tests.places import PACKAGE


def one(note: str, **about: object) -> Finding:
    (found,) = look_at(note, **about)  # type: ignore[arg-type]
    return found


def test_a_plain_observation_is_left_alone() -> None:
    assert look_at("Candidate did not ask for the order.") == ()


@pytest.mark.parametrize("note", ["She is pregnant.", "Arrogant."])
def test_what_cannot_be_used_is_an_error_with_its_reason(note: str) -> None:
    found = one(note)
    assert found.severity == "error"
    assert found.message.startswith("It cannot be used:")
    assert (found.start, found.end) == (0, len(note))


@pytest.mark.parametrize(
    ("note", "rule", "add"),
    [
        ("Great candidate.", "entry.opinion", "what the candidate did"),
        ("14/20", "entry.rating", "what was seen"),
        ("Solid.", "entry.opinion", "what the candidate did"),
    ],
)
def test_what_is_missing_is_named_with_what_to_add(note: str, rule: str, add: str) -> None:
    found = one(note)
    assert (found.severity, found.rule) == ("warning", rule)
    assert add in (found.better or "")


@pytest.mark.parametrize("note", ["Great candidate.", "The carer said she could not wait. She left."])
def test_a_reason_ends_as_a_sentence_does_also_where_it_is_a_question(note: str) -> None:
    for found in look_at(note):
        assert found.message[-1] == "."
        assert found.message[-2] not in ".?!"


def test_other_people_are_not_named_and_the_candidate_may_be() -> None:
    marta = Candidate(given_name="Marta", family_name="Silva")
    note = "Ravi Menon explained the joins twice."
    assert one(note, people=["Ravi Menon"], candidate=marta).severity == "error"
    assert look_at("Marta did not ask for the order.", people=["Marta Silva"], candidate=marta) == ()


def test_offsets_are_those_of_the_note() -> None:
    note = "- Did not ask for the order.\n- Great candidate.\n"
    (found,) = look_at(note)
    assert note[found.start : found.end] == "Great candidate."


def test_every_reason_has_its_own_advice_and_a_file_without_one_is_refused() -> None:
    entry = load("entry", Entry)
    assert set(entry.add) == set(load("reasons", Reasons).reasons)
    fewer = {reason: advice for reason, advice in entry.add.items() if reason != "opinion"}
    with pytest.raises(ValueError, match="opinion"):
        Entry.model_validate({**entry.model_dump(), "add": fewer})


def test_a_note_in_another_language_gives_one_finding_that_names_it() -> None:
    note = "Sie ist schwanger. Hat die Frage nicht beantwortet."
    found = one(note)
    assert (found.label, found.severity, found.start, found.end) == ("not-english", "error", 0, len(note))
    assert "German" in found.message
    assert found.better


def test_a_note_that_is_half_in_english_is_not_read_either() -> None:
    assert one("She is pregnant. Hat zwei kleine Kinder.").label == "not-english"


def test_every_reason_is_one_that_something_is_left_for() -> None:
    raised = re.compile(r'Doubt\(\s*"(\w+)"(?:[^\n]* else "(\w+)")?')
    sources = [file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")]
    keys = {key for source in sources for found in raised.findall(source) for key in found if key}
    assert keys == set(load("reasons", Reasons).reasons)
