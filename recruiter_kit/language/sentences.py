"""A note cut into sentences.

In: a note as typed. Out: sentences with their place in it, so that the app can light up the
source. Bullets, numbering and the marks between sentences belong to none of them; a quotation,
a decimal, an address and an abbreviation are never cut.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recruiter_kit.language.lexicons import Lexicon, WordSet, load


@dataclass(frozen=True, slots=True)
class Sentence:
    """The characters [start, end) of a note; `text` is exactly those characters."""

    start: int
    end: int
    text: str


class Abbreviations(Lexicon):
    """Shortened words whose stop does not end a sentence, at all or before a digit or a lower-case letter."""

    always: WordSet
    before_number: WordSet
    before_small_letter: WordSet


_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[-*+•◦▪‣·●○–—>]+(?=\s)|[•◦▪‣●○]|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))\s*")
# A run of stops, a semicolon, or an emoji is where a sentence may end.
# It begins with the characters themselves, because Python then looks for nothing else.
_MARK = re.compile(
    r"[.!?…;•◦▪‣●`\"“](?:(?<=[.!?…])[.!?…]*[\"'”’)\]]*(?=\s|$)(?P<stop>)|(?<=;)(?=\s|$)(?P<semicolon>)"
    r"|(?<=\s[•◦▪‣●])(?=\s)(?P<bullet>)"
    r"|(?:(?<=`)[^`]{1,300}`|(?<=\")[^\"]{1,300}\"|(?<=“)[^”]{1,300}”)(?P<opaque>))"
)
_LAST_WORD = re.compile(r"[\w.&/]+$")
_NOTHING = re.compile(r"[\s.!?…;,:\-–—*•]*")
LONGEST_NOTE = 20_000
"""Characters of a note that are read; what is longer is left to a person."""
_LONGEST_WORD = 40


def split(note: str) -> tuple[Sentence, ...]:
    """Return the sentences of `note` in reading order; raises nothing, whatever the note holds."""
    return tuple(
        sentence for line in _LINE.finditer(note) for sentence in _of_line(note, line.start(), line.end())
    )


def _of_line(note: str, start: int, end: int) -> Iterator[Sentence]:
    bullet = _BULLET.match(note, start, end)
    here = bullet.end() if bullet else start
    for mark in _MARK.finditer(note, here, end):
        if mark.lastgroup == "opaque" or (mark.lastgroup == "stop" and _goes_on(note, here, mark)):
            continue
        to = mark.end() if mark.lastgroup == "stop" else mark.start()
        yield from _piece(note, here, to)
        here = mark.end()
    yield from _piece(note, here, end)


def _piece(note: str, start: int, end: int) -> Iterator[Sentence]:
    """Trim the space around the characters [start, end) and drop them when nothing is said."""
    text = note[start:end]
    bare = text.lstrip()
    start += len(text) - len(bare)
    text = bare.rstrip()
    if not text or (not text[0].isalnum() and _NOTHING.fullmatch(text)):
        return
    yield Sentence(start, start + len(text), text)


def _goes_on(note: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation, or dots trail off inside a sentence."""
    after = note[mark.end() : mark.end() + 2].strip()[:1]
    stops = mark.group()
    if stops != ".":
        return set(stops) <= {".", "…"} and after.islower()
    begin = max(start, mark.start() - _LONGEST_WORD)
    begin = max(begin, note.rfind(" ", begin, mark.start()))
    word = _LAST_WORD.search(note, begin, mark.start())
    if word is None:
        return False
    known = load("abbreviations", Abbreviations)
    last = word.group().lower()
    return (
        last in known.always
        or (last in known.before_number and after.isdigit())
        or (last in known.before_small_letter and after.islower())
    )
