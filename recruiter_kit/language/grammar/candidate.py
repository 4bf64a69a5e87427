"""Who the candidate is in a note: their names, and their pronoun when it is known."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
_SETS = {"he": MASCULINE, "she": FEMININE, "they": PLURAL}
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
_OPENS_WITH_THEY = re.compile(r"(?:^|[.!?;\n]\s*)they\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.!?;\n]\s*)(he|she)\b")
_WEIGHT = 4
_SURELY = 3
CANDIDATE_NOUNS = frozenset({"candidate", "applicant", "interviewee"})


@dataclass(frozen=True)
class Who:
    """Which words mean the candidate: the pronoun ("he", "she", "they", None) and names in lower case."""

    pronoun: str | None = None
    names: frozenset[str] = frozenset()

    @property
    def pronouns(self) -> frozenset[str]:
        """Every form of the candidate's pronoun."""
        return _SETS[self.pronoun] if self.pronoun else frozenset()

    def is_subject(self, low: str) -> bool:
        """Whether the word is the candidate's subject pronoun."""
        return low == self.pronoun


def stem(low: str) -> str:
    """Return a pronoun without what is contracted onto it."""
    return low.split("'")[0] if "'" in low else low


def pronoun_of(stated: str | None) -> str | None:
    """Return "he", "she" or "they" for pronouns as stated ("she/her"), or None."""
    parts = re.findall(r"[a-z]+", (stated or "").lower())
    subjects = [part for part in parts if part in ("he", "she", "they")]
    return subjects[0] if subjects and len(set(subjects)) == 1 else None


def pronoun_in(notes: Iterable[str]) -> str | None:
    """Return the pronoun by which notes speak of the candidate, or None where that is not plain.

    It is the one that is used alone, or three times as often as the other of "he" and "she"; "they" only
    where a note opens a sentence with it and no other is used.
    """
    texts = [note.replace("’", "'") for note in notes]
    texts = [_QUOTED.sub(" ", text).lower() for text in texts]
    counted = Counter(stem(word) for text in texts for word in _WORD.findall(text))
    # A note that opens a sentence with a pronoun speaks of the candidate.
    counted.update(word for text in texts for word in _OPENING.findall(text) for _ in range(_WEIGHT))
    he, she = (sum(counted[form] for form in forms) for forms in (MASCULINE, FEMININE))
    if he or she:
        more, less, name = (he, she, "he") if he > she else (she, he, "she")
        return name if not less or (more >= _SURELY * less) else None
    return "they" if any(_OPENS_WITH_THEY.search(text) for text in texts) else None
