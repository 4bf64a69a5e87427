"""What a sentence says for or against the candidate.

In: a sentence as written, and the level given with it. Out: strength, gap or neutral. Words
count first, a negation turns them round, what follows "but" weighs more; the level only decides
where the words do not.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from recruiter_kit.feedback import Direction
from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, compiled, load
from recruiter_kit.model import Scale


class Directions(Lexicon):
    """Words and phrases for and against; `plain_failures` leave no doubt, `turns` negate what follows."""

    for_words: WordSet
    against_words: WordSet
    plain_failures: WordSet
    for_although_negated: tuple[Pattern, ...]
    for_phrases: tuple[Pattern, ...]
    against_phrases: tuple[Pattern, ...]
    turns: WordSet
    nothing_turned: tuple[Pattern, ...]


_WORD = re.compile(r"[^\W_]+(?:['’/-][^\W_]+)*")
_CONTRAST = re.compile(
    r"[,;–—]?\s+(?<!everyone )(?<!everything )(?<!nothing )(?:but|although|though|however)\b,?\s+(?=\w)"
    r"|,\s+(?:yet|except)\s+",
    re.IGNORECASE,
)
_TAG = re.compile(r",\s*\w+(?:n't)?\s+(?:he|she|they)\b\s*[?,.]?", re.IGNORECASE)
_ALTHOUGH = re.compile(r"\s*(?:although|though|while|whilst)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
_REACH = 3
_KEPT = 8_192
# One word may be read amiss ("no twist", "without jargon"); two, or a plain failure, leave little doubt.
_SURE = 2


def direction(sentence: str, level: float | None, required: float | None, scale: Scale) -> Direction:
    """Return what `sentence` says; the level given beside it decides only where the words say nothing."""
    score = _score(sentence)
    if score:
        return Direction.STRENGTH if score > 0 else Direction.GAP
    return _prior(level, required, scale) if _says_something(sentence) else Direction.NEUTRAL


def plainly(sentence: str) -> Direction:
    """Return what the words say where they leave little doubt, else neutral."""
    score = _score(sentence)
    if abs(score) < _SURE:
        return Direction.NEUTRAL
    return Direction.STRENGTH if score > 0 else Direction.GAP


def _prior(level: float | None, required: float | None, scale: Scale) -> Direction:
    """The level decides for words that say neither; without a bar, the middle of the scale is neutral."""
    if level is None:
        return Direction.NEUTRAL
    if required is not None:
        return Direction.STRENGTH if level >= required else Direction.GAP
    middle = (scale.lowest + scale.highest) / 2
    return Direction.NEUTRAL if level == middle else Direction.STRENGTH if level > middle else Direction.GAP


def _says_something(sentence: str) -> bool:
    return len(_WORD.findall(sentence)) > 1


@lru_cache(_KEPT)
def _score(sentence: str) -> int:
    """Return a number above zero for a strength, below for a gap; the last half of a contrast wins."""
    # What somebody said is no judgement of it: "the warm jacket from the window".
    text = _TAG.sub(",", _QUOTED.sub(" … ", sentence.replace("’", "'")))
    if _ALTHOUGH.match(text) and "," in text:
        main = text.split(",", 1)[1]
        return _count(main) or _count(text)
    halves = _CONTRAST.split(text)
    if len(halves) > 1:
        last, first = _count(halves[-1]), _count(" ".join(halves[:-1]))
        # What follows "but" turns: unknown words after praise are a gap, after criticism a strength.
        return last or -first
    return _count(text)


def _count(text: str) -> int:
    known = load("directions", Directions)
    score, rest = 0, text
    for pattern, value in _phrases():
        score += _SURE * value * len(pattern.findall(rest))
        rest = pattern.sub(" ", rest)
    if score:
        return score
    found = [word.lower() for word in _WORD.findall(rest)]
    for place, word in enumerate(found):
        value = (word in known.for_words) - (word in known.against_words)
        value *= _SURE if word in known.plain_failures else 1
        turned = value and _turned(found[max(0, place - _REACH) : place], known)
        # "not confident" is as plain as a word can be
        score += -value * (_SURE if place and found[place - 1] == "not" else 1) if turned else value
    negated = sum(word in known.turns or word.endswith("n't") for word in found)
    return score - 1 if negated and not score else score


def _turned(before: Sequence[str], known: Directions) -> bool:
    return any(word in known.turns or word.endswith("n't") for word in before)


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return the phrases in the order in which they are taken out of a sentence, with their value."""
    known = load("directions", Directions)
    return (
        (compiled(known.nothing_turned), 0),
        (compiled(known.for_although_negated), 1),
        (compiled(known.against_phrases), -1),
        (compiled(known.for_phrases), 1),
    )
