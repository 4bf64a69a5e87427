"""Files that no reader is for, recognised by their first bytes: each is named, with what to do instead.

In: the bytes of a file. Out: nothing, or an InputError. Notes without a form (a Word file, an e-mail, a text)
are read, but only where a person confirms them sentence by sentence: refuse() says so to everybody else.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from recruiter_kit.errors import InputError
from recruiter_kit.intake.packed import names_in

BEGINNING = 4_096
PROSE = (".txt", ".md", ".markdown", ".text")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}")
_OF_MAIL = re.compile(
    rb"^(?:mime-version|received|message-id|return-path|x-mailer|content-type):", re.I | re.M
)
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypavif")
_SOUND = (
    b"ID3",
    b"OggS",
    b"fLaC",
    b"#!AMR",
    b"\x1aE\xdf\xa3",
    b"\xff\xfb",
    b"\xff\xf3",
    b"\xff\xf1",
    b"\xff\xf9",
)
_PROGRAMS = (b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe",
             b"\xca\xfe\xba\xbe")  # fmt: skip
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\x00")


class Loose(Enum):
    """Kinds of files that may hold notes without a form, recognised by their bytes."""

    WORD = "word"
    MAIL = "mail"
    OUTLOOK = "outlook"


class Foreign(NamedTuple):
    """A kind of file that is not read: the message about it, and whether some bytes are of this kind."""

    message: str
    is_this: Callable[[bytes], bool]


def refuse(data: bytes, file: str) -> None:
    """Refuse every file that no reader of exports and tables is for.

    Raises InputError: for a foreign file with what it is, for notes without a form with where they belong.
    """
    refuse_foreign(data, file)
    if loose(data) is not None:
        raise InputError.of("notes_need_a_person", file=file)


def unknown(file: str, exports: str) -> InputError:
    """Return why a text of no known kind is not read; prose may be notes."""
    if file.casefold().endswith(PROSE):
        return InputError.of("notes_need_a_person", file=file)
    return InputError.of("unknown_source", file=file, exports=exports)


def refuse_foreign(data: bytes, file: str) -> None:
    """Refuse a file that is read nowhere; raises InputError."""
    for kind in FOREIGN:
        if kind.is_this(data):
            raise InputError.of(kind.message, file=file)


def loose(data: bytes) -> Loose | None:
    """Return which kind of notes without a form a file is, None for any other, a text too."""
    if data.startswith(ZIP):
        return Loose.WORD if _packs(data, "word/document.xml") else None
    if data.startswith(COMPOUND):
        return Loose.OUTLOOK if _holds(data, "__properties_version1.0") else None
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[: 4 * BEGINNING]
    headers = _HEADERS.match(start)
    is_mail = headers and re.search(rb"^from:", headers[0], re.I | re.M) and _OF_MAIL.search(headers[0])
    return Loose.MAIL if is_mail else None


def is_workbook(data: bytes) -> bool:
    """Whether a zip or compound file is a workbook, new or old."""
    return _packs(data, "xl/workbook") or (data.startswith(COMPOUND) and _holds(data, "Workbook"))


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(starts)


def _holds(data: bytes, name: str) -> bool:
    """Whether a compound file has an entry of this name, which is there in two bytes a character."""
    return name.encode("utf-16-le") in data


def _compound(name: str) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(COMPOUND) and _holds(data, name)


def _zipped(*names: str) -> Callable[[bytes], bool]:
    return lambda data: _packs(data, *names)


def _opendocument(kind: bytes) -> Callable[[bytes], bool]:
    """An OpenDocument file says in its first bytes what it is."""
    return lambda data: data.startswith(ZIP) and b"application/vnd.oasis.opendocument." + kind in data[:200]


def _packs(data: bytes, *names: str) -> bool:
    """Whether a zip holds a part whose name begins so; a damaged one, whether the words are in it."""
    if not data.startswith(ZIP):
        return False
    parts = names_in(data)
    if parts is None:
        return any(name.encode() in data for name in names)
    return any(part.startswith(names) for part in parts)


def _is_picture(data: bytes) -> bool:
    riff = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    starts = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
    return riff or (data.startswith(starts) and b"\x00" in data[:64]) or data[4:12] in _HEIC


def _is_recording(data: bytes) -> bool:
    riff = data.startswith(b"RIFF") and data[8:12] in (b"WAVE", b"AVI ")
    return riff or data.startswith(_SOUND) or (data[4:8] == b"ftyp" and data[4:12] not in _HEIC)


def _is_program(data: bytes) -> bool:
    return data.startswith(_PROGRAMS) or (data.startswith(b"MZ") and b"\x00" in data[:64])


FOREIGN = (
    Foreign("foreign_pdf", lambda data: b"%PDF-" in data[:1_024]),
    Foreign("foreign_rtf", _begins(b"{\\rtf")),
    Foreign("foreign_locked", _compound("EncryptedPackage")),
    Foreign("foreign_doc", _compound("WordDocument")),
    Foreign("foreign_slides", _compound("PowerPoint Document")),
    Foreign("foreign_slides", _zipped("ppt/presentation", "Index/Slide")),
    Foreign("foreign_slides", _opendocument(b"presentation")),
    Foreign("foreign_odt", _opendocument(b"text")),
    Foreign("foreign_ods", _opendocument(b"spreadsheet")),
    Foreign("foreign_numbers", _zipped("Index/CalculationEngine", "Index/Tables/")),
    Foreign("foreign_pages", _zipped("Index/Document.iwa", "Index.zip", "index.xml.gz")),
    Foreign("foreign_picture", _is_picture),
    Foreign("foreign_recording", _is_recording),
    Foreign("foreign_program", _is_program),
    Foreign("foreign_archive", _begins(*_ARCHIVES)),
)
"""In the order in which they are asked; a Numbers file holds what a Pages file does, too."""
