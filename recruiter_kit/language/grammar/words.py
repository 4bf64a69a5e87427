"""The closed classes of English that the rules ask about, from lexicon/words.yaml and fragments.yaml."""

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
    after_you: WordSet
    subordinators: WordSet
    wh_words: WordSet
    impersonal: WordSet
    expletives: WordSet
    coordinators: WordSet
    people: WordSet
    collectives: WordSet
    plural_words: WordSet
    mass_words: WordSet
    not_verb_starts: WordSet
    self_directed: WordSet
    about_the_work: WordSet
    intransitive: WordSet
    linking: WordSet
    openers: WordSet
    lasting: WordSet
    dative: WordSet
    participle_adjectives: WordSet
    settled_participles: WordSet
    past_verbs: WordSet
    candidate_compounds: WordSet
    particles: WordSet
    has_participles: WordSet
    agreement: dict[str, str]


class FragmentWords(Lexicon):
    """Adjectives and nouns of notes without a verb."""

    judging: WordSet
    of_a_person: WordSet
    with_ing: WordSet
    intensifiers: WordSet
    degree: WordSet
    owned: WordSet
    assessed: WordSet
    had: WordSet
    had_one: WordSet
    not_about_you: WordSet
    person_ending_but_not: WordSet
    quantifiers: WordSet
    heads_end_at: WordSet
    given: WordSet
    made: WordSet
    measured: WordSet
    proper: WordSet
    done_to_people: WordSet
    flaws: WordSet
    existence: WordSet
    labels: WordSet
    bare_labels: WordSet
    activities: WordSet
    open_after_adjective: WordSet
    offering: WordSet
    availability: WordSet
    states: tuple[str, ...]

    @cached_property
    def state_phrases(self) -> frozenset[tuple[str, ...]]:
        """The phrases of `states`, word by word."""
        return frozenset(tuple(state.split()) for state in self.states)


@cache
def words() -> Words:
    """Return the closed classes."""
    return load("words", Words)


@cache
def fragment_words() -> FragmentWords:
    """Return the words of verbless notes."""
    return load("fragments", FragmentWords)
