"""What is reported about a table: its left-out columns and sheets, and rows that cannot be used.

In: a sheet or a row. Out: notices that name row and column.
"""

from collections.abc import Iterator, Mapping, Sequence

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.table.sheet import Row, Sheet
from recruiter_kit.messages import say
from recruiter_kit.model import Notice


def sheet_notices(sheet: Sheet, known: Sequence[str]) -> list[Notice]:
    """Return what is left out of a whole sheet."""
    where = Where(sheet.file)
    notices = []
    unknown = [column for column in sheet.columns if column not in known]
    if unknown:
        notices.append(where.notice("left_out", "columns_left_out", columns=choices(unknown)))
    if sheet.others:
        others = choices(sheet.others)
        notices.append(where.notice("left_out", "sheets_left_out", read=sheet.name, others=others))
    if sheet.cleaned:
        place = say("row", row=sheet.cleaned[0])
        notices.append(Where(sheet.file, place).notice("left_out", "cleaned", count=len(sheet.cleaned)))
    return notices


def row_place(file: str, row: Row, columns: Sequence[str]) -> Where:
    """Return the place of a row, whose paths are its columns."""
    return Where(file, say("row", row=row.number), places=_Cells(file, row.number, columns))


class _Cells(Mapping[str, Where]):
    """The places of a row's cells, made when one is asked for: a table has many and reports few."""

    def __init__(self, file: str, row: int, columns: Sequence[str]) -> None:
        self._file, self._row, self._columns = file, row, columns

    def __getitem__(self, column: str) -> Where:
        if column not in self._columns:
            raise KeyError(column)
        return Where(self._file, say("cell", row=self._row, column=column))

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def row_problems(row: Row, where: Where, known: Sequence[str]) -> list[Notice]:
    """Return why a row cannot be used: a formula in a column that is read, or cells without a heading."""
    problems = [
        where.at(column).notice("error", "formula", cell=cell)
        for column, cell in row.formulas.items()
        if column in known
    ]
    if row.too_wide:
        problems.append(where.notice("error", "row_too_wide"))
    return problems
