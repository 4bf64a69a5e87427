"""What the words of an export say became of an application, and whether somebody may be e-mailed.

In: a literal. Out: its meaning, or None where it is not on the list (statuses.yaml), because what is not
understood is never guessed.
"""

from enum import StrEnum
from functools import cache
from importlib.resources import files

from recruiter_kit.files.data_file import read_record
from recruiter_kit.files.text import one_line
from recruiter_kit.model import Record


class Status(StrEnum):
    """What became of an application, from what weighs most against a rejection to what does not."""

    HIRED = "hired"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    ACTIVE = "active"


class StatusWords(Record):
    """The literals of statuses.yaml, in lower case."""

    hired: frozenset[str]
    offered: frozenset[str]
    withdrawn: frozenset[str]
    active: frozenset[str]
    closed: frozenset[str]
    no: frozenset[str]
    yes: frozenset[str]


def status_of(literal: str | None) -> Status | None:
    """Return what a status, stage or reason says, None where it says nothing that is known."""
    small = _small(literal)
    return next((status for status in Status if small in getattr(_words(), status.value)), None)


def allowed(literal: str | None) -> bool | None:
    """Return whether "yes" or "no" is said, None where neither is."""
    small = _small(literal)
    return True if small in _words().yes else False if small in _words().no else None


def _small(literal: str | None) -> str:
    return one_line((literal or "").replace("_", " ")).casefold()


@cache
def _words() -> StatusWords:
    return read_record(files("recruiter_kit.intake.joining") / "statuses.yaml", StatusWords)
