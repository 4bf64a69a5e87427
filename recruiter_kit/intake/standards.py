"""Reader of an organisation's standard (docs/standards.md).

In: the path of a YAML or JSON file, or nothing. Out: a Standard; without a file every default holds.
"""

from pathlib import Path

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import decode, read_bytes
from recruiter_kit.files.place import Where
from recruiter_kit.files.records import record_of
from recruiter_kit.intake.detection import open_values
from recruiter_kit.model import Notice
from recruiter_kit.standard import Standard


def read_standard(path: str | Path | None = None) -> Standard:
    """Return the standard in the file at `path`.

    Raises InputError for a file that cannot be read, and for the first setting that is not understood.
    """
    if path is None:
        return Standard()
    path = Path(path)
    document = open_values(decode(read_bytes(path, path.name), path.name), path.name, path.suffix.casefold())
    for place, key in document.repeated:
        raise InputError.of("json_duplicate_key", file=path.name, place=place, repeated=key)
    notices: list[Notice] = []
    standard = record_of(Standard, document.value, Where(path.name), notices)
    if standard is None:
        raise InputError(notices[0].message, file=path.name, place=notices[0].place)
    return standard


def standard_at(file: Path) -> Standard:
    """Return the standard in `file`, the defaults without it; raises InputError as read_standard()."""
    return read_standard(file) if file.is_file() else Standard()
