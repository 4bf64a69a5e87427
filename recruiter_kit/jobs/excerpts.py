"""The rows of own tables in which something is wrong, to be shown with the problem at its cell.

In: opened files and the notices about them. Out: an excerpt of each table. The place of a notice is the text
that people read, so row and column are read from it.
"""

import re
from collections.abc import Iterator, Sequence

from recruiter_kit.intake.opening import Opened
from recruiter_kit.intake.table.sheet import Row, Sheet
from recruiter_kit.messages import say
from recruiter_kit.model import Notice, Record

MOST_ROWS, MOST_COLUMNS = 20, 14
_CELL = re.compile(
    re.escape(say("cell", row="ROW", column="COLUMN")).replace("ROW", r"(\d+)").replace("COLUMN", "(.+)")
)
_ROW = re.compile(re.escape(say("row", row="ROW")).replace("ROW", r"(\d+)"))


class RowShown(Record):
    """A row with its cells, what is wrong with which of them, and what is wrong with the row."""

    number: int
    cells: dict[str, str]
    wrong: dict[str, str]
    whole: str


class Excerpt(Record):
    """Rows of one table."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[RowShown, ...]


def excerpts(opened: Opened, notices: Sequence[Notice]) -> tuple[Excerpt, ...]:
    """Return the rows of tables that the notices are about."""
    problems = [notice for notice in notices if notice.kind in ("error", "not_understood")]
    sheets = [source.contents for source in opened.sources if isinstance(source.contents, Sheet)]
    return tuple(
        Excerpt(file=sheet.file, columns=_columns(sheet, rows), rows=rows)
        for sheet in sheets
        if (rows := tuple(_rows(sheet, [notice for notice in problems if notice.file == sheet.file])))
    )


def _rows(sheet: Sheet, notices: Sequence[Notice]) -> Iterator[RowShown]:
    by_number: dict[int, Row] = {row.number: row for row in sheet.rows}
    wrong: dict[int, dict[str, str]] = {}
    for notice in notices:
        cell, row = _CELL.fullmatch(notice.place), _ROW.fullmatch(notice.place)
        if cell:
            wrong.setdefault(int(cell[1]), {}).setdefault(cell[2], notice.message)
        elif row:
            wrong.setdefault(int(row[1]), {}).setdefault("", notice.message)
    for number in sorted(wrong.keys() & by_number.keys())[:MOST_ROWS]:
        its = wrong[number]
        shown = {column: message for column, message in its.items() if column in sheet.columns}
        whole = "; ".join(message for column, message in its.items() if column not in shown)
        cells = {column: text[:200] for column, text in by_number[number].cells.items()}
        yield RowShown(number=number, cells=cells, wrong=shown, whole=whole)


def _columns(sheet: Sheet, rows: Sequence[RowShown]) -> tuple[str, ...]:
    """Return the columns to show: those in which something is wrong, and the first ones."""
    wrong = {column for row in rows for column in row.wrong}
    first = [column for column in sheet.columns if column not in wrong][: max(0, MOST_COLUMNS - len(wrong))]
    return tuple(column for column in sheet.columns if column in wrong or column in first)
