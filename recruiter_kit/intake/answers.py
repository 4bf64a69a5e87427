"""The recruiter's answers to the questions of a report.

In: a JSON or YAML file that maps the id of a question to one of its answers. Out: that mapping. Raises
InputError for a file that holds anything else.
"""

from collections.abc import Mapping
from pathlib import Path

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import decode, read_bytes
from recruiter_kit.intake.detection import open_values


def read_answers(path: Path | None) -> Mapping[str, str]:
    """Return what was answered, by the id of the question; nothing without a file."""
    if path is None:
        return {}
    document = open_values(decode(read_bytes(path, path.name), path.name), path.name, path.suffix.casefold())
    for place, key in document.repeated:
        raise InputError.of("json_duplicate_key", file=path.name, place=place, repeated=key)
    values = document.value
    if not isinstance(values, dict) or not all(isinstance(one, str) for one in (*values, *values.values())):
        raise InputError.of("answers_expected", file=path.name)
    return values
