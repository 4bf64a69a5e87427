"""A name that no font on this machine can draw is noticed before it is sent."""

import io
from collections.abc import Iterator
from ctypes.util import find_library

import pytest
from pypdf import PageObject, PdfReader

from recruiter_kit.documents import glyphs
from recruiter_kit.documents.glyphs import UndrawnError, refuse_undrawn, scripts_undrawn, undrawn
from recruiter_kit.documents.letter import letter_pdf
from recruiter_kit.model import Candidate
from tests.gold import gold

NOBODYS = "\U000f1234"
NAMES = {
    "Hangul": "김민준",
    "Thai": "สมชาย",
    "Devanagari": "प्रिया",
    "Arabic": "محمد",
    "Hebrew": "דוד",
    "Han": "王小明",
    "kana": "たなか",
    "Bengali": "অমিত",
    "Tamil": "முருகன்",
    "Vietnamese": "Nguyễn",
}


@pytest.fixture
def afresh() -> Iterator[None]:
    """Let the libraries be looked for again, in this test and after it."""
    undrawn.cache_clear()
    glyphs._libraries.cache_clear()
    yield
    undrawn.cache_clear()
    glyphs._libraries.cache_clear()


def test_characters_that_no_font_can_draw_are_found() -> None:
    assert undrawn("Marta Ж") == ()
    assert undrawn(f"A{NOBODYS}{NOBODYS}") == (NOBODYS,)


def test_a_name_that_no_font_can_draw_stops_the_letter_and_says_so() -> None:
    with pytest.raises(UndrawnError, match=r"no font on this machine.*\(U\+F1234\)"):
        letter_pdf(gold(candidate=Candidate(given_name=f"A{NOBODYS}")))


def test_what_waits_for_a_font_is_told_by_its_script_and_not_by_the_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(glyphs, "undrawn", tuple)
    with pytest.raises(UndrawnError, match=r"\(Hangul, Han, Devanagari\)"):
        refuse_undrawn("김민王प")


def test_this_machine_draws_the_scripts_that_names_are_written_in() -> None:
    assert scripts_undrawn() == ()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_another_script_is_drawn_from_a_font_that_is_embedded(name: str) -> None:
    page = PdfReader(io.BytesIO(letter_pdf(gold(candidate=Candidate(given_name=name))))).pages[0]
    assert set(name) <= set(page.extract_text())
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    for key, glyphs_drawn in drawn(page).items():
        (font,) = fonts[key].get_object()["/DescendantFonts"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.get_object()["/FontDescriptor"])
        # Glyph 0 is the box that a font shows for what it does not have.
        assert 0 not in glyphs_drawn


def drawn(page: PageObject) -> dict[str, set[int]]:
    """Return the glyphs that a page draws, by the key of their font."""
    found: dict[str, set[int]] = {}
    font = ""
    contents = page.get_contents()
    assert contents is not None
    for operands, operator in contents.operations:
        if operator == b"Tf":
            font = str(operands[0])
        for text in operands[0] if operator == b"TJ" else operands if operator == b"Tj" else ():
            if not isinstance(text, int | float):
                codes = text.original_bytes
                places = range(0, len(codes), 2)
                found.setdefault(font, set()).update(
                    int.from_bytes(codes[place : place + 2]) for place in places
                )
    return found


@pytest.mark.usefixtures("afresh")
@pytest.mark.parametrize("beginning", ["pango-", "pangoft2-", "gobject-"])
def test_nothing_is_found_where_a_library_is_missing(monkeypatch: pytest.MonkeyPatch, beginning: str) -> None:
    monkeypatch.setattr(
        "ctypes.util.find_library", lambda name: None if name.startswith(beginning) else find_library(name)
    )
    assert undrawn(NOBODYS) == ()
