import os
from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.files import contents
from recruiter_kit.files.contents import decode, read_bytes


def test_it_works(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xef\xbb\xbf[1]")
    assert decode(read_bytes(tmp_path / "a.json", "a.json"), "a.json") == "[1]"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^b\.json: there is no such file"):
        read_bytes(tmp_path / "b.json", "b.json")


def test_a_path_with_a_nul_is_a_missing_file() -> None:
    with pytest.raises(InputError, match="no such file"):
        read_bytes(Path("a\0b"), "a")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder"):
        read_bytes(tmp_path, "x")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not an ordinary file"):
        read_bytes(tmp_path / "pipe", "pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[1]")
    (tmp_path / "a.json").chmod(0)
    with pytest.raises(InputError, match="Permission denied"):
        read_bytes(tmp_path / "a.json", "a.json")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as opened:
        opened.truncate(100 * contents.MEGABYTE)
    with pytest.raises(InputError, match="100 MB, more than the 64 MB"):
        read_bytes(path, "large.json")


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_a_file_without_anything_is_empty(data: bytes) -> None:
    with pytest.raises(InputError, match="the file is empty"):
        decode(data, "a")


def test_what_is_not_utf8_names_the_byte() -> None:
    with pytest.raises(InputError, match="byte 4 is not UTF-8"):
        decode(b"Jos\x20\xe9", "a")
