"""Comma-, semicolon- or tab-separated text to a table.

In: text. Out: a Sheet. The separator is the one that the text names ("sep=;", as Excel writes it), or the one
that makes the most headings that are known, then the most cells. Text such as =HYPERLINK() is text.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.table.heading_line import LOOKED_AT, Line, column_name
from recruiter_kit.intake.table.names import is_documented, is_known
from recruiter_kit.intake.table.sheet import Sheet, sheet_of

SEPARATORS = ",;\t|"
_NAMED = re.compile(r"\s*\"?sep=(?P<separator>[,;\t|])\"?[,;\t|]*\r?\n", re.IGNORECASE)
_BEGINNING = 20_000
_FEWEST_OF_A_ROW = 5


def known_headings(text: str) -> int:
    """Return how many headings of docs/formats.md, or other names of them, one of the first lines holds."""
    return max(_score(text, separator)[1] for separator in SEPARATORS)


def parse_csv(text: str, file: str) -> Sheet:
    """Return the table that `text` writes.

    Raises InputError when a quotation mark is not closed or is where none may be.
    """
    named = _NAMED.match(text)
    if named:
        separator, text = named["separator"], text[named.end() :]
    else:
        separator = max(SEPARATORS, key=lambda separator: _score(text, separator))
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return sheet_of(_lines(reader, 1 if named else 0, separator, file), file)
    except csv.Error as error:
        reason = shorten(str(error), 80)
        raise InputError.of("not_csv", file=file, reason=reason, line=reader.line_num) from error


def _lines(reader: Any, before: int, separator: str, file: str) -> Iterator[Line]:
    yield from ([] for _ in range(before))
    widest = 0
    for line in reader:
        widest = max(widest, len(line))
        if any("\n" in cell and _holds_rows(cell, separator, widest) for cell in line):
            # Two stray quotation marks make one cell of whole rows, which would be told as a note.
            raise InputError.of("quotes_pair_up", file=file, line=reader.line_num)
        yield line


def _holds_rows(cell: str, separator: str, widest: int) -> bool:
    """Whether a line inside a cell has as many separators as a row of the table has."""
    between = cell.split("\n")[1:]
    return widest >= _FEWEST_OF_A_ROW and any(part.count(separator) >= widest - 2 for part in between)


def _score(text: str, separator: str) -> tuple[int, int, int]:
    """Return how well a separator divides the first lines: documented headings, known ones, cells."""
    best = (0, 0, 0)
    try:
        for number, line in enumerate(csv.reader(StringIO(text[:_BEGINNING]), delimiter=separator)):
            if number >= LOOKED_AT:
                break
            names = [column_name(cell) for cell in line if cell.strip()]
            best = max(best, (sum(map(is_documented, names)), sum(map(is_known, names)), len(names)))
    except csv.Error:
        pass
    return best
