"""Who the candidate is in the notes.

In: the people around an application, and notes. Out: a Candidate.
"""

from dataclasses import dataclass
from functools import lru_cache

from recruiter_kit.language.grammar.candidate import FEMININE, MASCULINE, pronoun_of
from recruiter_kit.language.proving.aligning.notes import Notes
from recruiter_kit.language.proving.record import Person

_KEPT = 512
_SUBJECT_OF = {**dict.fromkeys(MASCULINE, "he"), **dict.fromkeys(FEMININE, "she")}
_SHORTEST_CALL = 3


@dataclass(frozen=True)
class Candidate:
    """What is known of the candidate.

    `names` are in lower case, `initials` their first letters, `letters` the initials together ("ab" for Ana
    Bell); `pronoun` is "he", "she", "they", or None where it is not known.
    """

    names: frozenset[str]
    initials: frozenset[str]
    letters: frozenset[str]
    pronoun: str | None

    def is_named(self, low: str) -> bool:
        """Whether a word is the candidate's name, their initials, or what they are called for short."""
        if low in self.names or low in self.letters:
            return True
        return len(low) >= _SHORTEST_CALL and any(name.startswith(low) for name in self.names)


@lru_cache(_KEPT)
def candidate_of(people: tuple[Person, ...], notes: Notes) -> Candidate:
    """Return who the candidate is; a pronoun that nobody stated is the one that the notes use."""
    own = [person for person in people if person.part == "candidate"]
    names = frozenset(part.lower() for person in own for part in person.name.split())
    stated = pronoun_of(own[0].pronouns) if own else None
    return Candidate(
        names,
        frozenset(name[0] for name in names),
        frozenset("".join(part[0].lower() for part in person.name.split()) for person in own),
        stated or _only_pronoun(notes),
    )


def _only_pronoun(notes: Notes) -> str | None:
    """Return the one pronoun of the notes that have only one, None where they differ."""
    used = [{_SUBJECT_OF[low] for low in reading.lows if low in _SUBJECT_OF} for reading in notes.readings]
    alone = {pronoun for each in used if len(each) == 1 for pronoun in each}
    return alone.pop() if len(alone) == 1 else None
