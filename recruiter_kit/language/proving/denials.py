"""Words that turn round what a report says, from lexicon/denials.yaml."""

from collections.abc import Mapping
from functools import cache

from recruiter_kit.language.lexicons import Lexicon, WordSet, load


class Denials(Lexicon):
    """Words that deny or turn round without "not"; the file explains each field."""

    turns: Mapping[str, str]
    until: WordSet
    later: WordSet
    only: WordSet
    was: WordSet
    pivots: WordSet
    contrasts: WordSet


@cache
def denials() -> Denials:
    """Return the words that turn round what a report says."""
    return load("denials", Denials)
