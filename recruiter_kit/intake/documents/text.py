"""Plain text and Markdown to paragraphs.

In: text. Out: paragraphs. A line is a paragraph; lines that a mail program broke at its margin are joined.
Marks of Markdown are taken out; a heading, a bold label and an item of a list are kept as what they are.
"""

import re
from collections.abc import Iterator

from recruiter_kit.intake.cleaning.characters import plain_characters
from recruiter_kit.intake.cleaning.markdown import without_markdown
from recruiter_kit.intake.documents.written import Paragraph

MARGIN = 55
"""A line of a mail that is shorter than this was not broken at the margin."""
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"[ \t]*(=|-)\1{2,}[ \t]*")
_ITEM = re.compile(r"[ \t]*(?:[-*+•◦▪‣·●○–]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*\n]{1,120}?)(?<=\S)\1")
_ENDS = (".", "!", "?", ":", ";", "…")


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the paragraphs of a plain or marked text, in reading order."""
    lines = [line.rstrip() for line in plain_characters(text).split("\n")]
    found: list[Paragraph] = []
    alone = True
    for line, below in _joined(lines):
        if not line.strip():
            alone = True
        elif not (_UNDERLINE.fullmatch(line) and len(set(line.strip())) == 1):
            paragraph = _paragraph(line, below, alone)
            found += [paragraph] if paragraph.text else []
            alone = bool(paragraph.heading)
    return found


def _joined(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each line, whole where the margin broke it, with the line below it."""
    at = 0
    while at < len(lines):
        line, last = lines[at], lines[at]
        while at + 1 < len(lines) and _goes_on(last, lines[at + 1]):
            at += 1
            last = lines[at]
            line = f"{line} {last.strip()}"
        at += 1
        yield line, lines[at] if at < len(lines) else ""


def _goes_on(line: str, after: str) -> bool:
    return (
        len(line) >= MARGIN
        and not line.endswith(_ENDS)
        and bool(after.strip())
        and not _ITEM.match(after)
        and not _HEADING.match(after)
        and not after.lstrip().startswith(("**", "__", "|", ">"))
        and not _UNDERLINE.fullmatch(after)
    )


def _paragraph(line: str, below: str, alone: bool) -> Paragraph:
    underline = _UNDERLINE.fullmatch(below)
    heading = _HEADING.match(line)
    item = _ITEM.match(line)
    level = len(heading[1]) if heading else 0
    if underline and alone and not item and len(line.split()) < 12:
        level = 1 if underline[1] == "=" else 2
    rest = line[heading.end() :] if heading else line
    bold = _BOLD.match(rest, item.end() if item and not heading else len(rest) - len(rest.lstrip()))
    text = without_markdown(line).strip()
    # "- " belongs to no sentence; language.sentences takes it off wherever it is.
    mark = _ITEM.match(text) if item else None
    text = text[mark.end() :] if mark else text
    label = _label(text, without_markdown(bold[2])) if bold else ""
    return Paragraph(text=text, heading=level, label=label, item=bool(item), alone=alone)


def _label(text: str, bold: str) -> str:
    """Return the bold words with the colon behind them, when the text begins with them."""
    if not text.startswith(bold):
        return ""
    behind = re.match(r"\s*[:–—-]+", text[len(bold) :])
    return bold + (behind[0] if behind else "")
