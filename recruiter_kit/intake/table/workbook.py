"""An XLSX workbook to a table.

In: bytes. Out: a Sheet, the first with documented headings. The unpacked size is bounded before
anything is parsed, entities are refused (defusedxml), formulas are never evaluated nor their
stored results trusted, macros are never loaded.
"""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import MEGABYTE
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.table.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Formula,
    Sheet,
    known_columns,
    sheet_of,
)

Lines = list[Sequence[str | Formula]]
OLD_WORKBOOK_START = b"\xd0\xcf\x11\xe0"
MOST_MEGABYTES = 50
MOST_RATIO = 100
MOST_PARTS = 2_000
MOST_ELEMENTS = 3_000_000
SMALL = 2 * MEGABYTE
CHUNK = 1 << 16


def parse_workbook(data: bytes, file: str, known: frozenset[str]) -> Sheet:
    """Return the first table of a workbook whose heading row is documented, or else the first of any.

    Raises InputError when it is not a workbook, unpacks to too much or has no such table.
    """
    if data.startswith(OLD_WORKBOOK_START):
        raise InputError.of("workbook_old", file=file)
    _check_size(data, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _first_table(data, file, known)
    except InputError:
        raise
    except Exception as error:  # a damaged part makes the library raise whatever it happens to meet
        raise InputError.of("workbook_damaged", file=file) from error


def _first_table(data: bytes, file: str, known: frozenset[str]) -> Sheet:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    chosen: tuple[str, Lines] | None = None
    try:
        names = [sheet.title for sheet in book.worksheets]
        for sheet in book.worksheets:
            lines = list(_lines(sheet, file))
            heading = next((line for line in lines if any(line)), [])
            if known_columns(heading, known) > 1:
                chosen = sheet.title, lines
                break
            if chosen is None and sum(1 for cell in heading if cell) > 1:
                chosen = sheet.title, lines
    finally:
        book.close()
    if chosen is None:
        raise InputError.of("no_table_in_workbook", file=file, sheets=shorten(", ".join(names), 120))
    title, lines = chosen
    others = tuple(shorten(name) for name in names if name != title)
    return replace(sheet_of(lines, file), name=shorten(title), others=others)


def _lines(sheet: Any, file: str) -> Iterator[Sequence[str | Formula]]:
    # The size that a sheet declares may be wrong; the rows themselves are counted.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS), start=1):
        cells = [_cell(cell) for cell in row]
        if number > MOST_ROWS and any(cells):
            raise InputError.of("too_many_rows", file=file, limit=f"{MOST_ROWS:,}")
        yield cells if any(cells) else ()


def _cell(cell: Any) -> str | Formula:
    value = cell.value
    if cell.data_type in {"f", "e"} and value is not None:
        return Formula(cell.coordinate)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    return str(value)


def _check_size(data: bytes, file: str) -> None:
    """Refuse a workbook by what it says it unpacks to, then by what it really does."""
    most = MOST_MEGABYTES * MEGABYTE
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            declared = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or declared > most or declared > max(SMALL, MOST_RATIO * len(data)):
                raise InputError.of("workbook_too_large", file=file, limit=MOST_MEGABYTES)
            _check_unpacked(archive, parts, file)
    except InputError:
        raise
    except Exception as error:  # BadZipFile, zlib.error, RuntimeError for a password: no common base
        raise InputError.of("workbook_damaged", file=file) from error


def _check_unpacked(archive: ZipFile, parts: Sequence[ZipInfo], file: str) -> None:
    unpacked = elements = 0
    for part in parts:
        with archive.open(part) as opened:
            while chunk := opened.read(CHUNK):
                unpacked += len(chunk)
                elements += chunk.count(b"<")
                if unpacked > MOST_MEGABYTES * MEGABYTE or elements > MOST_ELEMENTS:
                    raise InputError.of("workbook_too_large", file=file, limit=MOST_MEGABYTES)
