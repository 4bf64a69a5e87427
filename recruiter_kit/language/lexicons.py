"""Lexicon files: read, validated and kept.

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

import yaml
from pydantic import BeforeValidator, ValidationError

from recruiter_kit.errors import DataFileError
from recruiter_kit.files.whole import house
from recruiter_kit.model import Record

_PACKAGE = "recruiter_kit.language.lexicon"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    return parse(files(_PACKAGE).joinpath(f"{name}.yaml"), shape)


def load_folder(name: str, shape: type[Shape]) -> tuple[Shape, ...]:
    """Return every file of the folder `name`, in the order of the file names."""
    return tuple(parse(each, shape) for each in sorted(_yaml_files(name), key=lambda each: each.name))


def load_house(kind: str, shape: type[Shape]) -> tuple[Shape, ...]:
    """Return the house's own files of a kind (instance/<kind>/*.yaml), in the order of their names."""
    return tuple(parse(each, shape) for each in sorted(house(kind).glob("*.yaml")))


def _yaml_files(folder: str) -> Iterator[Traversable]:
    for each in files(_PACKAGE).joinpath(folder).iterdir():
        if each.name.endswith(".yaml"):
            yield each


def parse(file: Traversable | Path, shape: type[Shape]) -> Shape:
    """Return the content of `file` as a record of the kind `shape`; raise DataFileError."""
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError.of("file_unreadable", file=file.name, reason=type(error).__name__) from error
    except yaml.YAMLError as error:
        raise _not_yaml(file.name, error) from error
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DataFileError(first["msg"], file=file.name, place=place) from error


def _not_yaml(file: str, error: yaml.YAMLError) -> DataFileError:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "it cannot be read"
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return DataFileError.of("not_yaml", file=file, reason=reason, line=line, column=column)


def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern, case-insensitive, that matches where any of `patterns` does."""
    return re.compile("|".join(f"(?:{each})" for each in patterns) or r"(?!)", re.IGNORECASE)


def checked_pattern(value: str) -> str:
    """Return `value` when it is a regular expression; raise ValueError otherwise."""
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is not a regular expression: {error}") from error
    return value


Pattern = Annotated[str, BeforeValidator(checked_pattern)]
