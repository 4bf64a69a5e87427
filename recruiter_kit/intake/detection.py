"""What a file is, recognised by its contents; its suffix only settles what they leave open.

In: bytes. Out: the documents and tables in them, and a Source of one kind for each. What is of no known kind
is an InputError.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import decode, decode_table
from recruiter_kit.files.document import Document
from recruiter_kit.files.text import shorten
from recruiter_kit.intake import foreign, shapes, sources
from recruiter_kit.intake.sources import ExportSource
from recruiter_kit.intake.table import csv_text
from recruiter_kit.intake.table.columns import DECISION_REQUIRED, TABLE_REQUIRED, missing
from recruiter_kit.intake.table.json_table import sheet_of_records
from recruiter_kit.intake.table.names import is_documented
from recruiter_kit.intake.table.said import Said, said_of
from recruiter_kit.intake.table.sheet import Sheet


class Kind(StrEnum):
    """The kinds of files that no export is, in the words that a message uses for them."""

    BUNDLE = "recruiter-kit/1"
    TABLE = "scorecard table"
    ROLES = "role file"
    DECISIONS = "decisions file"
    NOTHING = "empty list"


@dataclass(frozen=True)
class Source:
    """One opened file or sheet: its kind, or the source that it is an export of, and its contents.

    `said` is what a person said of a table that is not in the columns of docs/formats.md.
    """

    kind: Kind | ExportSource
    contents: Document | Sheet
    said: Said | None = None


WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
FEWEST_COLUMNS = 2
YAML_SUFFIXES = frozenset({".yaml", ".yml"})
TABLE_SUFFIXES = frozenset({".csv", ".tsv"})


def source_of(contents: Document | Sheet, listed: Sequence[Said] = ()) -> Source:
    """Return opened contents with their kind.

    `listed` is what a person said of tables. Raises InputError when it is nothing that is read here, misses a
    required column, or holds a key twice. In recruiter-kit/1 a key that appears twice spoils its application
    only.
    """
    if isinstance(contents, Sheet):
        said = said_of(contents.columns, listed)
        if said is None:
            return Source(_kind_of_sheet(contents), contents)
        return Source(Kind.TABLE if any(said.columns.values()) else Kind.NOTHING, contents, said)
    kind = _kind_of_value(contents.value)
    if kind is None:
        raise _unknown(contents.file)
    if contents.repeated and kind is not Kind.BUNDLE:
        place, key = contents.repeated[0]
        raise InputError.of("json_duplicate_key", file=contents.file, place=place, repeated=key)
    return Source(kind, contents)


def contents_of(data: bytes, file: str, suffix: str) -> tuple[Document | Sheet, ...]:
    """Return the values, or the tables, that the bytes of one file hold, shown to the reader as `file`."""
    foreign.refuse(data, file)
    if data.startswith(WORKBOOK_STARTS):
        from recruiter_kit.intake.table.workbook import parse_workbook

        return parse_workbook(data, file)
    text, encoding = _text(data, file, suffix)
    if text.lstrip()[0] == "<":
        return _of_page(text, file, encoding)
    if suffix in TABLE_SUFFIXES or (suffix not in YAML_SUFFIXES and _is_table(text)):
        return (replace(csv_text.parse_csv(text, file), encoding=encoding),)
    try:
        return (_values_or_table(open_values(text, file, suffix)),)
    except InputError as error:
        if suffix in YAML_SUFFIXES or suffix == ".json" or text.lstrip()[0] in "{[":
            raise
        raise _unknown(file) from error


def _values_or_table(document: Document) -> Document | Sheet:
    """Return a document; one that no reader is for, but that is a list of plain records, as a table."""
    if document.repeated or _kind_of_value(document.value) is not None or sources.may_belong(document.value):
        return document
    return sheet_of_records(document.value, document.file) or document


def open_values(text: str, file: str, suffix: str) -> Document:
    """Return the values of a JSON or YAML text: YAML that begins as JSON does needs its suffix."""
    if suffix not in YAML_SUFFIXES and (suffix == ".json" or text.lstrip()[0] in "{["):
        from recruiter_kit.files.json_text import parse_json

        return parse_json(text, file)
    from recruiter_kit.files.yaml_text import parse_yaml

    return parse_yaml(text, file)


def _text(data: bytes, file: str, suffix: str) -> tuple[str, str]:
    """Return the text of a file and the encoding that was assumed, which only a table may have."""
    try:
        return decode(data, file), ""
    except InputError:
        text, encoding = decode_table(data, file)
        of_table = suffix in TABLE_SUFFIXES or text.lstrip()[:1] == "<" or _is_table(text)
        if text.strip() and (of_table or not encoding):
            return text, encoding
        raise


def _of_page(text: str, file: str, encoding: str) -> tuple[Sheet, ...]:
    from recruiter_kit.intake.table.html_table import is_html, parse_html

    if not is_html(text):
        raise InputError.of("markup", file=file)
    return tuple(replace(sheet, encoding=encoding) for sheet in parse_html(text, file))


def _is_table(text: str) -> bool:
    return text.lstrip()[:1] not in "{[" and csv_text.known_headings(text) >= FEWEST_COLUMNS


def _kind_of_sheet(sheet: Sheet) -> Kind:
    columns = sheet.columns
    if not columns:
        raise InputError.of("table_without_text", file=sheet.file)
    if len(columns) < FEWEST_COLUMNS:
        raise InputError.of("table_of_one_column", file=sheet.file, heading=shorten(columns[0]))
    if sum(map(is_documented, columns)) < FEWEST_COLUMNS:
        if not sheet.rows:
            raise InputError.of("table_without_rows", file=sheet.file)
        raise InputError.of("table_unknown", file=sheet.file, headings=shorten(", ".join(columns), 120))
    twice = next((column for column in columns if is_documented(column) and f"{column}_2" in columns), None)
    if twice:
        raise InputError.of("column_twice", file=sheet.file, column=twice)
    is_decisions = "outcome" in columns or "decided_by" in columns
    absent = missing(columns, DECISION_REQUIRED if is_decisions else TABLE_REQUIRED)
    if absent:
        raise InputError.of("columns_missing", file=sheet.file, columns=", ".join(absent))
    return Kind.DECISIONS if is_decisions else Kind.TABLE


def _unknown(file: str) -> InputError:
    return foreign.unknown(file, ", ".join(map(str, sources.SOURCES)))


def _kind_of_value(value: Any) -> Kind | ExportSource | None:
    kinds: list[tuple[Kind | ExportSource, Callable[[Any], bool]]] = [
        (Kind.BUNDLE, shapes.is_bundle),
        (Kind.NOTHING, shapes.is_nothing),
        *((source, source.is_this) for source in sources.SOURCES),
        (Kind.ROLES, shapes.is_roles),
        (Kind.DECISIONS, shapes.is_decisions),
        (Kind.BUNDLE, shapes.may_be_bundle),
    ]
    return next((kind for kind, fits in kinds if fits(value)), None)
