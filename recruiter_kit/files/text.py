"""Text as people wrote it: without control characters, and without markup where an export adds it.

In: any text. Out: the same words as plain lines. Words are never changed or judged here: what may
not reach a candidate is found by language/.
"""

import re
from html.parser import HTMLParser

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NOISE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(
    r"</?(?:a|b|blockquote|br|div|em|h[1-6]|i|li|ol|p|pre|script|span|strong|style|table|td|th|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_NEW_LINE = frozenset({"blockquote", "br", "div", "li", "ol", "p", "pre", "table", "tr", "ul"})
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset({"script", "style"})


def clean(text: str) -> tuple[str, bool]:
    """Return `text` with ordinary line ends and no control characters, and whether any were taken out."""
    text = _LINE_END.sub("\n", text)
    cleaned = _NOISE.sub("", text)
    return cleaned, cleaned != text


def shorten(value: object, most: int = 40) -> str:
    """Return `value` on one line and of bearable length, to be quoted in a message."""
    line = " ".join(str(value)[: most * 4].split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def one_line(text: str) -> str:
    """Return `text` with every run of white space made one space."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """Return the words of an answer that may hold HTML: one line a paragraph or list item.

    Scripts and styles are dropped, entities decoded. Text without markup comes back unchanged.
    """
    if not _MARKUP.search(text):
        return text.strip()
    reader = _Words()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:  # html.parser gives up so on broken declarations
        return text.strip()
    lines = (one_line(line) for line in clean("".join(reader.words))[0].split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in _UNREAD:
            self._unread += 1
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            # A line break inside a paragraph of HTML is a space.
            self.words.append(data.replace("\n", " "))

    def _part(self, tag: str) -> None:
        if tag in _NEW_LINE or re.fullmatch("h[1-6]", tag):
            self.words.append("\n")
        elif tag in _CELLS:
            self.words.append(" ")
