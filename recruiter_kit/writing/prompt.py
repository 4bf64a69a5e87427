"""What a model is told: prompt.yaml, with its hash, so that each proposal says what was asked."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Name, Record, Text

_FILE = files("recruiter_kit.writing") / "prompt.yaml"


class Sample(Record):
    """A note to try a model with."""

    criterion: Name
    exercise: Name
    note: Text


class Prompt(Record):
    """The words before the notes, those of a complaint, and those for the second reader and its labels."""

    wording: Text
    complaint: Text
    reader: Text
    labels: Mapping[str, Text]
    sample: Sample


@cache
def prompt() -> Prompt:
    """Return the texts of prompt.yaml."""
    return read_record(_FILE, Prompt)


@cache
def prompt_hash() -> str:
    """Return the SHA-256 of prompt.yaml, as 64 hexadecimal digits."""
    return sha256(_FILE.read_bytes()).hexdigest()
