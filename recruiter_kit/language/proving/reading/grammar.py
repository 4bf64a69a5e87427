"""The closed classes of English as the prover needs them, from lexicon/proving.yaml."""

from functools import cache, cached_property

from recruiter_kit.language.lexicons import Lexicon, WordSet, load


class Grammar(Lexicon):
    """Words by what they do in a sentence, and what contractions mean; the file explains each field."""

    closed: WordSet
    frame: WordSet
    openers: WordSet
    goes_on: WordSet
    denials: WordSet
    denials_of_all: WordSet
    instead: dict[str, str]
    determiners: WordSet
    articles: WordSet
    be: WordSet
    have: WordSet
    means_is: WordSet
    signs: dict[str, str]
    contracted: dict[str, str]
    contracted_not: dict[str, str]
    unapostrophed: dict[str, str]

    @cached_property
    def denying(self) -> frozenset[str]:
        """Every word that denies, of what follows it or of all around it."""
        return self.denials | self.denials_of_all


@cache
def grammar() -> Grammar:
    """Return the closed classes of the prover."""
    return load("proving", Grammar)
