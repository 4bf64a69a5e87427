"""Sentences that need the one before them to be understood.

In: a sentence as written. Out: whether it can be told alone. A sentence is never told without the neighbours
it needs (FEEDBACK, "The unit"). The words are in lexicon/leaning.yaml.
"""

import re
from functools import cache

from recruiter_kit.language.lexicons import Lexicon, load

# "Restarted it herself": what "it" is was said before.
_ACTS_ON_IT = re.compile(r"(?:\S+ ){1,2}(?:it|them|this)\b", re.IGNORECASE)
# "2 days.": of what was said before.
_BARE_AMOUNT = re.compile(r"[~<>≈]?\d\S*(?: [^\W\d]+)?[.!]?$")
_QUOTES = ('"', "“", "'", "‘")


class Leaning(Lexicon):
    """Openings that lean on what is before, words that point back in a short sentence, and examples.

    `short` is the most words of a sentence in which a word that points back makes it lean.
    """

    openings: str
    points_back: str
    short: int
    leaning: tuple[str, ...]
    alone: tuple[str, ...]


def begins_alone(text: str) -> bool:
    """Return whether `text` can be understood without the sentence before it; a quotation never can."""
    openings, points_back = _patterns()
    if openings.match(text) or text.startswith(_QUOTES):
        return False
    if _ACTS_ON_IT.match(text) or _BARE_AMOUNT.match(text):
        return False
    return len(text.split()) > load("leaning", Leaning).short or not points_back.search(text)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = load("leaning", Leaning)
    openings = "|".join(re.escape(opening.strip()) for opening in known.openings.split("|"))
    return (
        re.compile(rf"(?:{openings})(?!\w)", re.IGNORECASE),
        re.compile(rf"\b(?:{known.points_back})\b", re.IGNORECASE),
    )
