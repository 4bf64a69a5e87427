"""What the words of an export say became of an application, and whether somebody may be e-mailed.

In: a literal. Out: its meaning, or None where its words are not on the list (statuses.yaml), because what is
not understood is never guessed.
"""

import re
import unicodedata
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator

from recruiter_kit.files.data_file import read_record
from recruiter_kit.files.text import one_line
from recruiter_kit.model import Record

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Between a status and what is said about it: dashes, colons and brackets; a stroke is between two of them.
_JOINED = re.compile(r"\s[-‐-―]+\s|[‒-―:()\[\]?>→]")
_DIVIDED = re.compile(r"[/|;,]")
_NUMBER = re.compile(r"[\d.)#]*")
_ENDS = " .!*'\"-"


class Status(StrEnum):
    """What became of an application, from what weighs most against a rejection to what does not."""

    HIRED = "hired"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    ACTIVE = "active"


def _listed(value: object) -> object:
    """Return the words of lines that list them with commas."""
    return [word.strip() for line in value for word in line.split(",")] if isinstance(value, list) else value


Words = Annotated[frozenset[str], BeforeValidator(_listed)]


class StatusWords(Record):
    """The words of statuses.yaml, folded."""

    hired: Words
    offered: Words
    withdrawn: Words
    active: Words
    closed: Words
    no: Words
    yes: Words
    labels: Words
    before_more: Words


def status_of(literal: str | None) -> Status | None:
    """Return what a status or a stage says, None where it says nothing that is known.

    It may say more about it after a dash, a colon or in brackets: "Rejected - after interview". What comes
    first has to be known, and of all that is known what weighs most counts; but where something is closed in
    the stage of an offer, it is closed. "Hired: no" says nothing.
    """
    text = _folded(literal)
    whole = said_by(text)
    if whole is not None:
        return whole
    parts = [part for part in map(_bare, _parts(text)) if part and not _is_label(part)]
    known = [said for part in parts if (said := _exactly(part))]
    if not known or _exactly(parts[0]) is None or any(part in _words().no for part in parts):
        return None
    if known[0] is Status.CLOSED:
        known = [said for said in known if said not in (Status.OFFERED, Status.ACTIVE)]
    return min(known, key=list(Status).index)


def said_by(reason: str | None) -> Status | None:
    """Return what the whole of a text says: a part of a reason says little, as in "Hired - somebody else"."""
    text = _folded(reason)
    return None if _DIVIDED.search(text) else _exactly(_bare(_JOINED.sub(" ", text)))


def allowed(value: object) -> bool | None:
    """Return whether yes or no is said, None where neither is: true and 1 are yes, too."""
    if isinstance(value, bool):
        return value
    small = _bare(_folded(str(value))) if isinstance(value, str | int) else ""
    return True if small in _words().yes else False if small in _words().no else None


def _exactly(bare: str) -> Status | None:
    return next((status for status in Status if bare in getattr(_words(), status.value)), None)


def _folded(literal: str | None) -> str:
    """Return a literal in lower case without accents; "OfferAccepted" is two words."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", literal or "").replace("_", " ").replace("’", "'"))
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in apart.casefold() if not unicodedata.combining(letter))
    )


def _parts(text: str) -> list[str]:
    said = _before_more().sub(" : ", text)
    return [piece for part in _DIVIDED.split(said) for piece in _JOINED.split(part)]


def _is_label(part: str) -> bool:
    """Whether a part only says that a status follows: "Stage 4"."""
    return part.rstrip("0123456789 ") in _words().labels


def _bare(part: str) -> str:
    """Return a part without a number before it, signs around it and hyphens inside."""
    words = one_line("".join(letter if _is_word(letter) else " " for letter in part)).strip(_ENDS)
    first, _, rest = words.partition(" ")
    return _bare(rest) if rest and _NUMBER.fullmatch(first) else words


def _is_word(letter: str) -> bool:
    return letter in "'.)#" or unicodedata.category(letter)[0] in "LN"


@cache
def _before_more() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s(?:{'|'.join(map(re.escape, _words().before_more))})\s(?=\w)")


@cache
def _words() -> StatusWords:
    found = read_record(files("recruiter_kit.intake.joining") / "statuses.yaml", StatusWords)
    return StatusWords.model_validate(
        {name: [_folded(word) for word in words] for name, words in found.model_dump().items()}
    )
