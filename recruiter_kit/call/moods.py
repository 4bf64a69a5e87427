"""Candidates for a rehearsal, as data (moods.yaml): what each says after a part, and to each card.

In: the file. Out: moods by name. Raises DataFileError when a part, a card or a field is not known, and when a
candidate has nothing to say to a card.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from recruiter_kit.composing.phrasing import card_wordings
from recruiter_kit.errors import DataFileError
from recruiter_kit.files.data_file import read_record
from recruiter_kit.language.lexicons import Lexicon
from recruiter_kit.model import Record

FILE = "moods.yaml"
PartName = Literal["Opening", "Decision", "Feeling", "Choice", "Reasons", "Questions", "Close"]


class Answer(Record):
    """What the candidate says after a part, and which cards would fit it."""

    says: str
    fits: tuple[str, ...] = ()


class Mood(Record):
    """One candidate: who it is in a word, what is said after which part, and to each card."""

    name: str
    about: str
    answers: Mapping[PartName, Answer]
    cards: Mapping[str, str]


class Moods(Lexicon):
    """The candidates of the rehearsal."""

    moods: Mapping[str, Mood]


@cache
def moods() -> Mapping[str, Mood]:
    """Return the moods by key."""
    return checked(read_record(files("recruiter_kit.call") / FILE, Moods)).moods


def checked(found: Moods) -> Moods:
    """Return the moods; raises DataFileError for one that does not answer exactly the cards there are."""
    cards = {card.id for card in card_wordings()}
    for key, mood in found.moods.items():
        fitting = {card for answer in mood.answers.values() for card in answer.fits}
        if set(mood.cards) != cards or fitting - cards:
            raise DataFileError.of("data_keys", file=f"{FILE}, {key}", expected=", ".join(sorted(cards)))
    return found
