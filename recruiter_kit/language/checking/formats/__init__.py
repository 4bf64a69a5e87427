"""Files whose text is checked: plain text, Markdown, HTML, e-mails and Word documents.

In: the name and the bytes of a file. Out: its text, with the way back from each character to the file.
Raises InputError in plain words for what cannot be read.
"""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from recruiter_kit.errors import InputError
from recruiter_kit.language.checking.formats.decoding import decoded
from recruiter_kit.language.checking.formats.html import html_text
from recruiter_kit.language.checking.formats.mail import mail_text
from recruiter_kit.language.checking.formats.traced import Position, Traced
from recruiter_kit.language.checking.formats.word import word_text

__all__ = ["KINDS", "Position", "Traced", "read_text"]

LARGEST = 5_000_000
"""Bytes; a letter has a few thousand."""


def _plain(content: bytes, name: str) -> Traced:
    text = decoded(content, name)
    return Traced.whole(text)


def _html(content: bytes, name: str) -> Traced:
    return html_text(decoded(content, name))


KINDS: Mapping[str, Callable[[bytes, str], Traced]] = {
    "": _plain, ".txt": _plain, ".text": _plain, ".md": _plain, ".markdown": _plain,
    ".html": _html, ".htm": _html, ".eml": mail_text, ".docx": word_text,
}  # fmt: skip


def read_text(name: str, content: bytes) -> Traced:
    """Return the text of the file `name`; raises InputError when it cannot be read."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in KINDS:
        raise InputError.of("not_checked", file=name, suffix=suffix)
    if len(content) > LARGEST:
        raise InputError.of("text_too_large", file=name, limit=LARGEST // 1_000_000)
    return KINDS[suffix](content, name)
