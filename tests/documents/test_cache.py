"""The cache of letters: one letter per approved feedback, laid out once."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from recruiter_kit.documents import letter
from recruiter_kit.documents.cache import kept_letter
from tests.documents.looks import with_look


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often the letter's HTML is made and its logo read."""
    counted: Counter[str] = Counter()

    def count(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def counting(*values: object, **named: object) -> object:
            counted[name] += 1
            return function(*values, **named)

        return counting

    for name in ("fill", "logo_uri"):
        monkeypatch.setattr(letter, name, count(name, getattr(letter, name)))
    return counted


@pytest.mark.parametrize("state", ["draft", "approved"])
def test_one_letter_makes_its_html_once_and_reads_its_logo_once(
    calls: Counter[str], brand: Path, tmp_path: Path, state: str
) -> None:
    kept_letter(with_look(logo="logo.png", state=state), tmp_path / "kept")
    assert calls == {"fill": 1, "logo_uri": 1}
