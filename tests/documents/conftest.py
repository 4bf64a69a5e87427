"""An installation with a logo."""

from pathlib import Path

import pytest
from PIL import Image

from recruiter_kit.installation import VARIABLE


@pytest.fixture
def brand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an installation's logo, logo.png."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    folder = tmp_path / "brand"
    folder.mkdir()
    Image.new("RGB", (40, 20), "#0a5").save(folder / "logo.png")
    return folder
