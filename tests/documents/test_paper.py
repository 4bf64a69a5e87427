"""A house's own paper: logo, letterhead, colour, footer and chart."""

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from recruiter_kit.documents.letter import letter_html, letter_pdf
from recruiter_kit.documents.preview import pictures
from recruiter_kit.errors import RenderError
from tests.documents.looks import with_look
from tests.gold import gold


def test_letterhead_footer_and_colour_stand_on_the_page() -> None:
    lines = ["1 Quay Street", "Leeds"]
    feedback = with_look(letterhead=lines, footer="Northgate Logistics Ltd", accent="#aa3300")
    assert "#aa3300" in letter_html(feedback)
    told = PdfReader(io.BytesIO(letter_pdf(feedback))).pages[0].extract_text()
    assert "Quay Street" in told
    assert "Northgate Logistics Ltd" in told


def test_a_logo_is_shown(brand: Path) -> None:
    images = PdfReader(io.BytesIO(letter_pdf(with_look(logo="logo.png")))).pages[0].images
    assert len(images) == 1


@pytest.mark.parametrize("content", [b"<svg/>", b"GIF89a", None])
def test_a_logo_that_is_none_is_named(brand: Path, content: bytes | None) -> None:
    if content is None:
        (brand / "logo.png").unlink()
    else:
        (brand / "logo.png").write_bytes(content)
    with pytest.raises(RenderError, match=r"logo.png: the logo cannot be used"):
        letter_pdf(with_look(logo="logo.png"))


def test_the_chart_can_be_left_out_and_goes_with_the_bands() -> None:
    assert letter_html(gold()).count("<svg") == 4
    assert "<svg" not in letter_html(with_look(chart=False))
    assert "<svg" not in letter_html(gold(standard=gold().standard.model_copy(update={"bands_shown": False})))


def test_pages_can_be_seen_as_pictures() -> None:
    (page,) = pictures(letter_pdf(gold()), per_inch=50)
    assert Image.open(io.BytesIO(page)).size == (414, 585)
