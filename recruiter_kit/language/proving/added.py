"""The words of a text that no note holds, and that say more than the frame of a report does.

In: a text beside its notes. Out: the places of such words.
"""

from recruiter_kit.language.proving.acting.persons import persons
from recruiter_kit.language.proving.aligning.alignment import Alignment
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import bases
from recruiter_kit.language.proving.reading.numbers import number_words
from recruiter_kit.language.proving.reading.phrasebook import additions


def added(aligned: Alignment, framed: frozenset[int]) -> frozenset[int]:
    """Return the places of added words; `framed` are those of words that name an exercise or a criterion."""
    frame, denying, others = grammar().frame, grammar().denying, persons().others
    return frozenset(
        place
        for place, token in enumerate(aligned.text.tokens)
        if (token.content or (token.number and token.low not in number_words().loose))
        and aligned.places[place] is None
        and token.low not in frame
        and token.low not in denying
        and place not in framed
        and (others.isdisjoint(bases(token.low)) or not _speak_of_people(aligned, token.sentence))
    )


def _speak_of_people(aligned: Alignment, sentence: int) -> bool:
    """Whether the notes that a sentence follows speak of people, whom the text may name by what they are."""
    people = additions().people
    return any(token.low in people or (token.capital and token.content) for token in aligned.near(sentence))
