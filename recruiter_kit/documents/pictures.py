"""Pages of a PDF as pictures, for a preview."""

import io
from collections.abc import Iterator

import pypdfium2


def page_count(pdf: bytes) -> int:
    """Return how many pages `pdf` has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def pictures(pdf: bytes, *, per_inch: int = 100) -> Iterator[bytes]:
    """Yield each page of `pdf` as a PNG with `per_inch` dots an inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            png = io.BytesIO()
            page.render(scale=per_inch / 72).to_pil().save(png, "PNG")
            yield png.getvalue()
