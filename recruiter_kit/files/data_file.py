"""Data files of the software and of an organisation, in the one YAML dialect of yaml_text.

In: a file. Out: its values, or a validated record. Raises DataFileError with file, line or place, and the
reason in plain words.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from recruiter_kit.errors import DataFileError, InputError
from recruiter_kit.files import yaml_text
from recruiter_kit.files.plain_errors import plain_errors
from recruiter_kit.messages import say

Shape = TypeVar("Shape", bound=BaseModel)


def content(file: Traversable) -> Any:
    """Return the values in `file`. An organisation's own files are held to limits, ours are read fast."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError.of("file_unreadable", file=file.name, reason=type(error).__name__) from error
    try:
        if _is_ours(file):
            return yaml_text.parse_trusted(text, file.name)
        document = yaml_text.parse_yaml(text, file.name)
    except InputError as error:
        raise DataFileError(error.problem, file=error.file, place=error.place) from error
    for place, key in document.repeated:
        raise DataFileError.of("json_duplicate_key", file=file.name, place=place, repeated=key)
    return document.value


def read_record(file: Traversable, shape: type[Shape]) -> Shape:
    """Return the values in `file` as a record of the kind `shape`."""
    try:
        return shape.model_validate(content(file))
    except ValidationError as error:
        place, problem = next(plain_errors(error, shape))
        raise DataFileError(problem, file=file.name, place=place) from error


def place_of(file: Traversable, *keys: str | int) -> str:
    """Return "line 12: opening.hello" for the entry that `keys` lead to in a file that was read before."""
    line = line_of(file, *keys)
    return say("wording_line", line=line, place=".".join(map(str, keys)))


def line_of(file: Traversable, *keys: str | int) -> int:
    """Return the line, from 1, of the entry that `keys` lead to, or of the last one found on the way."""
    node = yaml_text.nodes(file.read_text(encoding="utf-8"))
    line: int = node.start_mark.line + 1
    for key in keys:
        if isinstance(node.value, list) and isinstance(key, int):
            node = node.value[key]
            line = node.start_mark.line + 1
            continue
        pair = next((pair for pair in node.value if pair[0].value == key), None)
        if pair is None:
            break
        line, node = pair[0].start_mark.line + 1, pair[1]
    return line


def _is_ours(file: Traversable) -> bool:
    return not isinstance(file, Path) or file.is_relative_to(Path(str(files("recruiter_kit"))))
