"""Files that are never half-written."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.files.whole import folder_name, make_folder, sweep, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "letter.pdf", b"old")
    write_whole(tmp_path / "letter.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]
    assert (tmp_path / "letter.pdf").read_bytes() == b"new"


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "letter.pdf", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "letter.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]
    assert (tmp_path / "letter.pdf").read_bytes() == b"old"


def test_what_a_killed_process_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".letter.pdf.part").write_bytes(b"half")
    (tmp_path / "letter.pdf").write_bytes(b"whole")
    sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]


@pytest.mark.parametrize("id", ["a1", "GH-2201.b", "x_y"])
def test_a_plain_id_names_its_folder(id: str) -> None:
    assert folder_name(id) == id


@pytest.mark.parametrize(
    "id", ["../../etc", "marta@example.org", "a/b", ".hidden", "王小明", "a" * 81, "a b"]
)
def test_an_id_that_is_no_safe_name_is_replaced_by_its_hash(id: str) -> None:
    assert folder_name(id).startswith("application-")
    assert folder_name(id) != folder_name(id + "x")
    assert "marta" not in folder_name(id)


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(InputError, match="this folder cannot be made"):
        make_folder(tmp_path / "taken" / "letters")


def test_two_who_write_the_same_file_at_once_leave_one_of_both_whole(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    contents = [bytes([number]) * 5000 for number in range(20)]
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda content: write_whole(path, content), contents * 5))
    assert path.read_bytes() in contents
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]
