"""Markdown to plain text.

In: any text. Out: the same words without the marks of emphasis, headings, links, code and tables. A lone
asterisk, a bullet, snake_case, 2*3, C# and #1 stay as they are; what was struck out is left out.
"""

import re
from collections.abc import Callable

_LINES = re.MULTILINE
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[\w+#.-]*[ \t]*(?:\n|\Z)|(?:\n|\A)[ \t]*(?:```|~~~)[ \t]*$", _LINES)
_RULE = re.compile(r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$", _LINES)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", _LINES)
_HEADING_END = re.compile(r"(?<=\w)[ \t]+#{2,}[ \t]*$", _LINES)
_ADDRESS = r"(?:https?:|mailto:|/|#|www\.)[^()\s]{0,500}(?:[ \t]\"[^\"\n]*\")?"
_IMAGE_OR_LINK = re.compile(rf"!?\[([^\[\]\n]{{1,300}})\]\({_ADDRESS}\)")
_AUTOLINK = re.compile(r"<(?:mailto:)?(https?://[^\s<>]{1,500}|[\w.+-]{1,64}@[\w.-]{1,100})>")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,300})(?<!`)\1(?!`)")
_STRUCK = re.compile(r"[ \t]?(?<![~\w])~~(?=[^\s~])[^~\n]{1,300}(?<=[^\s~])~~(?![~\w])")
_OPENS = r"(?=[\w\"'(\x80-\U0010ffff])"
_CLOSES = r"(?<=[\w.,;:!?)\"'%\x80-\U0010ffff])"
_STARS = re.compile(rf"(?<![\w*\\])(\*{{1,3}}){_OPENS}([^*\n]{{1,500}}){_CLOSES}\1(?!\*)")
_BARS = re.compile(rf"(?<![\w_\\])(_{{1,3}}){_OPENS}(?!_)([^\n_]{{1,500}}){_CLOSES}(?<!_)\1(?![\w_])")
_ESCAPED = re.compile(r"(?<!\\)\\([*_#`~\[\]])")
_TABLE_RULE = re.compile(
    r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*(?:\n|\Z)", _LINES
)
_TABLE_LINE = re.compile(r"^[ \t]*\|(.+)\|[ \t]*$", _LINES)


def without_markdown(text: str) -> str:
    """Return `text` without the marks of Markdown; a table has its cells separated by tabs."""
    for sign, pattern, instead in _STEPS:
        if sign in text:
            text = pattern.sub(instead, text)
    return text


def _row(match: re.Match[str]) -> str:
    return "\t".join(cell.strip() for cell in match[1].split("|"))


def _unbarred(match: re.Match[str]) -> str:
    """Return emphasised words; __init__ and the like are names in a program."""
    marks, inside = match[1], match[2]
    return match[0] if len(marks) > 1 and inside.isalnum() and inside.islower() else inside


# What a text must hold for a step to be worth its time, the step, and what takes the place of a match.
_STEPS: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("```", _FENCE, ""),
    ("~~~", _FENCE, ""),
    ("|", _TABLE_RULE, ""),
    ("|", _TABLE_LINE, _row),
    *((sign, _RULE, "") for sign in ("--", "- -", "==", "*", "_")),
    ("#", _HEADING, ""),
    ("#", _HEADING_END, ""),
    ("](", _IMAGE_OR_LINK, r"\1"),
    ("<", _AUTOLINK, r"\1"),
    ("`", _CODE, r"\2"),
    ("~~", _STRUCK, ""),
    ("*", _STARS, r"\2"),
    ("_", _BARS, _unbarred),
    ("\\", _ESCAPED, r"\1"),
)
