"""The visible text of a Word document.

In: the bytes of a .docx file. Out: its text paragraph by paragraph; a position is the number of the
paragraph and the characters in it. Deleted text of tracked changes is left out. Raises InputError for a
broken, locked or hostile file.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from recruiter_kit.errors import InputError
from recruiter_kit.language.checking.formats.traced import Piece, Traced

_BODY = "word/document.xml"
_LARGEST = 20_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_W}p"
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAK = "\n\n"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError,
    ParseError, DefusedXmlException, ValueError, RecursionError,
)  # fmt: skip


def word_text(content: bytes, name: str) -> Traced:
    """Return the text of the document `content`; raises InputError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_BODY) as body:
            read = body.read(_LARGEST + 1)
        if len(read) > _LARGEST:
            raise InputError.of("text_too_large", file=name, limit=_LARGEST // 1_000_000)
        root = ElementTree.fromstring(read)
        paragraphs = ["".join(_text(paragraph)) for paragraph in root.iter(_PARAGRAPH)]
    except _BROKEN as error:
        raise InputError.of("not_word", file=name) from error
    source = "\n".join(paragraphs)
    starts, here = [], 0
    pieces: list[Piece] = []
    for text in paragraphs:
        starts.append(here)
        pieces += [Piece(text, here, here + len(text)), Piece(_BREAK, here + len(text), here + len(text))]
        here += len(text) + 1
    return Traced(tuple(pieces), source, starts)


def _text(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph itself, not in another one inside it."""
    for element in paragraph:
        if element.tag in (_PARAGRAPH, _FALLBACK):
            continue
        if element.tag == f"{_W}t":
            yield (element.text or "").replace("\n", " ")
        elif element.tag in _CHARACTERS:
            yield _CHARACTERS[element.tag]
        else:
            yield from _text(element)
