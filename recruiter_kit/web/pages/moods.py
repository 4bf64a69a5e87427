"""Candidates who react, as data (moods.yaml): what each says after a part of the call.

In: the file. Out: moods by name. Raises DataFileError when a part or a field is not known.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from recruiter_kit.files.data_file import read_record
from recruiter_kit.language.lexicons import Lexicon
from recruiter_kit.model import Record


class Mood(Record):
    """One candidate: who it is in a word, and what is said after which part of the call."""

    name: str
    about: str
    answers: Mapping[str, str]


class Moods(Lexicon):
    """The candidates of the rehearsal."""

    moods: Mapping[str, Mood]


@cache
def moods() -> Mapping[str, Mood]:
    """Return the moods by key."""
    return read_record(files("recruiter_kit.web.pages") / "moods.yaml", Moods).moods
