"""What holds for every note."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.feedback import Tier
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.dictionary import second_person
from recruiter_kit.language.rewriting import rewrite
from recruiter_kit.language.rewriting.verifying import verify
from recruiter_kit.language.sentences import LONGEST_NOTE
from tests.language.corpus import NAMES, rows

NOTES = [
    row["note"] for name in ("notes_gold", "notes_judged", "notes_own", "notes_trades") for row in rows(name)
]
note_of_the_corpora = st.sampled_from(NOTES)
PAST = ("missed", "explained", "named", "forgot", "checked", "drew", "handled")
OBJECTS = ("the edge case", "two risks", "the till", "a hash map", "the handover", "no tests")
TAILS = ("", " twice", " without prompting", " in 10 minutes", " and left it there", " but ran out of time")
WORDS = sorted({word for note in NOTES for word in note.split()})
any_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
clauses = st.builds(
    lambda v, o, t: f"{v} {o}{t}", st.sampled_from(PAST), st.sampled_from(OBJECTS), st.sampled_from(TAILS)
)
settings.register_profile("notes", deadline=None, max_examples=100)
settings.load_profile("notes")


@given(note_of_the_corpora)
def test_the_same_note_gives_the_same_result(note: str) -> None:
    assert rewrite(note, NAMES) == rewrite(note, NAMES)


@given(note_of_the_corpora)
def test_a_text_means_a_tier_and_no_text_a_reason(note: str) -> None:
    found = rewrite(note, NAMES)
    assert (found.text is None) == (found.tier is Tier.YOURS) == (found.reason is not None)
    assert (found.tier is Tier.INSERTED) == bool(found.inserted)


@given(clauses)
def test_every_way_to_name_the_candidate_gives_one_text(clause: str) -> None:
    subjects = ("He", "She", "They", "The candidate", "Candidate", "Applicant", "Marta", "Marta Silva")
    texts = {rewrite(f"{subject} {clause}.", ["Marta Silva"]).text for subject in subjects}
    assert texts == {f"You {clause}."}


@given(clauses)
def test_a_note_without_a_subject_gives_the_same_text(clause: str) -> None:
    assert rewrite(clause).text == rewrite(f"She {clause}").text


@pytest.mark.parametrize(
    "verb", ["knows", "explains", "has", "does", "is", "was", "goes", "tries", "misses", "can"]
)
@given(other=st.sampled_from(("knows", "asks", "misses", "has named", "was shown", "didn't name")))
def test_verbs_agree_also_when_joined(verb: str, other: str) -> None:
    expected = second_person(verb) or verb
    first, _, rest = other.partition(" ")
    joined = f"{second_person(first) or first} {rest}".strip()
    text = rewrite(f"He {verb} the plan and {other} the risks.").text
    assert text == f"You {expected} the plan and {joined} the risks."


@given(
    clauses,
    st.sampled_from(
        ('"I don\'t do tests"', "`w/ he`", "O(n log n)", "https://he.example/she?w=1", "node.js")
    ),
)
def test_what_must_stay_as_typed_does(clause: str, kept: str) -> None:
    found = rewrite(f"She {clause} and mentioned {kept}.")
    assert found.text is not None
    assert kept in found.text


@given(clauses)
def test_case_and_the_last_stop_do_not_matter(clause: str) -> None:
    texts = {rewrite(each).text for each in (clause, f"{clause}.", clause.capitalize(), f" {clause} . ")}
    assert texts == {f"You {clause}."}


@given(clauses)
def test_a_reworded_note_is_recognised_and_not_reworded_again(clause: str) -> None:
    text = rewrite(f"She {clause}.").text
    assert text is not None
    assert rewrite(text).reason == Doubt("second_person").reason


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_any_text_is_taken_without_an_error(note: str) -> None:
    rewrite(note)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(sorted({w for note in NOTES for w in re.findall(r"\S+", note)})), max_size=12)
)
def test_any_words_in_any_order_are_proved_or_left(words: list[str]) -> None:
    note = " ".join(words)
    found = rewrite(note)
    if found.text and ":" not in note and not re.match(r"\W*\w+[.)]", note):
        assert verify(note, found.text) == () or " - " in note or "–" in note


@given(st.binary(max_size=100))
def test_random_bytes_are_taken_without_an_error(content: bytes) -> None:
    rewrite(content.decode("latin-1"))


def test_a_note_is_read_up_to_its_limit_and_refused_beyond_it() -> None:
    sentence = "She named two risks. "
    most = LONGEST_NOTE // len(sentence) * sentence
    assert rewrite(most).text == most.replace("She", "You").strip()
    assert rewrite(f"{most}{sentence}").reason == Doubt("too_long").reason


@given(any_words)
@settings(max_examples=400)
def test_words_in_any_order_never_crash_and_never_change_twice(note: str) -> None:
    found = rewrite(note, NAMES)
    if found.text:
        assert rewrite(found.text).text in (None, found.text)
