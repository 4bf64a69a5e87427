"""Sentences that say what somebody thinks, with nothing observed.

In: a sentence as written. Out: why it is not an observation, or None. Keeps R2: an opinion is never
evidence, however it is worded.
"""

import re
from functools import cache

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, compiled, load


class Opinions(Lexicon):
    """Patterns of opinion, what makes one an observation after all, and words of bare judgement."""

    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    bare: WordSet
    withhold_examples: tuple[str, ...]
    allow_examples: tuple[str, ...]


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MOST_BARE_WORDS = 7


def why_opinion(sentence: str) -> str | None:
    """Return why `sentence` is only an opinion, or None when it says what was seen."""
    text = sentence.replace("’", "'")
    if _is_bare(text):
        return Doubt("opinion").reason
    pattern, unless = _compiled()
    return Doubt("opinion").reason if pattern.search(text) and not unless.search(text) else None


def _is_bare(text: str) -> bool:
    """Whether the sentence has words of judgement and nothing else ("Clear.", "Great candidate")."""
    found = _WORD.findall(text.lower())
    return 0 < len(found) <= _MOST_BARE_WORDS and all(
        word in load("opinions", Opinions).bare for word in found
    )


@cache
def _compiled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = load("opinions", Opinions)
    return compiled(known.patterns), compiled(known.unless)
