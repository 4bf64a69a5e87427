"""HTML to the lines that a page would show.

In: any text. Out: the same text without tags and entities; cells are separated by tabs. A sign stays a sign
("<5 minutes", "a < b", "List<String>"), and so does a tag that a note only speaks of, as its name.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from recruiter_kit.intake.cleaning.words import words

_AMPERSANDS = re.compile(r"&(?:amp;|#38;|#x26;)+", re.IGNORECASE)
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_POWER = re.compile(r"<sup>([0-9]{1,3})</sup>", re.IGNORECASE)
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ATTRIBUTE = r"""\s+[\w:@.-]{1,60}\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+)"""
_TAG = re.compile(
    r"<!--|<!\[[^<>\[\]]*\]>|<!doctype[^<>]*>|<\?xml[^<>]*>"
    rf"|<(/?)([a-z][a-z0-9]*(?:[:-][a-z0-9-]+)?)((?:{_ATTRIBUTE})*)\s*/?>",
    re.IGNORECASE,
)
_CUT_TAG = re.compile(r"<[a-z][a-z0-9]*\s+[\w:-]+=[^<>]*\Z", re.IGNORECASE)
_SPOKEN_OF = re.compile(r"[\w,(] ?\Z")


def without_html(text: str) -> str:
    """Return `text` as a page would show it; text without markup comes back unchanged."""
    if "&" in text:
        text = _decoded(text)
    if "<" not in text:
        return text
    text = _POWER.sub(lambda match: match[1].translate(_POWERS), text)
    found = list(_tags(text))
    text = _shown(text, found) if found else text
    while (start := text.rfind("<")) >= 0 and _CUT_TAG.match(text, start):
        text = text[:start]
    return text


def _decoded(text: str) -> str:
    """Decode entities, however often they were encoded; a name that is unknown stays."""
    before = ""
    while text != before:
        before, text = text, _ENTITY.sub(_character, _AMPERSANDS.sub("&", text))
    return text


def _character(match: re.Match[str]) -> str:
    if match[1].startswith("#"):
        return unescape(match[0])
    return html5.get(f"{match[1]};", match[0])


def _tags(text: str) -> Iterator[re.Match[str]]:
    lexicon = words()
    known = lexicon.blocks | lexicon.cells | lexicon.retracted | lexicon.unread | lexicon.inline
    for match in _TAG.finditer(text):
        name = (match[2] or "").casefold()
        if not name or name in known or ":" in name or match[3] or (match[1] and "-" in name):
            yield match


def _shown(text: str, found: list[re.Match[str]]) -> str:
    lexicon = words()
    names = {(match[2] or "").casefold() for match in found}
    closed = {(match[2] or "").casefold() for match in found if match[1]}
    page = bool(closed or "br" in names or any(match[3] for match in found))
    laid_out = bool(names & lexicon.blocks - {"br", "hr"}) and page
    last = {(match[2] or "").casefold(): match.start() for match in found if match[1]}
    parts: list[str] = []
    at, unread = 0, ""
    for match in found:
        if match.start() < at:
            continue
        between = text[at : match.start()]
        name = (match[2] or "").casefold()
        if not unread:
            # A line break inside a paragraph of a page is a space.
            parts.append(re.sub(r"[\n\t]", " ", between) if laid_out else between)
        at = match.end()
        if unread:
            unread = "" if match[1] and name == unread else unread
        elif match[0] == "<!--":
            end = text.find("-->", at)
            at = end + 3 if end >= 0 else at
        elif name in lexicon.unread | lexicon.retracted and not match[1] and last.get(name, -1) > at:
            unread = name
        else:
            parts.append(_instead(match, text, page))
    rest = text[at:]
    parts.append(re.sub(r"[\n\t]", " ", rest) if laid_out else rest)
    lines = "".join(parts).split("\n")
    return "\n".join(line for line in lines if line.strip()) if laid_out else "\n".join(lines)


def _instead(match: re.Match[str], text: str, page: bool) -> str:
    """Return what takes the place of a tag: a line break, a tab, nothing, or its name where it is a word."""
    name, lexicon = (match[2] or "").casefold(), words()
    before, after = text[max(match.start() - 2, 0) : match.start()], text[match.end() : match.end() + 1]
    if not page and name and _SPOKEN_OF.search(before) and not after.isalnum():
        return match[2] if before[-1:] in (" ", "(") else match[0]
    if not page and len(name) == 1 and before[-1:].isalnum() and after.isalnum():
        return match[0]
    if name in lexicon.blocks:
        return "\n"
    if name in lexicon.cells:
        return "\t" if match[1] else ""
    return ""
