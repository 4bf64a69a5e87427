"""The organisation's logo: shown on the letter, or named when it cannot be used."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from recruiter_kit.documents.letter import letter_pdf
from recruiter_kit.documents.logo import MOST_KILOBYTES, logo_uri
from recruiter_kit.errors import RenderError
from tests.documents.looks import with_look


def test_a_logo_is_shown(brand: Path) -> None:
    images = PdfReader(io.BytesIO(letter_pdf(with_look(logo="logo.png")))).pages[0].images
    assert len(images) == 1


@pytest.mark.parametrize("content", [b"<svg/>", b"GIF89a", None])
def test_a_logo_that_is_not_a_picture_is_named(brand: Path, content: bytes | None) -> None:
    if content is None:
        (brand / "logo.png").unlink()
    else:
        (brand / "logo.png").write_bytes(content)
    with pytest.raises(RenderError, match=r"logo.png: the logo cannot be used"):
        letter_pdf(with_look(logo="logo.png"))


def test_a_logo_may_be_as_large_as_the_limit_and_no_larger(brand: Path) -> None:
    content = b"\xff\xd8\xff".ljust(MOST_KILOBYTES * 1000, b"\0")
    (brand / "logo.jpg").write_bytes(content)
    assert (logo_uri("logo.jpg") or "").startswith("data:image/jpeg;base64,")
    (brand / "logo.jpg").write_bytes(content + b"\0")
    with pytest.raises(RenderError, match="at most 500 kB"):
        logo_uri("logo.jpg")
