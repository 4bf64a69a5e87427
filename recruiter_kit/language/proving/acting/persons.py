"""Words for people, from lexicon/persons.yaml."""

from enum import StrEnum
from functools import cache, cached_property

from recruiter_kit.language.grammar.dictionary import lemmas
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.reading.reading import Token


class Doer(StrEnum):
    """Who acts. UNCLEAR is somebody of whom it is not plain who they are."""

    CANDIDATE = "candidate"
    OTHER = "other"
    UNCLEAR = "unclear"


class Persons(Lexicon):
    """Words for people, and for what they do; the file explains each field."""

    interviewers: WordSet
    hidden: WordSet
    candidate: WordSet
    others: WordSet
    speakers: WordSet
    spoken_to: WordSet
    playing: WordSet
    third: WordSet
    third_forms: WordSet
    nobody: WordSet
    embedding: WordSet
    before_objects: WordSet
    govern_nobody: WordSet
    before_base: WordSet
    asks: WordSet
    before_asks: WordSet
    leads: WordSet
    seldom_past: WordSet
    says: WordSet

    @cached_property
    def not_candidate(self) -> frozenset[str]:
        """Words for interviewers and for others."""
        return self.interviewers | self.others

    @cached_property
    def acting(self) -> frozenset[str]:
        """Pronouns of those who act in a note."""
        return self.speakers | self.third


@cache
def persons() -> Persons:
    """Return the words for people."""
    return load("persons", Persons)


def is_name(token: Token, *, opens: bool = False) -> bool:
    """Whether a word is somebody's name; one that opens a sentence must be in no dictionary."""
    return token.capital and token.content and not (opens and lemmas(token.low))
