"""Lexicon files: read, validated and cached.

In: the name of a file in lexicon/ and the record it must fit. Out: that record, read once.
Raises DataFileError, with the file and what is wrong in it, before a single note is touched.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator

from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Record

_PACKAGE = "recruiter_kit.language.lexicon"


def _split(value: object) -> object:
    return value.split() if isinstance(value, str) else value


WordSet = Annotated[frozenset[str], BeforeValidator(_split)]
"""Words written one after the other with spaces, so that `no` and `on` stay words in YAML."""


class Lexicon(Record):
    """What every lexicon file has: a note on where its entries come from."""

    source: str


Shape = TypeVar("Shape", bound=Lexicon)


def load(name: str, shape: type[Shape]) -> Shape:
    """Return the lexicon file `name` (without .yaml) as a record of the kind `shape`."""
    found: Shape = _kept(name, shape)
    return found


@cache
def _kept(name: str, shape: type[Lexicon]) -> Any:
    return read_record(files(_PACKAGE).joinpath(f"{name}.yaml"), shape)


def load_folder(name: str, shape: type[Shape]) -> tuple[Shape, ...]:
    """Return every file of the folder `name`, in the order of the file names."""
    return tuple(read_record(file, shape) for file in sorted(_yaml_files(name), key=lambda file: file.name))


def load_own(folder: Path, shape: type[Shape]) -> tuple[Shape, ...]:
    """Return an organisation's own files in `folder`, in the order of their names."""
    return tuple(read_record(file, shape) for file in sorted(folder.glob("*.yaml")))


def _yaml_files(folder: str) -> Iterator[Traversable]:
    for file in files(_PACKAGE).joinpath(folder).iterdir():
        if file.name.endswith(".yaml"):
            yield file


def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern, case-insensitive, that matches where any of `patterns` does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)


def checked_pattern(value: str) -> str:
    """Return `value` when it is a regular expression; raise ValueError otherwise."""
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is not a regular expression: {error}") from error
    return value


Pattern = Annotated[str, BeforeValidator(checked_pattern)]
