"""Private text, and how it stays out of everything that could be shared (R9).

In: headings of questions, and the texts of a scorecard. Out: which heading is private, and notes
without the sentences that are also in the private note.
"""

import re

from recruiter_kit.files.text import one_line
from recruiter_kit.model import Scorecard

_PRIVATE = re.compile(
    r"\b(?:private|confidential|internal(?:ly)?|off the record|not (?:be )?(?:shared|for the candidate))\b"
    r"|\b(?:do not|don[’']t) share\b",
    re.IGNORECASE,
)
# A sentence, or a line without a full stop, with the white space behind it.
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?。！？؟]+\s+|\n\s*|$)|\s+")


def is_private(heading: str) -> bool:
    """Whether the heading of a question says that its answer is not to be shared."""
    return bool(_PRIVATE.search(heading))


def without_private(card: Scorecard) -> tuple[Scorecard, list[str]]:
    """Return the scorecard without the sentences that its private note holds too, and where they stood.

    A sentence of one or two words is too common to be distinguished, unless it is the whole note.
    """
    private = _Private(card.private_note or "")
    if not private.whole:
        return card, []
    note = private.left_of(card.note, "note")
    ratings = tuple(
        rating.model_copy(update={"note": private.left_of(rating.note, f"ratings[{index}].note")})
        for index, rating in enumerate(card.ratings)
    )
    if not private.touched:
        return card, []
    return card.model_copy(update={"note": note, "ratings": ratings}), private.touched


class _Private:
    def __init__(self, text: str) -> None:
        self.whole = _same(text)
        self.touched: list[str] = []
        self._sentences = {same for sentence in _SENTENCE.findall(text) if _telling(same := _same(sentence))}

    def left_of(self, note: str | None, place: str) -> str | None:
        """Return what is left of a note, remembering its place when something was taken out."""
        if note is None or not _same(note):
            return note
        sentences = _SENTENCE.findall(note)
        left = [sentence for sentence in sentences if _same(sentence) not in self._sentences]
        if _same(note) != self.whole and len(left) == len(sentences):
            return note
        self.touched.append(place)
        return None if _same(note) == self.whole else "".join(left).strip() or None


def _same(sentence: str) -> str:
    return one_line(sentence).casefold().strip(" .!?…-•*")


def _telling(sentence: str) -> bool:
    """Whether a sentence is long enough to be known again; some scripts write without spaces."""
    return len(sentence.split()) > 2 or len(sentence) > 15
