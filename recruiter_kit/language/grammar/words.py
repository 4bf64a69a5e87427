"""The closed classes of English that the rules ask about, from lexicon/words.yaml."""

from functools import cache, cached_property

from recruiter_kit.language.lexicons import Lexicon, WordSet, load


class Words(Lexicon):
    """Grammar words, people and verbs; each field is explained by its name in the file."""

    modals: WordSet
    prepositions: WordSet
    determiners: WordSet
    pointers: WordSet
    adverbs: WordSet
    leads: WordSet
    subordinators: WordSet
    wh_words: WordSet
    impersonal: WordSet
    expletives: WordSet
    coordinators: WordSet
    people: WordSet
    collectives: WordSet
    women: WordSet
    men: WordSet
    plural_words: WordSet
    mass_words: WordSet
    dative: WordSet
    participle_adjectives: WordSet
    past_verbs: WordSet
    candidate_compounds: WordSet
    particles: WordSet
    has_participles: WordSet
    acts_alone: WordSet
    agreement: dict[str, str]
    of_one: dict[str, str]

    @cached_property
    def closed(self) -> frozenset[str]:
        """Every word of the closed classes, which is never somebody's name."""
        return self.modals.union(
            self.prepositions, self.determiners, self.pointers, self.adverbs, self.leads, self.subordinators,
            self.wh_words, self.impersonal, self.expletives, self.coordinators,
        )  # fmt: skip


@cache
def words() -> Words:
    """Return the closed classes."""
    return load("words", Words)
