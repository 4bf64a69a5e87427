"""The words and phrases that wrap a note: words.yaml, read once.

In: nothing. Out: a NoteWords. Raises DataFileError for a file that does not fit.
"""

from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator

from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Record


def _split(value: object) -> object:
    return value.split() if isinstance(value, str) else value


WordSet = Annotated[frozenset[str], BeforeValidator(_split)]


class NoteWords(Record):
    """Tags, closings, devices, notices and headings, as words.yaml explains them."""

    blocks: WordSet
    cells: WordSet
    retracted: WordSet
    unread: WordSet
    inline: WordSet
    closings: tuple[str, ...]
    weak_closings: tuple[str, ...]
    devices: WordSet
    notices: tuple[str, ...]
    headings: WordSet
    not_names: WordSet


@cache
def words() -> NoteWords:
    """Return the words of words.yaml."""
    return read_record(files("recruiter_kit.intake.cleaning") / "words.yaml", NoteWords)
