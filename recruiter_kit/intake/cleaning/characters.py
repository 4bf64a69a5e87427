"""Characters that nobody typed: control characters, marks of direction, halves of characters.

In: any text. Out: the same text with plain line ends and spaces. A mark that joins letters or emoji stays
between them, because without it they are others.
"""

import re

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
    "|(?<![^\x00-\x7f\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f\u200c\u200d])"
)
_HALVES = re.compile("[\ud800-\udfff]")
_OF_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def plain_characters(text: str) -> str:
    """Return `text` without characters that cannot be seen, its halves of characters joined or left out."""
    if text.isascii() and not _OF_ASCII.search(text):
        return text
    if _HALVES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = _LINE_END.sub("\n", text)
    return _UNSEEN.sub("", _SPACE.sub(" ", text))
