"""A house's own table: which of its headings stand for which documented columns is asked, never guessed.

In: a path. Out: what has to be asked about its headings, with a suggestion for each, or None where the
headings are the documented ones or the file is no table.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import decode, read_bytes
from recruiter_kit.files.data_file import content
from recruiter_kit.intake.detection import (
    FEWEST_COLUMNS,
    KNOWN_COLUMNS,
    TABLE_SUFFIXES,
    WORKBOOK_STARTS,
    open_source,
)
from recruiter_kit.intake.table.columns import DECISION_COLUMNS, TABLE_COLUMNS, TABLE_REQUIRED
from recruiter_kit.intake.table.csv_text import any_heading, parse_csv
from recruiter_kit.intake.table.sheet import Sheet

SHOWN = 3
ONLY_DECISIONS = frozenset(DECISION_COLUMNS) - frozenset(TABLE_COLUMNS)


class Heading(NamedTuple):
    """A heading, some values under it, and the documented column that it may stand for, "" if none."""

    name: str
    values: tuple[str, ...]
    suggested: str


class Asked(NamedTuple):
    """The headings of one file that lacks documented columns."""

    file: str
    headings: tuple[Heading, ...]


def to_ask(path: Path, file: str, known: Mapping[str, str] | None = None) -> Asked | None:
    """Return what has to be asked about the headings of a table, None when it can be read as it is.

    `known` is what a person has said before, from heading to column. Files that are no table, or broken, are
    left to the readers, whose messages say more.
    """
    try:
        open_source(path, file)
    except InputError:
        sheet = _any_table(path, file)
    else:
        return None
    if sheet is None or _documented(sheet):
        return None
    said = known or {}
    return Asked(file, tuple(_heading(each, sheet, said) for each in sheet.columns))


def complete(columns: Mapping[str, str]) -> bool:
    """Whether what was said names every column that a scorecard table must have."""
    there = set(columns.values())
    return all(there & set(group) for group in TABLE_REQUIRED)


def _any_table(path: Path, file: str) -> Sheet | None:
    try:
        data = read_bytes(path, file)
        if data.startswith(WORKBOOK_STARTS):
            from recruiter_kit.intake.table.workbook import parse_workbook

            return parse_workbook(data, file, None)
        if path.suffix.casefold() not in TABLE_SUFFIXES:
            return None
        text = decode(data, file)
        sheet = parse_csv(text, file, any_heading(text))
    except InputError:
        return None
    return sheet if len(sheet.columns) > 1 and sheet.rows else None


def _documented(sheet: Sheet) -> bool:
    """Whether the table is one of docs/formats.md with a column missing, so that no question would help.

    Two headings that only a decisions file has make it one; one alone may be part of anything.
    """
    headings = set(sheet.columns)
    return headings <= KNOWN_COLUMNS or len(headings & ONLY_DECISIONS) >= FEWEST_COLUMNS


def _heading(name: str, sheet: Sheet, known: Mapping[str, str]) -> Heading:
    values = tuple(dict.fromkeys(row.get(name)[:60] for row in sheet.rows[:50] if row.get(name)))[:SHOWN]
    return Heading(name, values, known.get(name) or _suggested(name))


def _suggested(name: str) -> str:
    names = _names()
    near = get_close_matches(name, names, n=1, cutoff=0.86)
    return names[near[0]] if near else ""


@cache
def _names() -> dict[str, str]:
    listed = content(files("recruiter_kit.intake.table") / "headings.yaml")
    others = {each: column for column, names in listed.items() for each in names}
    return others | {each: each for each in TABLE_COLUMNS}
