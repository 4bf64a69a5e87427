"""A table of texts with one heading row, whatever file it came from.

In: lines of cells. Out: a Sheet whose rows know their number in the file, so that a message can name row and
column. Lines above the headings are left out and remembered; labels with values among them belong to every
row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import clean
from recruiter_kit.intake.table.heading_line import (
    LOOKED_AT,
    Formula,
    Line,
    column_name,
    headings_in,
    label_below,
)
from recruiter_kit.intake.table.names import is_documented, is_known

MOST_ROWS = 200_000
MOST_COLUMNS = 200
FEWEST_OF_A_TABLE = 4
FEWEST_COLUMNS = 3


@dataclass(frozen=True)
class Row:
    """One row: its number in the file, its texts by column, and the cells that hold formulas."""

    number: int
    cells: Mapping[str, str]
    formulas: Mapping[str, Formula] = field(default_factory=dict)
    too_wide: bool = False

    def get(self, column: str) -> str:
        """Return the text of a column without white space around it, "" when there is none."""
        return self.cells.get(column, "").strip()


@dataclass(frozen=True)
class Sheet:
    """A table: its columns in the spelling of docs/formats.md, and its rows that are not blank.

    `others` holds the names of a workbook's sheets that were not read, `cleaned` the numbers of rows from
    which control characters were taken, `above` the numbers of lines around the rows that were left out,
    `encoding` the encoding that was assumed, "" for one that the file is certain to be in. `labels` holds the
    columns that were written once, above the table, and so hold the same in every row; `hidden` the numbers
    of rows that a workbook hides, `is_hidden` whether it hides the whole sheet.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    name: str = ""
    others: tuple[str, ...] = ()
    cleaned: tuple[int, ...] = ()
    above: tuple[int, ...] = ()
    encoding: str = ""
    labels: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()
    is_hidden: bool = False


def sheet_of(lines: Iterable[Line], file: str) -> Sheet:
    """Return the table that the lines hold.

    Raises InputError when there are more rows than any panel fills.
    """
    remaining = iter(lines)
    first = list(islice(remaining, LOOKED_AT))
    headings = headings_in(first, is_documented, is_known)
    if headings is None:
        return Sheet(file, (), ())
    above = tuple(at + 1 for at in headings.above)
    if headings.values is not None:
        row, changed = _row(headings.at + 1, headings.values, headings.names)
        cleaned = (row.number,) if changed else ()
        return Sheet(file, headings.names, (row,), cleaned=cleaned, above=above)
    numbered = enumerate(chain(first[headings.at + 1 :], remaining), start=headings.at + 2)
    rows: list[Row] = []
    dirty: list[int] = []
    aside = list(above)
    below: dict[str, str] = {}
    for number, line in _filled(numbered, file):
        label = label_below(line) if len(headings.names) >= FEWEST_COLUMNS else None
        if label is not None and is_known(label[0]) and label[0] not in headings.names:
            below[label[0]] = label[1]
        if label is not None or _repeats(line, headings.names):
            aside.append(number)
            continue
        row, changed = _row(number, line, headings.names, headings.labels)
        rows.append(row)
        if changed:
            dirty.append(number)
    while len(headings.names) >= FEWEST_OF_A_TABLE and rows and _is_footer(rows[-1], headings.labels):
        aside.append(rows.pop().number)
    once = {**headings.labels, **below}
    if below:
        rows = [replace(row, cells={**below, **row.cells}) for row in rows]
    columns = (*filter(None, headings.names), *(label for label in once if label not in headings.names))
    return Sheet(
        file,
        columns,
        tuple(rows),
        cleaned=tuple(dirty),
        above=tuple(sorted(aside)),
        labels=tuple(once),
    )


def _repeats(line: Line, names: Sequence[str]) -> bool:
    """Whether a line repeats the headings, as prints of several pages do."""
    cells = [(name, cell) for name, cell in zip(names, line, strict=False) if cell]
    return len(cells) > 1 and all(isinstance(cell, str) and column_name(cell) == name for name, cell in cells)


def _is_footer(row: Row, labels: Mapping[str, str]) -> bool:
    """Whether the last row of a table holds one cell only, such as the day of a print."""
    own = [column for column in row.cells if column not in labels and row.get(column)]
    return len(own) == 1 and not row.formulas


def _filled(numbered: Iterator[tuple[int, Line]], file: str) -> Iterator[tuple[int, Line]]:
    for number, line in numbered:
        if any(isinstance(cell, Formula) or cell.strip() for cell in line):
            if number > MOST_ROWS + 1:
                raise InputError.of("too_many_rows", file=file, limit=f"{MOST_ROWS:,}")
            yield number, line


def _row(
    number: int, line: Line, columns: Sequence[str], labels: Mapping[str, str] | None = None
) -> tuple[Row, bool]:
    cells: dict[str, str] = dict(labels) if labels else {}
    formulas: dict[str, Formula] = {}
    changed = False
    for column, cell in zip(columns, line, strict=False):
        if isinstance(cell, Formula):
            formulas[column] = cell
        elif column and cell:
            text, cut = clean(cell)
            if text.strip() or column not in cells:
                cells[column] = text
            changed = changed or cut
    beyond = line[len(columns) :]
    too_wide = any(isinstance(cell, Formula) or cell.strip() for cell in beyond)
    return Row(number, cells, formulas, too_wide), changed
