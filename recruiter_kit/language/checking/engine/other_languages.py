"""Which paragraphs of a page are not English, so that no rule can read them.

In: a page. Out: its passages in another language, each with the language. Lines that may be a name, an
address or a greeting count for no language.
"""

import re
from dataclasses import dataclass

from recruiter_kit.language.checking.engine.page import Page
from recruiter_kit.language.gate import foreign

FEWEST = 3
"""Words of a paragraph that can say which language it is in."""
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{6}")
_ENDS = re.compile(r"[.!?…。！？।:][\s\"'”’)\]*_]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters [start, end) of a page; `whole` says that nothing on the page is English."""

    start: int
    end: int
    language: str
    whole: bool


def passages(page: Page) -> tuple[Passage, ...]:
    """Return what of `page` is in another language; neighbours are one passage, named as the first is."""
    found: list[tuple[int, int, str]] = []
    english = False
    goes_on = False
    for paragraph in page.paragraphs:
        if not _speaks(paragraph.text):
            continue
        language = foreign(paragraph.text)
        if language is None:
            english, goes_on = True, False
        elif goes_on:
            found[-1] = (found[-1][0], paragraph.end, found[-1][2])
        else:
            found.append((paragraph.start, paragraph.end, language))
            goes_on = True
    return tuple(Passage(*each, whole=not english) for each in found)


def _speaks(text: str) -> bool:
    """Whether a paragraph is a sentence or more, not the line of an address."""
    words = _WORD.findall(text)
    if len(words) < FEWEST:
        return bool(_UNSPACED.search(text))
    small = sum(not word[0].isupper() for word in words)
    return small > len(words) / 2 or bool(_ENDS.search(text))
