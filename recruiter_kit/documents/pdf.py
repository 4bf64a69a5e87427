"""Laying HTML out as PDF with WeasyPrint.

In: HTML and a style sheet. Out: the bytes of a PDF that is tagged for screen readers (PDF/UA-1) and for the
archive (PDF/A-2a). Fetching is closed: only the fonts beside this module and the organisation's logo are
read, no other file and no address. The same HTML gives the same bytes.
"""

import atexit
import logging
import os
from functools import cache, lru_cache
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from recruiter_kit.documents.lock import ALONE
from recruiter_kit.documents.pdf_ua import also_accessible
from recruiter_kit.documents.style import ACCENT, FACES, FONT_FOLDER, style_sheet
from recruiter_kit.errors import RenderError
from recruiter_kit.messages import say

# Without HarfBuzz's subsetter fonts are cut in Python, which stamps them with the time of day.
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

# WeasyPrint reports style sheet details to a log that nobody who sends letters reads.
logging.getLogger("weasyprint").addHandler(logging.NullHandler())
logging.getLogger("weasyprint").propagate = False
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Reads the bundled fonts and `also`, and refuses, and remembers, every other file and address."""

    def __init__(self, also: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.also = also
        self.refused = False

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Return the font behind `url`; raises RenderError for anything else."""
        if url not in _allowed() and url not in self.also:
            self.refused = True
            raise RenderError(say("reaches_outside"))
        return super().fetch(url, headers)


def lay_out(html: str, style: str, page: str, accent: str = ACCENT, logo: str | None = None) -> bytes:
    """Return `html` as a PDF with the style sheet `style` on paper `page` ("A4" or "Letter").

    `accent` is the colour of lines and marks (#rrggbb), `logo` the data: URI of the one picture that the
    page may show. Raises RenderError when the page asks for any other file or address.
    """
    fetcher = ClosedFetcher(frozenset({logo} if logo else ()))
    with ALONE:
        fonts, sheet, reached = _style(style_sheet(style, page, accent))
        document = HTML(string=html, url_fetcher=fetcher)
        pdf: bytes = document.write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-2a", finisher=also_accessible
        )
    if fetcher.refused or reached:
        # WeasyPrint only logs what it could not fetch and goes on without it.
        raise RenderError(say("reaches_outside"))
    return pdf


@lru_cache(16)
def _style(sheet: str) -> tuple[FontConfiguration, CSS, bool]:
    """Parse a style sheet and load its fonts once in a process; say whether it reached outside."""
    fonts = FontConfiguration()
    fetcher = ClosedFetcher()
    css = CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
    return fonts, css, fetcher.refused


# The font configuration keeps its fonts in a temporary folder and removes it when it goes.
atexit.register(_style.cache_clear)


@cache
def _allowed() -> frozenset[str]:
    return frozenset((FONT_FOLDER / file).as_uri() for _, file, _, _ in FACES)
