"""Bytes and text of a file, within limits.

In: a path. Out: its bytes or its text. Nothing is parsed here; a file that is not an ordinary file, is
too large or is not UTF-8 is an InputError that says what to do.
"""

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from recruiter_kit.errors import InputError

MEGABYTE = 1_000_000
MOST_MEGABYTES = 64
BYTE_ORDER_MARK = "\ufeff"
_WESTERN_MARKS = frozenset("‘’‚“”„–—…•·«»‹›°§€£\u00a0¿¡´")


def read_bytes(path: Path, file: str) -> bytes:
    """Return the contents of `path`, shown to the reader as `file`.

    Raises InputError for a missing, empty, too large or special file, and for a folder.
    """
    try:
        state = path.stat()
        if S_ISDIR(state.st_mode):
            raise InputError.of("file_is_folder", file=file)
        if not S_ISREG(state.st_mode):
            raise InputError.of("file_is_special", file=file)
        if state.st_size > MOST_MEGABYTES * MEGABYTE:
            raise _too_large(state.st_size, file)
        with path.open("rb") as opened:
            data = opened.read(MOST_MEGABYTES * MEGABYTE + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError.of("file_missing", file=file) from error
    except OSError as error:
        raise InputError.of(
            "file_unreadable", file=file, reason=error.strerror or "no reason given"
        ) from error
    except ValueError as error:  # a path that holds a NUL
        raise InputError.of("file_missing", file=file) from error
    if len(data) > MOST_MEGABYTES * MEGABYTE:
        raise _too_large(len(data), file)
    return data


def decode(data: bytes, file: str) -> str:
    """Return the text of `data`, without a byte order mark.

    Raises InputError when it is not UTF-8 (with the offset) or holds nothing but white space.
    """
    try:
        text = data.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise InputError.of("not_utf8", file=file, offset=error.start) from error
    if not text.strip():
        raise InputError.of("file_empty", file=file)
    return text


def decode_table(data: bytes, file: str) -> tuple[str, str]:
    """Return the text of a table that is not UTF-8, as Excel saves it, and the encoding if that was assumed.

    With its byte order mark, UTF-16 is certain. Windows-1252 is assumed where all that is not ASCII are
    letters and marks of Western European texts; InputError says how to save it otherwise.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError as error:
            raise InputError.of("encoding_unknown", file=file) from error
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError.of("encoding_unknown", file=file) from error
    foreign = [letter for letter in text if letter > "\x7f"]
    if "\x00" in text or any(not letter.isalpha() and letter not in _WESTERN_MARKS for letter in foreign):
        raise InputError.of("encoding_unknown", file=file)
    return text, "Windows-1252"


def _too_large(size: int, file: str) -> InputError:
    return InputError.of("file_too_large", file=file, size=-(-size // MEGABYTE), limit=MOST_MEGABYTES)
