"""A name that no font on this machine can draw is noticed before it is sent."""

from collections.abc import Iterator
from ctypes.util import find_library

import pytest

from recruiter_kit.documents import glyphs
from recruiter_kit.documents.glyphs import undrawn
from recruiter_kit.documents.letter import letter_pdf
from recruiter_kit.errors import RenderError
from recruiter_kit.model import Candidate
from tests.gold import gold

NOBODYS = "\U000f1234"


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
    with pytest.raises(RenderError, match="no font on this machine"):
        letter_pdf(gold(candidate=Candidate(given_name=f"A{NOBODYS}")))


@pytest.mark.usefixtures("afresh")
@pytest.mark.parametrize("beginning", ["pango-", "pangoft2-", "gobject-"])
def test_nothing_is_found_where_a_library_is_missing(monkeypatch: pytest.MonkeyPatch, beginning: str) -> None:
    monkeypatch.setattr(
        "ctypes.util.find_library", lambda name: None if name.startswith(beginning) else find_library(name)
    )
    assert undrawn(NOBODYS) == ()
