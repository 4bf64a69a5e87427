"""The visible text of an HTML page.

In: the source of a page. Out: its text, each paragraph on its own, with the way back to the source.
What is not shown (head, scripts, styles, comments) is left out.
"""

import re
from html import unescape
from html.parser import HTMLParser

from recruiter_kit.language.checking.formats.traced import Piece, Traced

_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "title"})
_INLINE_TAGS = """
a abbr b bdi bdo cite code dfn em font i img ins kbd label mark q s samp small span strong sub sup tt
u var wbr
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_SPACE = re.compile(r"\s+")
_BREAK = "\n\n"


def html_text(source: str) -> Traced:
    """Return the text of `source`; never raises."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return Traced(tuple(reader.pieces), source)


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Piece] = []
        self._lines = [0, *(end.end() for end in re.finditer("\n", source))]
        self._unseen: list[str] = []

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, text: str, length: int) -> None:
        if not self._unseen:
            start = self._here()
            self.pieces.append(Piece(text, start, start + length))

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self._add("\n" if tag == "br" else _BREAK, 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._part(tag)
        if tag in _UNSEEN:
            self._unseen.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        elif tag == "body":
            self._unseen.clear()
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        start, here = self._here(), 0
        for space in _SPACE.finditer(data):
            if space.group() != " ":
                self._piece(data[here : space.start()], start + here)
                self.pieces.append(Piece(" ", start + space.start(), start + space.end()))
                here = space.end()
        self._piece(data[here:], start + here)

    def _piece(self, text: str, start: int) -> None:
        if text:
            self.pieces.append(Piece(text, start, start + len(text)))

    def handle_entityref(self, name: str) -> None:
        written = f"&{name};"
        self._add(unescape(written), len(written))

    def handle_charref(self, name: str) -> None:
        written = f"&#{name};"
        self._add(unescape(written), len(written))
