"""The style sheet: the bundled fonts, the paper and the organisation's colour."""

import pytest

from recruiter_kit.documents.letter import letter_html
from recruiter_kit.documents.style import FACES, FONT_FOLDER, style_sheet
from tests.documents.looks import with_look


@pytest.mark.parametrize("style", ["letter.css", "call-script.css"])
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_a_style_sheet_names_the_paper_the_colour_and_every_font(style: str, page: str) -> None:
    sheet = style_sheet(style, page, "#aa3300")
    assert f"size: {page}" in sheet
    assert "#aa3300" in sheet
    assert all((FONT_FOLDER / file).as_uri() in sheet for _, file, _, _ in FACES)
    assert all((FONT_FOLDER / file).is_file() for _, file, _, _ in FACES)


def test_the_chart_has_the_colour_of_the_letter() -> None:
    assert "#aa3300" in letter_html(with_look(accent="#aa3300", chart=True))
