"""A sentence as words and marks, and back again.

In: text. Out: tokens that remember the space before them. What must stay as typed (quotations, code,
addresses) is one token. Joining the tokens gives the text again.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

PROTECTED = (
    r'"[^"\n]{1,400}"'
    r"|(?<!\w)'(?=\S)[^'\n]{1,200}(?:'\w[^'\n]{0,200}){0,4}'(?!\w)"
    r"|`[^`\n]{1,400}`"
    r"|\bO\((?:[^()\n]|\([^()\n]{0,40}\)){1,60}\)"
    r"|\bhttps?://\S{1,300}(?<![.,;!?)])"
    r"|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    r"|\b[A-Za-z_]\w{0,60}(?:\.\w{1,60}){1,6}(?<!\d)(?:\(\))?"
    r"|\b\w{1,60}\(\)|\b[A-Za-z]\w{0,60}_\w{1,60}"
    r"|\b(?=[A-Za-z]{0,12}\d{0,4}/[A-Z])[A-Z][A-Za-z0-9]{0,12}(?:/[A-Z][A-Za-z0-9]{0,12}){1,3}\b"
)
_TOKEN = re.compile(
    rf"(?P<kept>{PROTECTED})"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?(?:[-/&][^\W_]+)*\d{0,4}(?:[+#]{1,2}(?!\w))?)"
    r"|[£$€]?\d[\w.,:%/^+-]*\w%?|[£$€]?\d%?|[^\w\s]|_+|\w+"
)
# Without one of these before its last character a text holds nothing that is protected.
_SIGNS = re.compile(r"[\"'`(/_.]")
_PROTECTED = re.compile(PROTECTED)


class Token(NamedTuple):
    """A word or a mark. `low` is its lower-case form, empty for what must stay as typed."""

    text: str
    low: str
    space: bool

    @property
    def kept(self) -> bool:
        return not self.low

    def but(self, text: str) -> "Token":
        """Return the token with other words; a capital at its start stays one."""
        if self.text[:1].isupper() and text[:1].islower():
            text = text[0].upper() + text[1:]
        return Token(text, text.lower(), self.space)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text`."""
    return [
        Token(
            match.group(),
            "" if match.lastgroup == "kept" else match.group().lower(),
            match.start() > 0 and text[match.start() - 1].isspace(),
        )
        for match in _TOKEN.finditer(text)
    ]


def protected_gaps(text: str) -> Iterable[tuple[str, bool]]:
    """Yield `text` in pieces, each with whether it must stay as typed."""
    here = 0
    for match in _PROTECTED.finditer(text) if _SIGNS.search(text, 0, len(text) - 1) else ():
        yield text[here : match.start()], False
        yield match.group(), True
        here = match.end()
    yield text[here:], False


def plain(tokens: Sequence[Token]) -> str:
    """Return the tokens joined."""
    return "".join((" " if token.space and place else "") + token.text for place, token in enumerate(tokens))


def lows(tokens: Sequence[Token]) -> list[str]:
    """Return the words in lower case; what must stay as typed is an empty one."""
    return [token.low for token in tokens]
