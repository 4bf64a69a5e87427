"""The visible text of an e-mail.

In: the bytes of an .eml file. Out: the text of its body (plain if there is one, else HTML), with the
way back to the bytes of the file, however it was encoded. Attachments are not read.
Raises InputError for what is not an e-mail.
"""

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import Parser
from email.policy import compat32

from recruiter_kit.errors import InputError
from recruiter_kit.language.checking.formats.html import html_text
from recruiter_kit.language.checking.formats.traced import Piece, Traced, joined, through

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(rb"\A(?:From [^\n]*\n)?[!-9;-~]+:[ \t]?")
_PRINTED = re.compile(rb"=(?:([0-9A-Fa-f]{2})|[ \t]*\r?\n)|(.)", re.DOTALL)
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
Byte = tuple[int, int, int]
"""A byte and the bytes [start, end) of the file that encode it."""


def mail_text(content: bytes, name: str) -> Traced:
    """Return what `content` says to its reader; raises InputError when it is not an e-mail with a text."""
    if not _HEADER.match(content):
        raise InputError.of("not_mail", file=name)
    # One character per byte, so that places in the message are places in the file.
    message = Parser(policy=compat32).parsestr(content.decode("latin-1"))
    part = _body(message)
    if part is None:
        raise InputError.of("mail_without_text", file=name)
    start = _payload_start(content, part)
    raw = str(part.get_payload()).encode("latin-1")
    if start < 0:
        raise InputError.of("not_mail", file=name)
    bytes_ = list(_decoded(raw, str(part.get("Content-Transfer-Encoding", "")).strip().lower(), start))
    charset = part.get_content_charset() or "utf-8"
    try:
        pieces = list(joined(_characters(bytes_, charset)))
    except UnicodeError as error:
        raise InputError.of("charset_wrong", file=name, charset=charset) from error
    except LookupError as error:
        raise InputError.of("charset_unknown", file=name, charset=charset) from error
    source = content.decode("latin-1")
    text = Traced(tuple(pieces), source)
    if part.get_content_type() == "text/html":
        return Traced(tuple(through(html_text(text.text), pieces, source)), source)
    return text


def _body(message: Message) -> Message | None:
    """Return the part that is the text of the mail: plain text before HTML."""
    texts = [
        part
        for part in message.walk()
        if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"
    ]
    for kind in ("text/plain", "text/html"):
        text = next((part for part in texts if part.get_content_type() == kind), None)
        if text is not None:
            return text
    return None


def _payload_start(content: bytes, part: Message) -> int:
    """Return where the text of `part` begins in the file, or -1."""
    raw = str(part.get_payload()).encode("latin-1")
    whole = content.find(raw) if raw else len(content)
    end = _HEAD_END.search(content)
    return content.find(raw, end.end()) if raw and end else whole


def _decoded(raw: bytes, encoding: str, start: int) -> Iterator[Byte]:
    if encoding == "quoted-printable":
        for printed in _PRINTED.finditer(raw):
            where = start + printed.start(), start + printed.end()
            if printed[1]:
                yield int(printed[1], 16), *where
            elif printed[2]:
                yield printed[2][0], *where
    elif encoding == "base64":
        yield from _from_base64(raw, start)
    else:
        yield from ((byte, place, place + 1) for place, byte in enumerate(raw, start=start))


def _from_base64(raw: bytes, start: int) -> Iterator[Byte]:
    value = bits = 0
    before = start
    for place, digit in enumerate(raw, start=start):
        six = _BASE64.find(digit)
        if six < 0:
            continue
        value, bits = ((value << 6) | six) & 0xFFFF, bits + 6
        if bits >= 8:
            bits -= 8
            yield (value >> bits) & 0xFF, before, place + 1
            before = place


def _characters(bytes_: list[Byte], charset: str) -> Iterator[Piece]:
    """Yield each character with the bytes of the file that encode it."""
    content = bytes(byte for byte, _, _ in bytes_)
    text = content.decode(charset)
    here = 0
    for character in text:
        width = len(character.encode(charset))
        last = bytes_[min(here + width, len(bytes_)) - 1]
        yield Piece(character, bytes_[here][1], last[2])
        here += width
