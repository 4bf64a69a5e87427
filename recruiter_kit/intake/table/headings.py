"""An organisation's own table: which of its headings hold which documented columns is asked, never guessed.

In: a table. Out: what has to be asked about its headings, with a suggestion for each, or None where the
headings are the documented ones.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from recruiter_kit.files.data_file import content
from recruiter_kit.intake.detection import FEWEST_COLUMNS, KNOWN_COLUMNS
from recruiter_kit.intake.table.columns import DECISION_COLUMNS, TABLE_COLUMNS, TABLE_REQUIRED
from recruiter_kit.intake.table.sheet import Sheet
from recruiter_kit.model import Record

SHOWN = 3
ONLY_DECISIONS = frozenset(DECISION_COLUMNS) - frozenset(TABLE_COLUMNS)


class Heading(Record):
    """A heading, some values under it, and the documented column that it may hold, "" if none."""

    name: str
    values: tuple[str, ...]
    suggested: str


class Asked(Record):
    """The headings of one file in which documented columns are missing."""

    file: str
    headings: tuple[Heading, ...]


def to_ask(sheet: Sheet, said: Mapping[str, str]) -> Asked | None:
    """Return what has to be asked about the headings of a table, None when no question would help.

    `sheet` is a table that cannot be read as it is; `said` is what a person has said before, from heading to
    column.
    """
    if len(sheet.columns) < FEWEST_COLUMNS or not sheet.rows or _documented(sheet):
        return None
    return Asked(file=sheet.file, headings=tuple(_heading(name, sheet, said) for name in sheet.columns))


def complete(columns: Mapping[str, str]) -> bool:
    """Whether what was said names every column that a scorecard table must have."""
    there = set(columns.values())
    return all(there & set(group) for group in TABLE_REQUIRED)


def _documented(sheet: Sheet) -> bool:
    """Whether the table is one of docs/formats.md with a column missing, so that no question would help.

    Two headings that only a decisions file has make it one; one alone may be part of anything.
    """
    headings = set(sheet.columns)
    return headings <= KNOWN_COLUMNS or len(headings & ONLY_DECISIONS) >= FEWEST_COLUMNS


def _heading(name: str, sheet: Sheet, said: Mapping[str, str]) -> Heading:
    values = tuple(dict.fromkeys(row.get(name)[:60] for row in sheet.rows[:50] if row.get(name)))[:SHOWN]
    return Heading(name=name, values=values, suggested=said.get(name) or _suggested(name))


def _suggested(name: str) -> str:
    names = _names()
    near = get_close_matches(name, names, n=1, cutoff=0.86)
    return names[near[0]] if near else ""


@cache
def _names() -> dict[str, str]:
    listed = content(files("recruiter_kit.intake.table") / "headings.yaml")
    others = {name: column for column, names in listed.items() for name in names}
    return others | {column: column for column in TABLE_COLUMNS}
