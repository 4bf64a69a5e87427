"""Markdown to plain text.

In: any text. Out: the same words without the marks of emphasis, headings, links, code and tables. A lone
asterisk, a bullet, snake_case, 2*3, C# and #1 stay as they are; what was struck out is left out.
"""

import re

_FENCE = re.compile(
    r"^[ \t]*(?:```|~~~)[\w+#.-]*[ \t]*(?:\n|\Z)|(?:\n|\A)[ \t]*(?:```|~~~)[ \t]*$", re.MULTILINE
)
_RULE = re.compile(r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_HEADING_END = re.compile(r"(?<=\w)[ \t]+#{2,}[ \t]*$", re.MULTILINE)
_IMAGE_OR_LINK = re.compile(
    r"!?\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#|www\.)[^()\s]{0,500}(?:[ \t]\"[^\"\n]*\")?\)"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,500}|[\w.+-]{1,64}@[\w.-]{1,100})>")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,300})(?<!`)\1(?!`)")
_STRUCK = re.compile(r"[ \t]?(?<![~\w])~~(?=[^\s~])[^~\n]{1,300}(?<=[^\s~])~~(?![~\w])")
_STARS = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=[\w\"'(\x80-\U0010ffff])([^*\n]{1,500})(?<=[\w.,;:!?)\"'%\x80-\U0010ffff])\1(?!\*)"
)
_BARS = re.compile(
    r"(?<![\w_\\])(_{1,3})(?=[\w\"'(\x80-\U0010ffff])(?!_)([^\n_]{1,500})(?<=[\w.,;:!?)\"'%\x80-\U0010ffff])(?<!_)\1(?![\w_])"
)
_ESCAPED = re.compile(r"(?<!\\)\\([*_#`~\[\]])")
_TABLE_LINE = re.compile(r"^[ \t]*\|(.+)\|[ \t]*$", re.MULTILINE)
_TABLE_RULE = re.compile(
    r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*(?:\n|\Z)", re.MULTILINE
)


def without_markdown(text: str) -> str:
    """Return `text` without the marks of Markdown; a table has its cells separated by tabs."""
    if "```" in text or "~~~" in text:
        text = _FENCE.sub("", text)
    if "|" in text:
        text = _TABLE_LINE.sub(_row, _TABLE_RULE.sub("", text))
    if "--" in text or "- -" in text or "==" in text:
        text = _RULE.sub("", text)
    if "#" in text:
        text = _HEADING_END.sub("", _HEADING.sub("", text))
    if "](" in text:
        text = _IMAGE_OR_LINK.sub(r"\1", text)
    if "<" in text:
        text = _AUTOLINK.sub(lambda match: match[1].removeprefix("mailto:"), text)
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "~~" in text:
        text = _STRUCK.sub("", text)
    if "*" in text:
        text = _STARS.sub(r"\2", _RULE.sub("", text))
    if "_" in text:
        text = _BARS.sub(_unbarred, _RULE.sub("", text))
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _row(match: re.Match[str]) -> str:
    return "\t".join(cell.strip() for cell in match[1].split("|"))


def _unbarred(match: re.Match[str]) -> str:
    """Return emphasised words; __init__ and the like are names in a program."""
    marks, inside = match[1], match[2]
    return match[0] if len(marks) > 1 and inside.isalnum() and inside.islower() else inside
