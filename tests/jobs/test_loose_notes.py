"""A document waits for its person, and is gone once that person is done or has forgotten it."""

from datetime import timedelta
from pathlib import Path

import pytest

from recruiter_kit.errors import InputError, NotFoundError
from recruiter_kit.jobs import loose_notes, uploads

BY = "ines@example.org"


def kept(instance: Path) -> list[Path]:
    return list((instance / "uploads").glob("*"))


def test_a_document_is_read_again_by_its_person_for_its_application_only(tmp_path: Path) -> None:
    name = loose_notes.begin(tmp_path, "a1", "C:\\notes\\marta.txt", b"Slow to ask.", BY)
    assert loose_notes.look(tmp_path, name, "a1", BY).file == "marta.txt"
    for application, by in (("a2", BY), ("a1", "owen@example.org")):
        with pytest.raises(NotFoundError):
            loose_notes.look(tmp_path, name, application, by)
    loose_notes.drop(tmp_path, name)
    assert kept(tmp_path) == []
    with pytest.raises(NotFoundError):
        loose_notes.look(tmp_path, name, "a1", BY)


@pytest.mark.parametrize("name", ["../../etc", "", ".", "a/b"])
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError):
        loose_notes.look(tmp_path, name, "a1", BY)


def test_what_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        loose_notes.begin(tmp_path, "a1", "notes.pdf", b"%PDF-1.7", BY)
    assert kept(tmp_path) == []


def test_what_was_forgotten_is_removed_and_what_was_not_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loose_notes.begin(tmp_path, "a1", "", b"Slow to ask.", BY)
    uploads.sweep(tmp_path)
    loose_notes.sweep(tmp_path)
    assert len(kept(tmp_path)) == 1
    later = loose_notes.now() + timedelta(days=2)
    monkeypatch.setattr("recruiter_kit.jobs.loose_notes.now", lambda: later)
    loose_notes.begin(tmp_path, "a1", "", b"Slow again.", BY)
    assert len(kept(tmp_path)) == 1
