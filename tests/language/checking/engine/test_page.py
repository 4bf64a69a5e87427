"""A text is read as sentences, whatever its line breaks, marks and invisible characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.engine.page import prepare
from recruiter_kit.language.gate import foreign


@pytest.fixture(scope="module", autouse=True)
def _languages_are_loaded() -> None:
    """The language gate's model is loaded by the first doubt, and a property must not be timed with that."""
    foreign("Sourire permanent")


def spans(text: str, label: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in check(text) if finding.label == label]


def test_a_phrase_is_found_across_a_wrapped_line() -> None:
    text = "Dear Sam,\n\nThere were many strong\n   candidates this year."
    assert spans(text, "evasion") == ["many strong\n   candidates"]


def test_a_blank_line_or_a_list_mark_ends_a_sentence() -> None:
    assert len(prepare("Data modelling\n\nYou asked.").sentences) == 2
    assert len(prepare("One thing:\n- You asked.\n- You wrote.").sentences) == 3


def test_emphasis_and_curly_marks_hide_nothing() -> None:
    text = "We’ll **definitely** be in touch."
    assert spans(text, "promise") == ["We’ll **definitely** be in touch"]


def test_invisible_characters_hide_nothing() -> None:
    text = "You are preg\u00adnant, which wor\u200bried us."
    assert spans(text, "protected") == ["You are preg\u00adnant"]


def test_a_semicolon_does_not_end_a_sentence() -> None:
    assert len(prepare("Your close was good; you asked for the order.").sentences) == 1


def test_what_the_candidate_said_is_exempt_but_not_what_is_protected() -> None:
    assert check("You said “it was obviously the worst ever”.") == []
    assert [finding.label for finding in check("You told us 'I am pregnant', and we noted it.")] == [
        "protected"
    ]


@given(st.text(alphabet=st.sampled_from("aB you're “”'\"*_\n\t .;!-1\u00ad\u200b’é\U0001f600"), max_size=200))
def test_any_text_is_read_and_every_place_leads_back(text: str) -> None:
    page = prepare(text)
    for sentence in page.sentences:
        end = sentence.start + len(sentence.text)
        assert 0 <= page.original(sentence.start) <= page.original(end - 1) < len(text)
        assert len(sentence.hidden) == len(sentence.text)


@given(st.text(max_size=300))
def test_findings_lie_inside_the_text_and_come_in_reading_order(text: str) -> None:
    found = check(text)
    assert [finding.start for finding in found] == sorted(finding.start for finding in found)
    assert all(0 <= finding.start < finding.end <= len(text) for finding in found)
