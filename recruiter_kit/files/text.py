"""Text as people wrote it, without control characters, and as a message quotes it.

In: any text. Out: the same words. Words are never changed or judged here: what may
not reach a candidate is found by language/.
"""

import re

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NOISE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


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
