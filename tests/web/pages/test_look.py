"""The look of the letters: followed in a picture while it is typed, saved with its logo."""

import io
from pathlib import Path

import pytest
from PIL import Image

from recruiter_kit.intake import read_standard
from tests.web.client import PageClient
from tests.web.conftest import As

FORM = {
    "accent": "#AA2200",
    "letterhead": "1 Dock Road\n\nHull",
    "footer": "Northgate Logistics",
    "chart": "y",
}


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 20)) -> io.BytesIO:
    made = io.BytesIO()
    Image.new("RGB", size, "#aa2200").save(made, kind)
    made.seek(0)
    return made


@pytest.fixture
def lead(signed_in: As) -> PageClient:
    return signed_in("lead")


def test_logo_colour_and_letterhead_are_saved_and_the_rest_of_the_file_stays(
    lead: PageClient, instance: Path
) -> None:
    file = instance / "standard.yaml"
    file.write_text(f"# Ours.\n{file.read_text('utf-8')}", encoding="utf-8")
    sender = read_standard(file).sender
    lead.post("/look", data=FORM | {"logo": (picture("JPEG"), "our logo.JPG")})
    after = read_standard(file)
    assert (after.look.accent, after.look.letterhead) == ("#aa2200", ("1 Dock Road", "Hull"))
    assert (after.look.logo, after.look.chart, after.sender) == ("logo.jpg", True, sender)
    assert (instance / "brand" / "logo.jpg").read_bytes() == picture("JPEG").getvalue()
    assert file.read_text("utf-8").startswith("# Ours.\n")
    lead.post("/look", data=FORM | {"without_logo": "y"})
    assert read_standard(file).look.logo is None


def test_the_picture_follows_what_is_typed_and_saves_nothing(lead: PageClient, instance: Path) -> None:
    before = (instance / "standard.yaml").read_bytes()
    now = lead.get("/look/picture")
    typed = lead.post("/look/picture", data=FORM | {"logo": (picture(), "logo.png")})
    assert (now.mimetype, typed.mimetype) == ("image/png", "image/png")
    assert now.data != typed.data
    assert Image.open(io.BytesIO(typed.data)).size == Image.open(io.BytesIO(now.data)).size
    assert (instance / "standard.yaml").read_bytes() == before
    assert not (instance / "brand").exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"GIF89a", "logo.png"),
        (b"\x89PNG\r\n\x1a\n broken", "logo.png"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 505_000, "x.png"),
    ],
)
def test_a_file_that_is_no_logo_is_refused_and_changes_nothing(
    lead: PageClient, instance: Path, content: bytes, name: str
) -> None:
    before = (instance / "standard.yaml").read_bytes()
    page = lead.post("/look", data=FORM | {"logo": (io.BytesIO(content), name)})
    assert "PNG or JPEG of at most 500 kB" in page.text
    assert (instance / "standard.yaml").read_bytes() == before
    followed = lead.post("/look/picture", data=FORM | {"logo": (io.BytesIO(content), name)})
    assert (followed.status_code, "PNG or JPEG" in followed.json["why"]) == (422, True)  # type: ignore[index]


def test_a_small_file_that_unpacks_to_a_large_picture_is_refused(lead: PageClient) -> None:
    huge = picture(size=(9000, 9000))
    assert len(huge.getvalue()) < 500_000
    assert "PNG or JPEG" in lead.post("/look", data=FORM | {"logo": (huge, "x.png")}).text


def test_too_many_lines_are_refused_in_words(lead: PageClient) -> None:
    assert "at most 4 lines" in lead.post("/look", data=FORM | {"letterhead": "a\nb\nc\nd\ne"}).text
