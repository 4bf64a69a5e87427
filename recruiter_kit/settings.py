"""A settings file of the installation, read as a record: mail.yaml, sign-in.yaml.

In: a path and the kind of record. Out: the record, or None without the file. Raises DataFileError, with the
place in the file, when it is broken.
"""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from recruiter_kit.errors import DataFileError
from recruiter_kit.model import Record

Kind = TypeVar("Kind", bound=Record)


def read_settings(file: Path, kind: type[Kind]) -> Kind | None:
    """Return what `file` holds; docs/operating.md has an example of each."""
    if not file.exists():
        return None
    try:
        return kind.model_validate(yaml.safe_load(file.read_text("utf-8")))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise DataFileError.of("settings", file=file.name, place=place, problem=first["msg"]) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataFileError.of("settings", file=file.name, problem=type(error).__name__) from error
