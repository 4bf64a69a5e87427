"""What a file is, recognised by its contents; its suffix only settles what they leave open.

In: a path. Out: a Source of one kind. A file of no known kind is an InputError.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import decode, read_bytes
from recruiter_kit.files.document import Document
from recruiter_kit.files.text import shorten
from recruiter_kit.intake import shapes, sources
from recruiter_kit.intake.sources import ExportSource
from recruiter_kit.intake.table import csv_text
from recruiter_kit.intake.table.columns import (
    DECISION_COLUMNS,
    DECISION_REQUIRED,
    TABLE_COLUMNS,
    TABLE_REQUIRED,
    check_columns,
)
from recruiter_kit.intake.table.sheet import Sheet, known_columns, renamed


class Kind(StrEnum):
    """The kinds of files that no export is, in the words that a message uses for them."""

    BUNDLE = "recruiter-kit/1"
    TABLE = "scorecard table"
    ROLES = "role file"
    DECISIONS = "decisions file"
    NOTHING = "empty list"


@dataclass(frozen=True)
class Source:
    """One opened file: its kind, or the source that it is an export of, and its contents."""

    kind: Kind | ExportSource
    contents: Document | Sheet


KNOWN_COLUMNS = frozenset({*TABLE_COLUMNS, *DECISION_COLUMNS})
WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
FEWEST_COLUMNS = 2
YAML_SUFFIXES = frozenset({".yaml", ".yml"})
TABLE_SUFFIXES = frozenset({".csv", ".tsv"})


def open_source(path: Path, file: str, columns: Mapping[str, str] | None = None) -> Source:
    """Open the file at `path`, shown to the reader as `file`, and return what it is.

    `columns` says which headings of an organisation's own table hold which documented columns.

    Raises InputError when it cannot be read, is nothing that is read here, misses a required
    column, or holds a key twice. In recruiter-kit/1 a key that appears twice spoils its application only.
    """
    return source_of(open_contents(path, file, columns or {}))


def source_of(contents: Document | Sheet) -> Source:
    """Return opened contents with their kind; raises InputError as `open_source` does."""
    file = contents.file
    if isinstance(contents, Sheet):
        if known_columns(contents.columns, KNOWN_COLUMNS) < FEWEST_COLUMNS:
            raise _unknown_table(contents)
        table = _kind_of_sheet(contents)
        check_columns(contents, DECISION_REQUIRED if table is Kind.DECISIONS else TABLE_REQUIRED)
        return Source(table, contents)
    kind = _kind_of_value(contents.value)
    if kind is None:
        raise _unknown(file)
    if contents.repeated and kind is not Kind.BUNDLE:
        place, key = contents.repeated[0]
        raise InputError.of("json_duplicate_key", file=file, place=place, repeated=key)
    return Source(kind, contents)


def open_contents(path: Path, file: str, columns: Mapping[str, str]) -> Document | Sheet:
    """Return the values or the table that the file at `path` holds."""
    known = KNOWN_COLUMNS | columns.keys()
    data = read_bytes(path, file)
    if data.startswith(WORKBOOK_STARTS):
        from recruiter_kit.intake.table.workbook import parse_workbook

        return renamed(parse_workbook(data, file, known), columns)
    text = decode(data, file)
    suffix = path.suffix.casefold()
    if suffix in TABLE_SUFFIXES or (suffix not in YAML_SUFFIXES and _is_table(text)):
        return renamed(csv_text.parse_csv(text, file, known), columns)
    try:
        return open_values(text, file, suffix)
    except InputError as error:
        if suffix in YAML_SUFFIXES or suffix == ".json" or text.lstrip()[0] in "{[":
            raise
        raise _unknown(file) from error


def open_values(text: str, file: str, suffix: str) -> Document:
    """Return the values of a JSON or YAML text: YAML that begins as JSON does needs its suffix."""
    if suffix not in YAML_SUFFIXES and (suffix == ".json" or text.lstrip()[0] in "{["):
        from recruiter_kit.files.json_text import parse_json

        return parse_json(text, file)
    from recruiter_kit.files.yaml_text import parse_yaml

    return parse_yaml(text, file)


def _is_table(text: str) -> bool:
    return text.lstrip()[0] not in "{[" and csv_text.headings(text, KNOWN_COLUMNS) >= FEWEST_COLUMNS


def _unknown_table(sheet: Sheet) -> InputError:
    if not sheet.name:
        return _unknown(sheet.file)
    sheets = shorten(", ".join([sheet.name, *sheet.others]), 120)
    return InputError.of("no_table_in_workbook", file=sheet.file, sheets=sheets)


def _unknown(file: str) -> InputError:
    return InputError.of("unknown_source", file=file, exports=", ".join(map(str, sources.SOURCES)))


def _kind_of_value(value: Any) -> Kind | ExportSource | None:
    kinds: list[tuple[Kind | ExportSource, Callable[[Any], bool]]] = [
        (Kind.BUNDLE, shapes.is_bundle),
        (Kind.NOTHING, shapes.is_nothing),
        *((source, source.is_this) for source in sources.SOURCES),
        (Kind.ROLES, shapes.is_roles),
        (Kind.DECISIONS, shapes.is_decisions),
    ]
    return next((kind for kind, fits in kinds if fits(value)), None)


def _kind_of_sheet(sheet: Sheet) -> Kind:
    if "outcome" in sheet.columns or "decided_by" in sheet.columns:
        return Kind.DECISIONS
    return Kind.TABLE
