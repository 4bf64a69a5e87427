"""The closed lists of the last look at a finished letter, from lexicon/last_look.yaml."""

import re
from functools import cache

from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, compiled, load


class LastLookWords(Lexicon):
    """Words and patterns of the last look; the file explains each list."""

    roles: WordSet
    particles: WordSet
    capital_anyway: WordSet
    people: WordSet
    person_endings: WordSet
    no_person: WordSet
    somebody: WordSet
    several: WordSet
    masculine: WordSet
    feminine: WordSet
    plural: WordSet
    owner_follows: WordSet
    tags: WordSet
    failures: tuple[Pattern, ...]
    turned_by: WordSet
    praises: tuple[Pattern, ...]
    taken_back_by: WordSet


@cache
def known() -> LastLookWords:
    """Return the lists."""
    return load("last_look", LastLookWords)


@cache
def failures() -> re.Pattern[str]:
    """Return what a plain failure begins with."""
    return compiled(known().failures)


@cache
def praises() -> re.Pattern[str]:
    """Return what plain praise begins with."""
    return compiled(known().praises)


_QUOTED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|«[^»]*»|`[^`]*`|(?<!\w)‘[^’]*(?:’\w[^’]*)*’|(?<!\w)'(?=\S)[^'\n]*(?:'\w[^'\n]*)*'(?!\w)"
)


def unquoted(text: str) -> str:
    """Return `text` with blanks for everything in quotation marks; every place stays the same."""
    return _QUOTED.sub(lambda found: " " * len(found.group()), text)
