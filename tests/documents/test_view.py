"""What the letter shows of an organisation's look: letterhead, footer and chart."""

import io

from pypdf import PdfReader

from recruiter_kit.documents.letter import letter_html, letter_pdf
from tests.documents.looks import with_look
from tests.gold import gold


def test_letterhead_and_footer_are_on_the_page() -> None:
    feedback = with_look(letterhead=["1 Quay Street", "Leeds"], footer="Northgate Logistics Ltd")
    text = PdfReader(io.BytesIO(letter_pdf(feedback))).pages[0].extract_text()
    assert "Quay Street" in text
    assert "Northgate Logistics Ltd" in text


def test_the_chart_can_be_left_out_and_goes_with_the_bands() -> None:
    assert letter_html(gold()).count("<svg") == 4
    assert "<svg" not in letter_html(with_look(chart=False))
    assert "<svg" not in letter_html(gold(standard=gold().standard.model_copy(update={"bands_shown": False})))
