"""A note as it was meant: without markup, mail, marks and layout of the program that it came through.

In: any text of a scorecard. Out: its words as plain lines. Done once, when a text comes in: observations
point at the characters of a note. Words are never changed or judged here; language/ says what may be told.
"""

import re
from typing import NamedTuple

from recruiter_kit.intake.cleaning.characters import plain_characters
from recruiter_kit.intake.cleaning.html_text import without_html
from recruiter_kit.intake.cleaning.layout import laid_out
from recruiter_kit.intake.cleaning.mail import without_mail, words_around_mail
from recruiter_kit.intake.cleaning.markdown import without_markdown

MOST_PASSES = 50
# One line of words with ordinary punctuation between them, single spaces, nothing that marks anything.
_PLAIN = re.compile(r"(?!_)\w[\w,;.!?/%'’\"“”()–-]*(?: [\w,;.!?/%'’\"“”()–-]+)*")


class Cleaned(NamedTuple):
    """The words of a note, and whether whole lines were left out."""

    text: str
    lines_left_out: bool


def plain_note(text: str) -> str:
    """Return the words of a note; what is plain already comes back unchanged."""
    return cleaned(text).text


def cleaned(text: str) -> Cleaned:
    """Return the words of a note, and whether whole lines of it were left out."""
    return Cleaned(text, False) if _is_plain(text) else thoroughly(text)


def _is_plain(text: str) -> bool:
    """Whether a look at the characters and words says that nothing is to be done; most notes are so."""
    if not text:
        return True
    if _PLAIN.fullmatch(text) and "_" not in text and not ("1" in text and "2" in text):
        return words_around_mail().isdisjoint(text.casefold().split(" "))
    return False


def thoroughly(text: str) -> Cleaned:
    """Return the same as `cleaned`, without a look ahead.

    What is taken off may uncover more of its kind ("&amp;lt;p&amp;gt;"), so it is done until nothing changes.
    """
    left_out = False
    for _ in range(MOST_PASSES):
        before = text
        text = plain_characters(without_html(plain_characters(text)))
        text, mail = without_mail(text)
        text, headings = laid_out(without_markdown(text))
        left_out = left_out or mail or headings
        if text == before:
            break
    return Cleaned(text, left_out)


def without_heading(answer: str, heading: str) -> str:
    """Return the answer to a question of a form without the question, where it was copied before it."""
    if heading and answer.casefold().startswith(heading.casefold()):
        rest = answer[len(heading) :]
        if not rest[:1].isalnum():
            return rest.lstrip(" :?.-–—\n")
    return answer
