"""Laying HTML out as PDF with WeasyPrint.

In: HTML and the name of a style sheet. Out: the bytes of a PDF. Fetching is closed: only the
fonts beside this module are read, no other file and no address. The same HTML gives the same bytes.
"""

import atexit
import logging
import os
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from recruiter_kit.documents.templates import fill
from recruiter_kit.errors import RenderError
from recruiter_kit.messages import say

FONT_FOLDER = Path(__file__).parent / "fonts"
FACES = (
    ("Source Serif 4", "SourceSerif4-Regular.ttf", "normal", 400),
    ("Source Serif 4", "SourceSerif4-Italic.ttf", "italic", 400),
    ("Source Serif 4", "SourceSerif4-SemiBold.ttf", "normal", 600),
    ("Source Sans 3", "SourceSans3-Regular.ttf", "normal", 400),
    ("Source Sans 3", "SourceSans3-SemiBold.ttf", "normal", 600),
)

# Without HarfBuzz's subsetter fonts are cut in Python, which stamps them with the time of day.
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

# WeasyPrint reports style sheet details to a log that nobody who sends letters reads.
logging.getLogger("weasyprint").addHandler(logging.NullHandler())
logging.getLogger("weasyprint").propagate = False


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Reads the bundled fonts and refuses, and remembers, every other file and address."""

    def __init__(self) -> None:
        super().__init__()
        self.refused = False

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Return the font behind `url`; raises RenderError for anything else."""
        if url not in _allowed():
            self.refused = True
            raise RenderError(say("reaches_outside"))
        return super().fetch(url, headers)


def lay_out(html: str, style: str, page: str) -> bytes:
    """Return `html` as a PDF with the style sheet `style` on paper `page` ("A4" or "Letter").

    Raises RenderError when the page asks for a file or an address.
    """
    fetcher = ClosedFetcher()
    fonts, sheet = _style(style, page)
    document = HTML(string=html, url_fetcher=fetcher)
    pdf: bytes = document.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    if fetcher.refused:
        # WeasyPrint only logs what it could not fetch and goes on without it.
        raise RenderError(say("reaches_outside"))
    return pdf


def style_sheet(style: str, page: str) -> str:
    """Return a style sheet with the bundled fonts declared, for paper `page` ("A4" or "Letter")."""
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{(FONT_FOLDER / file).as_uri()}"); '
        f"font-style: {slant}; font-weight: {weight} }}\n"
        for family, file, slant, weight in FACES
    )
    return faces + fill(f"documents/{style}", page=page)


@cache
def _style(style: str, page: str) -> tuple[FontConfiguration, CSS]:
    """Parse a style sheet and load its fonts once in a process."""
    fonts = FontConfiguration()
    sheet = CSS(string=style_sheet(style, page), font_config=fonts, url_fetcher=ClosedFetcher())
    return fonts, sheet


# The font configuration keeps its fonts in a temporary folder and removes it when it goes.
atexit.register(_style.cache_clear)


@cache
def _allowed() -> frozenset[str]:
    return frozenset((FONT_FOLDER / file).as_uri() for _, file, _, _ in FACES)
