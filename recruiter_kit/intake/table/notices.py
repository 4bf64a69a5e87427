"""What is reported about a table: its left-out columns and sheets, and rows that cannot be used.

In: a sheet or a row. Out: notices that name row and column.
"""

from collections.abc import Iterator, Mapping, Sequence

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.table.said import LEVEL_OF, NOTE_ON
from recruiter_kit.intake.table.sheet import Row, Sheet
from recruiter_kit.messages import say
from recruiter_kit.model import Notice


def sheet_notices(sheet: Sheet, known: Sequence[str]) -> list[Notice]:
    """Return what is left out of a whole sheet."""
    where = Where(sheet.file)
    notices = []
    unknown = [
        column
        for column in sheet.columns
        if column not in known and not column.startswith((LEVEL_OF, NOTE_ON))
    ]
    if unknown:
        notices.append(where.notice("left_out", "columns_left_out", columns=choices(unknown)))
    if not sheet.rows:
        notices.append(where.notice("left_out", "table_without_rows"))
    if sheet.above:
        lines = choices(list(map(str, sheet.above)))
        notices.append(where.notice("left_out", "lines_above_left_out", lines=lines))
    hidden = [row.number for row in sheet.rows if row.number in set(sheet.hidden)]
    if hidden:
        notices.append(where.notice("not_understood", "rows_hidden", rows=choices(list(map(str, hidden)))))
    if sheet.encoding:
        notices.append(where.notice("left_out", "encoding_assumed", encoding=sheet.encoding))
    if sheet.others:
        others = choices(sheet.others)
        book = Where(sheet.file.removesuffix(f": {sheet.name}"))
        notices.append(book.notice("left_out", "sheets_left_out", others=others))
    if sheet.cleaned:
        place = say("row", row=sheet.cleaned[0])
        notices.append(Where(sheet.file, place).notice("left_out", "cleaned", count=len(sheet.cleaned)))
    return notices


def row_place(
    file: str, row: Row, columns: Sequence[str], headings: Mapping[str, str] | None = None
) -> Where:
    """Return the place of a row, whose paths are its columns, shown under the headings that they have."""
    return Where(file, say("row", row=row.number), places=_Cells(file, row.number, columns, headings or {}))


class _Cells(Mapping[str, Where]):
    """The places of a row's cells, made when one is asked for: a table has many and reports few."""

    def __init__(self, file: str, row: int, columns: Sequence[str], headings: Mapping[str, str]) -> None:
        self._file, self._row, self._columns, self._headings = file, row, columns, headings

    def __getitem__(self, column: str) -> Where:
        if column not in self._columns:
            raise KeyError(column)
        heading = self._headings.get(column, column)
        return Where(self._file, say("cell", row=self._row, column=heading))

    def __contains__(self, column: object) -> bool:
        return column in self._columns

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def row_problems(row: Row, where: Where, known: Sequence[str]) -> list[Notice]:
    """Return why a row cannot be used: a formula in a column that is read, or cells without a heading."""
    problems = [
        where.at(column).notice("error", "formula", cell=formula.cell)
        for column, formula in row.formulas.items()
        if column in known
    ]
    if row.too_wide:
        problems.append(where.notice("error", "row_too_wide"))
    return problems
