"""The doctor: what this machine is missing, and how to install it."""

from ctypes.util import find_library

import pytest
from click.testing import CliRunner, Result

from recruiter_kit.cli.main import recruiter_kit
from recruiter_kit.documents import glyphs
from recruiter_kit.documents.glyphs import SCRIPTS


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """Hide every library whose file begins like this from the machine."""
    beginning: str = request.param
    monkeypatch.setattr(
        "ctypes.util.find_library", lambda name: None if name.startswith(beginning) else find_library(name)
    )
    return beginning


def doctor() -> Result:
    return CliRunner().invoke(recruiter_kit, ["doctor"])


def test_a_machine_that_has_everything_is_well() -> None:
    assert doctor().output == "Everything is there.\n"
    assert doctor().exit_code == 0


@pytest.mark.parametrize(
    ("missing", "name"),
    [("pango-", "Pango"), ("pangoft2-", "PangoFT2"), ("gobject-", "GObject")],
    indirect=["missing"],
)
def test_a_library_that_is_needed_and_missing_is_named(missing: str, name: str) -> None:
    assert doctor().output.startswith(f"Missing, and needed to lay pages out: {name}.\nInstall them with:")
    assert doctor().exit_code == 1


@pytest.mark.parametrize("missing", ["harfbuzz-"], indirect=True)
def test_a_library_that_only_makes_letters_faster_is_named_and_no_error(missing: str) -> None:
    assert "letters take three times as long: HarfBuzz subset.\nInstall them with:" in doctor().output
    assert doctor().exit_code == 0


def test_scripts_that_no_font_here_draws_are_named_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    hangul = SCRIPTS["Hangul"]
    monkeypatch.setattr(glyphs, "undrawn", lambda text: (text,) if text == hangul else ())
    assert doctor().output.startswith("No font here draws names in Hangul: their letters cannot")
    assert "fonts-nanum" in doctor().output
    assert doctor().exit_code == 0
