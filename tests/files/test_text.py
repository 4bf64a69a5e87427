import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.files.text import clean, one_line, shorten


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, False)
    cleaned.encode()


def test_control_characters_are_taken_out_and_line_ends_made_plain() -> None:
    assert clean("a\0b\r\nc\x0bd\ud800") == ("ab\nc\nd", True)


def test_line_ends_alone_are_nothing_to_report() -> None:
    assert clean("a\r\nb\tc") == ("a\nb\tc", False)


@pytest.mark.parametrize("name", ["محمد بن عبد الله", "王小明", "O’Néill-Ŵynne", "x" * 120])
def test_names_of_the_world_pass(name: str) -> None:
    assert clean(name) == (name, False)


def test_a_quoted_value_is_short_and_on_one_line() -> None:
    assert shorten("a\nb") == "a b"
    assert len(shorten("x" * 10_000)) == 40


def test_one_line() -> None:
    assert one_line(" Marta \n Silva ") == "Marta Silva"
