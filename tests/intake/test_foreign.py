"""Files that no reader is for are named, with what to do; notes without a form need a person."""

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake.foreign import loose, refuse, refuse_foreign, unknown
from tests.intake.documents.build import changed, compound, mail, outlook, word


def zipped(name: str, content: bytes = b"x") -> bytes:
    return changed(b"PK\x05\x06" + b"\0" * 18, {name: content})


KINDS = {
    "a PDF": b"%PDF-1.7\n",
    "an RTF file": b"{\\rtf1\\ansi",
    "locked with a password": compound({"EncryptedPackage": b"x"}),
    "an old Word file": compound({"WordDocument": b"x"}),
    "slides": zipped("ppt/presentation.xml"),
    "OpenDocument text": b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
    "OpenDocument table": b"PK\x03\x04"
    + b"\0" * 26
    + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    "Numbers": zipped("Index/Tables/DataList.iwa"),
    "Pages": zipped("Index/Document.iwa"),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a sound or video": b"RIFF\x00\x00\x00\x00WAVEfmt ",
    "a program": b"MZ\x90\x00\x03",
    "an archive": b"\x1f\x8b\x08\x00",
}
MORE = {
    "a picture": [b"\xff\xd8\xff\xe0\x00\x10JFIF", b"GIF89a\x01\x00", b"RIFF\x00\x00\x00\x00WEBP",
    b"\0\0\0\x18ftypheic"],
    "a sound or video": [b"ID3\x04", b"OggS\0", b"\0\0\0\x20ftypisom", b"\x1aE\xdf\xa3"],
    "a program": [b"\x7fELF\x02", b"\xcf\xfa\xed\xfe"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "data"), [*KINDS.items(), *((said, data) for said, all_ in MORE.items() for data in all_)]
)
def test_a_foreign_file_is_named(said: str, data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        refuse_foreign(data, "f")
    assert said in caught.value.problem


@pytest.mark.parametrize("data", [mail("Slow."), outlook({0x1000: "Slow."}), word(str)])
def test_notes_without_a_form_need_a_person(data: bytes) -> None:
    refuse_foreign(data, "f")
    with pytest.raises(InputError, match="Add notes from a document"):
        refuse(data, "f")


@pytest.mark.parametrize(
    "data",
    [b'{"format": "recruiter-kit/1"}', b"application,level\na1,2\n", b"From: here\nto: there\nsome: thing\n",
     b"BM notes\n", b"MZ is her shorthand\n", b"GIF8 is a name\n", b"", zipped("xl/workbook.xml")],
)  # fmt: skip
def test_what_a_reader_is_for_is_let_through(data: bytes) -> None:
    refuse(data, "f")
    assert loose(data) is None


def test_a_text_that_is_nothing_else_may_be_notes() -> None:
    assert "Add notes from a document" in unknown("Notes.TXT", "Lever").problem
    assert "Lever" in unknown("notes.json", "Lever").problem


def test_an_archive_that_only_holds_a_word_file_is_no_word_file() -> None:
    assert loose(zipped("notes.docx", word(str))) is None
