"""The places of notes that a word of a text may stand for.

In: a word of a text, and notes. Out: places, in the order of the notes.
"""

from collections.abc import Sequence

from recruiter_kit.language.proving.aligning.notes import Notes, Place
from recruiter_kit.language.proving.reading import numbers
from recruiter_kit.language.proving.reading.meanings import is_of_group
from recruiter_kit.language.proving.reading.reading import Reading, Token

_LONG = 5


def candidates(token: Token, notes: Notes) -> Sequence[Place]:
    """Return the places that share a meaning with a word; one of a phrase needs the phrase's."""
    wanted: frozenset[str] | list[str]
    if token.number:
        wanted = [numbers.key(token.number)]
    elif token.content:
        wanted = token.keys
    elif token.phrased:
        wanted = [key for key in token.keys if is_of_group(key)]
    else:
        return ()
    by_key = notes.by_key
    found = {place for key in wanted if key in by_key for place in by_key[key]}
    if found or not token.content:
        return sorted(found)
    return _mistyped(token.low, notes.readings)


def _mistyped(low: str, notes: Sequence[Reading]) -> list[Place]:
    """Return the words that differ from a long word by one slip of the keyboard, or are cut short."""
    if len(low) < _LONG:
        return []
    return [
        (note, place)
        for note, reading in enumerate(notes)
        for place, other in reading.unknown
        if other[0] == low[0] and abs(len(other) - len(low)) < 2 and _one_slip(low, other)
    ]


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter was put in, left out, changed, or two neighbours exchanged."""
    if one == other or len(other) < _LONG - 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
