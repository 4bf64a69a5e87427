"""Bytes that should be text.

In: the bytes of a file and its name. Out: the text. Raises InputError for what is not text, or in a
character set that it does not name.
"""

import re

from recruiter_kit.errors import InputError

_NAMED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
_SNIFFED = 2048


def decoded(content: bytes, name: str) -> str:
    """Return `content` as text: UTF-8, UTF-16 with its mark, or what an HTML page says it is."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(content, "utf-16", name)
    if b"\0" in content:
        raise InputError.of("not_text", file=name)
    said = _NAMED.search(content[:_SNIFFED])
    return _as(content, said[1].decode("ascii", "replace") if said else "utf-8-sig", name)


def _as(content: bytes, charset: str, name: str) -> str:
    try:
        text = content.decode("utf-8-sig" if charset.lower() in ("utf-8", "utf8") else charset)
    except UnicodeDecodeError as error:
        raise InputError.of("not_utf8", file=name, offset=error.start) from error
    except LookupError as error:
        raise InputError.of("charset_unknown", file=name, charset=charset) from error
    return text
