"""Notes are cut into sentences, and each keeps its place."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.language.sentences import split


def texts(note: str) -> list[str]:
    return [each.text for each in split(note)]


@pytest.mark.parametrize(
    ("note", "sentences"),
    [
        ("Good comms. No questions about the team.", ["Good comms.", "No questions about the team."]),
        ("- knew SQL\n* no tests\n• asked twice", ["knew SQL", "no tests", "asked twice"]),
        ("1. knew SQL\n2) no tests", ["knew SQL", "no tests"]),
        ("Took 2.5 h, e.g. on joins. Done", ["Took 2.5 h, e.g. on joins.", "Done"]),
        ("v. strong on Go, i.e. channels", ["v. strong on Go, i.e. channels"]),
        ("Took approx. 10 min", ["Took approx. 10 min"]),
        ("Knew React etc. and Vue", ["Knew React etc. and Vue"]),
        ("Used node.js well", ["Used node.js well"]),
        ("Blamed his team; took no responsibility", ["Blamed his team", "took no responsibility"]),
        ("Started well… then got stuck", ["Started well… then got stuck"]),
        ("Got stuck... Then left", ["Got stuck...", "Then left"]),
        ('Said "I don\'t. Ever." when asked', ['Said "I don\'t. Ever." when asked']),
        ("Coding: solved it. Design: did not finish", ["Coding: solved it.", "Design: did not finish"]),
        ("Really?! Yes", ["Really?!", "Yes"]),
        ("ok 👍", ["ok 👍"]),
        ("one\r\ntwo\u2028three", ["one", "two", "three"]),
        ("", []),
        (" .. \n - \n", []),
    ],
)
def test_a_note_is_cut_where_its_writer_would_stop(note: str, sentences: list[str]) -> None:
    assert texts(note) == sentences


@given(st.text(max_size=300))
def test_places_are_those_of_the_note_and_in_order(note: str) -> None:
    found = split(note)
    assert all(note[each.start : each.end] == each.text == each.text.strip() for each in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@given(st.text(alphabet='ab .;!?\n-…"“”', max_size=120))
def test_no_word_is_lost(note: str) -> None:
    kept = "".join(each.text for each in split(note))
    assert sorted(letter for letter in note if letter.isalpha()) == sorted(
        letter for letter in kept if letter.isalpha()
    )
