"""The words of a text that no note holds, and that say more than the frame of a report does.

In: a text beside its notes. Out: the places of such words.
"""

from recruiter_kit.language.proving.acting.persons import persons
from recruiter_kit.language.proving.aligning.alignment import Alignment
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import bases
from recruiter_kit.language.proving.reading.numbers import number_words
from recruiter_kit.language.proving.reading.phrasebook import additions

_BEFORE = 2


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
        and (others.isdisjoint(bases(token.low)) or not _is_who_the_notes_mean(aligned, place))
    )


def _is_who_the_notes_mean(aligned: Alignment, place: int) -> bool:
    """Whether a word names somebody whom the notes speak of by what they are: "the customer" for "she"."""
    tokens, people = aligned.text.tokens, additions().people
    if not any(token.low in additions().pointing for token in tokens[max(0, place - _BEFORE) : place]):
        return False
    near = aligned.near(tokens[place].sentence)
    return any(token.low in people or (token.capital and token.content) for token in near)
