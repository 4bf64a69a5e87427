"""The style sheet of a document: the bundled fonts, the paper, the organisation's colour.

In: the name of a style sheet, the paper, a colour. Out: its text. Separate from pdf.py, because
WeasyPrint takes most of a second to load, and a cached letter does not need it.
"""

from pathlib import Path

from recruiter_kit.documents.templates import fill

FONT_FOLDER = Path(__file__).parent / "fonts"
FACES = (
    ("Source Serif 4", "SourceSerif4-Regular.ttf", "normal", 400),
    ("Source Serif 4", "SourceSerif4-Italic.ttf", "italic", 400),
    ("Source Serif 4", "SourceSerif4-SemiBold.ttf", "normal", 600),
    ("Source Sans 3", "SourceSans3-Regular.ttf", "normal", 400),
    ("Source Sans 3", "SourceSans3-SemiBold.ttf", "normal", 600),
)

ACCENT = "#14507a"


def style_sheet(style: str, page: str, accent: str = ACCENT) -> str:
    """Return a style sheet with the bundled fonts declared, for paper `page` ("A4" or "Letter")."""
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{(FONT_FOLDER / file).as_uri()}"); '
        f"font-style: {slant}; font-weight: {weight} }}\n"
        for family, file, slant, weight in FACES
    )
    return faces + fill(f"documents/{style}", page=page, accent=accent)
