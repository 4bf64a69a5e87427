"""The letter as a candidate gets it."""

import io
import re

import pytest
from pypdf import PdfReader

from recruiter_kit.documents.letter import letter_html, letter_pdf
from recruiter_kit.documents.pdf import lay_out
from recruiter_kit.errors import RenderError
from recruiter_kit.feedback import Part
from recruiter_kit.model import Candidate
from tests.gold import gold


def text_of(pdf: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return re.sub(r"\s+", " ", " ".join(pages))


def test_it_says_every_statement_and_in_order() -> None:
    text = text_of(letter_pdf(gold()))
    places = [text.find(statement.text[:40]) for statement in gold().statements]
    assert -1 not in places
    assert places == sorted(places)


def test_the_decision_comes_within_the_first_forty_words() -> None:
    text = text_of(letter_pdf(gold()))
    after_greeting = text.split("Dear Marta,")[1].split()[:40]
    assert "We are not offering you the Data Engineer role." in " ".join(after_greeting)


def test_the_band_is_in_the_heading_of_a_gap() -> None:
    assert "Data modelling: well below what the role needs" in letter_html(gold())


def test_an_organisation_may_leave_the_bands_out() -> None:
    standard = gold().standard.model_copy(update={"bands_shown": False})
    assert "well below" not in letter_html(gold(standard=standard))


def test_it_names_where_a_gap_was_seen() -> None:
    html = letter_html(gold())
    assert "Your interviewers noted" in html
    assert "<li>Modelling exercise: You got stuck on window functions and needed a hint.</li>" in html


def test_it_is_marked_as_a_draft_until_it_is_approved() -> None:
    assert "DRAFT" in text_of(letter_pdf(gold()))
    assert "DRAFT" not in text_of(letter_pdf(gold(state="approved")))


def test_the_same_feedback_gives_the_same_bytes() -> None:
    assert letter_pdf(gold()) == letter_pdf(gold())


def test_nothing_withheld_and_no_interviewer_is_in_it() -> None:
    text = text_of(letter_pdf(gold()))
    for word in ("Tom", "turned down", "Ines", "Okoro", "s1", "2.0"):
        assert word not in text


def test_it_holds_no_metadata_but_its_title() -> None:
    metadata = PdfReader(io.BytesIO(letter_pdf(gold()))).metadata
    assert metadata is not None
    assert set(metadata) <= {"/Title", "/Producer"}


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_it_fits_on_one_page(page: str) -> None:
    standard = gold().standard.model_copy(update={"page": page})
    assert len(PdfReader(io.BytesIO(letter_pdf(gold(standard=standard)))).pages) == 1


@pytest.mark.parametrize(
    "name", ["مريم الحداد", "王小明", "Ж" * 120, "<script>alert(1)</script>", "{{ 7*7 }}"]
)
def test_a_name_in_any_script_is_only_a_name(name: str) -> None:
    html = letter_html(gold(candidate=Candidate(given_name=name)))
    assert "<script>" not in html
    assert "49" not in html
    assert letter_pdf(gold(candidate=Candidate(given_name=name))).startswith(b"%PDF")


@pytest.mark.parametrize(
    "reach",
    [
        '<img src="file:///etc/hostname">',
        '<img src="http://127.0.0.1:9/x.png">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<style>@import url("file:///etc/hostname");</style>',
    ],
)
def test_a_page_that_reaches_outside_is_refused(reach: str) -> None:
    with pytest.raises(RenderError):
        lay_out(f"<!doctype html><html lang=en><title>x</title><body>{reach}<p>x</p>", "letter.css", "A4")


def test_a_split_criterion_keeps_its_band_and_says_that_they_disagreed() -> None:
    said = gold().statements
    disagreed = "Your interviewers disagreed here; both views follow."
    differing = said[3].model_copy(update={"part": Part.DIFFERING, "text": disagreed})
    html = letter_html(gold(statements=(*said[:3], differing, *said[4:])))
    assert "Data modelling: well below what the role needs" in html
    assert f"<p>{disagreed}</p>" in html
