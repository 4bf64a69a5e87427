"""The cache of letters: one letter per approved feedback, laid out once."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from recruiter_kit.documents import cache, letter
from recruiter_kit.documents.cache import cached_letter, forget
from recruiter_kit.documents.letter import LetterPage, letter_pdf
from recruiter_kit.feedback import Feedback
from recruiter_kit.files.whole import write_whole
from tests.documents.looks import with_look
from tests.gold import gold


def approved(application: str = "marta", role: str = "Data Engineer") -> Feedback:
    return gold(state="approved", application=application, role=role)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


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


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the applications whose letters are laid out; each letter is a short text."""
    applications: list[str] = []

    def quick(feedback: Feedback, _: LetterPage | None = None) -> bytes:
        applications.append(feedback.application)
        return f"%PDF {feedback.application}, {feedback.role}".encode()

    monkeypatch.setattr(cache, "letter_pdf", quick)
    return applications


@pytest.mark.parametrize("state", ["draft", "approved"])
def test_one_letter_makes_its_html_once_and_reads_its_logo_once(
    calls: Counter[str], brand: Path, folder: Path, state: str
) -> None:
    cached_letter(with_look(logo="logo.png", state=state), folder)
    assert calls == {"fill": 1, "logo_uri": 1}


def test_an_approved_letter_is_laid_out_once(folder: Path, laid_out: list[str]) -> None:
    first = cached_letter(approved(), folder)
    assert cached_letter(approved(), folder) == first
    assert laid_out == ["marta"]


def test_a_cached_letter_is_the_letter(folder: Path) -> None:
    assert [cached_letter(approved(), folder) for _ in range(2)] == [letter_pdf(approved())] * 2


def test_a_newer_letter_replaces_the_older_ones_of_its_application_alone(
    folder: Path, laid_out: list[str]
) -> None:
    for feedback in (approved("marta"), approved("mart"), approved("marta", role="Data Scientist")):
        cached_letter(feedback, folder)
    contents = sorted(path.read_bytes() for path in folder.iterdir())
    assert contents == [b"%PDF mart, Data Engineer", b"%PDF marta, Data Scientist"]


@pytest.mark.usefixtures("laid_out")
def test_letters_stored_by_version_0_1_go_when_the_next_one_is_stored(folder: Path) -> None:
    folder.mkdir()
    (folder / f"{'0a' * 32}.pdf").write_bytes(b"whose?")
    cached_letter(approved(), folder)
    assert [path.read_bytes() for path in folder.iterdir()] == [b"%PDF marta, Data Engineer"]


@pytest.mark.usefixtures("laid_out")
def test_a_draft_is_never_stored(folder: Path) -> None:
    cached_letter(gold(), folder)
    assert not folder.exists()


@pytest.mark.usefixtures("laid_out")
def test_a_draft_removes_the_letter_whose_approval_was_withdrawn(folder: Path) -> None:
    cached_letter(approved(), folder)
    cached_letter(gold(), folder)
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("laid_out")
def test_what_is_forgotten_is_all_of_one_application_and_nothing_else(folder: Path) -> None:
    cached_letter(approved("other"), folder)
    (others,) = folder.iterdir()
    cached_letter(approved("marta"), folder)
    (stored,) = set(folder.iterdir()) - {others}
    (folder / f".{stored.name}.0a1b2c3d.part").write_bytes(b"%PDF half-writ")
    forget("marta", folder)
    assert list(folder.iterdir()) == [others]


def test_nothing_stored_can_be_forgotten_too(folder: Path) -> None:
    forget("marta", folder)
    assert not folder.exists()


@pytest.mark.usefixtures("laid_out")
def test_no_name_of_a_file_gives_the_application_or_the_candidate_away(folder: Path) -> None:
    cached_letter(approved("marta-silva"), folder)
    (stored,) = folder.iterdir()
    assert re.fullmatch(r"[0-9a-f]{64}-[0-9a-f]{64}\.pdf", stored.name)
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("laid_out")
def test_a_folder_that_is_removed_meanwhile_does_not_stop_the_letter(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(path: Path, content: bytes) -> None:
        rmtree(folder)
        write_whole(path, content)

    monkeypatch.setattr(cache, "write_whole", too_late)
    assert cached_letter(approved(), folder) == b"%PDF marta, Data Engineer"
