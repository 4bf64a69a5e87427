"""PDF pages as PNG images, for the preview."""

import io

import pypdfium2

from recruiter_kit.documents.lock import ALONE

PER_INCH = 100


def page_count(pdf: bytes) -> int:
    """Return how many pages `pdf` has."""
    with ALONE, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def picture(pdf: bytes, number: int, *, per_inch: int = PER_INCH) -> bytes | None:
    """Return page `number` (from 1) of `pdf` as a PNG with `per_inch` dots per inch; None past the last."""
    with ALONE, pypdfium2.PdfDocument(pdf) as document:
        return _png(document[number - 1], per_inch) if 0 < number <= len(document) else None


def pictures(pdf: bytes, *, per_inch: int = PER_INCH) -> list[bytes]:
    """Return each page of `pdf` as a PNG with `per_inch` dots per inch."""
    with ALONE, pypdfium2.PdfDocument(pdf) as document:
        return [_png(page, per_inch) for page in document]


def _png(page: pypdfium2.PdfPage, per_inch: int) -> bytes:
    png = io.BytesIO()
    page.render(scale=per_inch / 72).to_pil().save(png, "PNG")
    return png.getvalue()
