"""The notes that a text rests on, read once for all the texts that are held against them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from recruiter_kit.language.proving.reading.read import read_again
from recruiter_kit.language.proving.reading.reading import Reading

_KEPT = 512
Place = tuple[int, int]
"""A note by its place in the list, and a token in it."""


@dataclass(frozen=True, eq=False)
class Notes:
    """Notes as they were read; `by_key` finds the places of the words that have a meaning, in all of them."""

    readings: Sequence[Reading]
    by_key: dict[str, list[Place]]


@lru_cache(_KEPT)
def read_notes(texts: tuple[str, ...]) -> Notes:
    """Return notes as the prover reads them; they are shared and must not be changed."""
    readings = [read_again(text) for text in texts]
    by_key: dict[str, list[Place]] = {}
    for note, reading in enumerate(readings):
        for key, places in reading.by_key.items():
            by_key.setdefault(key, []).extend((note, place) for place in places)
    return Notes(readings, by_key)
