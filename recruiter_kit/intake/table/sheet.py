"""A table of texts with one heading row, whatever file it came from.

In: lines of cells. Out: a Sheet whose rows know their number in the file, so that a message can
name row and column. A formula is remembered with its cell and never evaluated.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import clean, shorten

MOST_ROWS = 200_000
MOST_COLUMNS = 60


@dataclass(frozen=True)
class Formula:
    """A cell whose value was computed, or failed to be, by the spreadsheet program."""

    cell: str


@dataclass(frozen=True)
class Row:
    """One row: its number in the file, its texts by column, and the cells that hold formulas."""

    number: int
    cells: Mapping[str, str]
    formulas: Mapping[str, str] = field(default_factory=dict)
    too_wide: bool = False

    def get(self, column: str) -> str:
        """Return the text of a column without white space around it, "" when there is none."""
        return self.cells.get(column, "").strip()


@dataclass(frozen=True)
class Sheet:
    """A table: its columns in the spelling of docs/formats.md, and its rows that are not blank.

    `others` holds the names of a workbook's sheets that were not read, `cleaned` the numbers of
    rows from which control characters were taken.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    name: str = ""
    others: tuple[str, ...] = ()
    cleaned: tuple[int, ...] = ()


def renamed(sheet: Sheet, columns: Mapping[str, str]) -> Sheet:
    """Return the table with each heading for which a person has named a documented column replaced by it.

    Raises InputError when two headings hold one column.
    """
    if not columns.keys() & set(sheet.columns):
        return sheet
    names = tuple(columns.get(heading) or heading for heading in sheet.columns)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InputError.of("column_twice", file=sheet.file, column=shorten(twice))
    rows = tuple(
        replace(
            row,
            cells={columns.get(name) or name: text for name, text in row.cells.items()},
            formulas={columns.get(name) or name: cell for name, cell in row.formulas.items()},
        )
        for row in sheet.rows
    )
    return replace(sheet, columns=names, rows=rows)


def column_name(heading: str) -> str:
    """Return a heading in the spelling of docs/formats.md: "Given name" is given_name."""
    return "_".join(heading.casefold().replace("_", " ").split())


def known_columns(line: Sequence[str | Formula], known: frozenset[str]) -> int:
    """Return how many cells of a line are headings of a documented table."""
    return sum(1 for cell in line if isinstance(cell, str) and column_name(cell) in known)


def sheet_of(lines: Iterable[Sequence[str | Formula]], file: str) -> Sheet:
    """Return the table whose first line that is not blank holds the headings.

    Raises InputError when a heading appears twice or there are more rows than any panel fills.
    """
    numbered = _filled(lines, file)
    _, heading = next(numbered, (0, ()))
    columns = tuple(column_name(cell) if isinstance(cell, str) else "" for cell in heading)
    for column, times in Counter(columns).items():
        if column and times > 1:
            raise InputError.of("column_twice", file=file, column=shorten(column))
    rows: list[Row] = []
    cleaned: list[int] = []
    for number, line in numbered:
        row, changed = _row(number, line, columns)
        rows.append(row)
        if changed:
            cleaned.append(number)
    return Sheet(file, tuple(filter(None, columns)), tuple(rows), cleaned=tuple(cleaned))


def _filled(
    lines: Iterable[Sequence[str | Formula]], file: str
) -> Iterator[tuple[int, Sequence[str | Formula]]]:
    for number, line in enumerate(lines, start=1):
        if any(isinstance(cell, Formula) or cell.strip() for cell in line):
            if number > MOST_ROWS:
                raise InputError.of("too_many_rows", file=file, limit=f"{MOST_ROWS:,}")
            yield number, line


def _row(number: int, line: Sequence[str | Formula], columns: Sequence[str]) -> tuple[Row, bool]:
    cells: dict[str, str] = {}
    formulas: dict[str, str] = {}
    changed = False
    for column, cell in zip(columns, line, strict=False):
        if isinstance(cell, Formula):
            formulas[column] = cell.cell
        elif column:
            cells[column], cut = clean(cell)
            changed = changed or cut
    beyond = line[len(columns) :]
    too_wide = any(isinstance(cell, Formula) or cell.strip() for cell in beyond)
    return Row(number, cells, formulas, too_wide), changed
