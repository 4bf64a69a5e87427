"""What a model is told: prompt.yaml, with its hash, so that each proposal says what was asked."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Record, Text

_FILE = files("recruiter_kit.writing") / "prompt.yaml"


class Prompt(Record):
    """The words before the notes, those of a complaint, and those for the second reader."""

    wording: Text
    complaint: Text
    reader: Text


@cache
def prompt() -> Prompt:
    """Return the texts of prompt.yaml."""
    return read_record(_FILE, Prompt)


@cache
def prompt_hash() -> str:
    """Return the SHA-256 of prompt.yaml, as 64 hexadecimal digits."""
    return sha256(_FILE.read_bytes()).hexdigest()
