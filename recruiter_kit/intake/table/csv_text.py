"""Comma-, semicolon- or tab-separated text to a table.

In: text. Out: a Sheet. The separator is the one that makes the most documented headings of the
first line, then the most headings. Text such as =HYPERLINK() is text.
"""

import csv
from collections.abc import Sequence
from io import StringIO

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.table.sheet import Sheet, known_columns, sheet_of

SEPARATORS = ",;\t"


def headings(text: str, known: frozenset[str]) -> int:
    """Return how many documented headings the first line of `text` holds."""
    return max(known_columns(_first(text, separator), known) for separator in SEPARATORS)


def parse_csv(text: str, file: str, known: frozenset[str]) -> Sheet:
    """Return the table that `text` writes.

    Raises InputError when a quotation mark is not closed or is where none may be.
    """
    separator = max(SEPARATORS, key=lambda separator: _headings(_first(text, separator), known))
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return sheet_of(reader, file)
    except csv.Error as error:
        raise InputError.of(
            "not_csv", file=file, reason=shorten(str(error), 80), line=reader.line_num
        ) from error


def _headings(line: Sequence[str], known: frozenset[str]) -> tuple[int, int]:
    return known_columns(line, known), sum(1 for cell in line if cell.strip())


def _first(text: str, separator: str) -> list[str]:
    line = text.lstrip("\r\n").split("\n", 1)[0][:10_000]
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
