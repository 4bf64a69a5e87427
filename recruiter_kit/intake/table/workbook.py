"""An XLSX workbook to tables.

In: bytes. Out: a Sheet for each sheet that holds something. The unpacked size is bounded before anything is
parsed, entities are refused (defusedxml), formulas are never evaluated, macros are never loaded. Cells that
are merged downwards hold their value in each of their rows.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.packed import check_unpacked
from recruiter_kit.intake.table.heading_line import Formula, Line
from recruiter_kit.intake.table.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, sheet_of

Lines = list[Line]
OLD_WORKBOOK_START = b"\xd0\xcf\x11\xe0"
MOST_ELEMENTS = 8_000_000
# Ranges are listed behind the cells of a sheet; a cell of text could hold the same words, but not as markup.
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')

_HIDDEN = re.compile(rb'<row (?=[^>]*\bhidden="(?:1|true)")[^>]*\br="([0-9]{1,7})"')


def parse_workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    """Return the tables of a workbook, in its order.

    Raises InputError when it is not a workbook, unpacks to too much or has no table.
    """
    if data.startswith(OLD_WORKBOOK_START):
        raise InputError.of("workbook_old", file=file)
    check_unpacked(data, file, "workbook_too_large", "workbook_damaged", MOST_ELEMENTS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheets = tuple(_sheets(data, file))
    except InputError:
        raise
    except Exception as error:  # a damaged part makes the library raise whatever it happens to meet
        raise InputError.of("workbook_damaged", file=file) from error
    if not any(len(sheet.columns) > 1 for sheet in sheets):
        names = shorten(", ".join(sheet.name for sheet in sheets), 120)
        raise InputError.of("no_table_in_workbook", file=file, sheets=names)
    tables = [sheet for sheet in sheets if len(sheet.columns) > 1 and sheet.rows]
    if len(tables) < 2:
        return sheets
    # A row's number says nothing where several sheets have such a row.
    return tuple(replace(sheet, file=f"{file}: {sheet.name}") for sheet in sheets)


def _sheets(data: bytes, file: str) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    stored: Any = None
    try:
        for sheet in book.worksheets:
            lines = list(_lines(sheet, file))
            if any(isinstance(cell, Formula) for line in lines for cell in line):
                if stored is None:
                    stored = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
                lines = _with_stored(lines, stored[sheet.title])
            part = _part(data, sheet)
            _fill_merged(lines, part)
            hidden = tuple(int(number) for number in _HIDDEN.findall(part))
            is_hidden = sheet.sheet_state != "visible"
            yield replace(
                sheet_of(lines, file), name=shorten(sheet.title), hidden=hidden, is_hidden=is_hidden
            )
    finally:
        book.close()
        if stored is not None:
            stored.close()


def _lines(sheet: Any, file: str) -> Iterator[Line]:
    # The size that a sheet declares may be wrong; the rows themselves are counted.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS), start=1):
        cells = [_cell(cell) for cell in row]
        if number > MOST_ROWS + 1 and any(cells):
            raise InputError.of("too_many_rows", file=file, limit=f"{MOST_ROWS:,}")
        yield cells if any(cells) else ()


def _with_stored(lines: Lines, stored: Any) -> Lines:
    """Return the lines with what the spreadsheet program stored for each formula beside it."""
    stored.reset_dimensions()
    values = stored.iter_rows(max_row=len(lines), max_col=MOST_COLUMNS, values_only=True)
    return [
        [
            Formula(cell.cell, _text(value) or None) if isinstance(cell, Formula) else cell
            for cell, value in zip(line, row, strict=False)
        ]
        for line, row in zip(lines, values, strict=False)
    ]


def _part(data: bytes, sheet: Any) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(sheet._worksheet_path.lstrip("/"))


def _fill_merged(lines: Lines, part: bytes) -> None:
    from openpyxl.utils import column_index_from_string

    for left, top, right, bottom in _MERGED.findall(part, part.rfind(b"</sheetData>")):
        column, first, last = column_index_from_string(left.decode()) - 1, int(top) - 1, int(bottom)
        if left != right or first >= len(lines) or column >= len(lines[first]):
            continue  # merged sideways: a title, or the heading of a group
        for row in range(first + 1, min(last, len(lines))):
            line = [*lines[row], *[""] * (column + 1 - len(lines[row]))]
            line[column] = lines[first][column]
            lines[row] = line


def _cell(cell: Any) -> str | Formula:
    if cell.data_type in {"f", "e"} and cell.value is not None:
        return Formula(cell.coordinate)
    return _text(cell.value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    return str(value)
