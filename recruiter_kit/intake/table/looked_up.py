"""Tables that belong together, joined by what their columns mean.

In: tables with documented columns and ids. Out: the same tables with what is in another one filled in: the
name of a candidate from the list of candidates, the interviewer from the list of interviews. An id of which
the tables say two things fills in nothing, and is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from recruiter_kit.intake.table.applying import Table
from recruiter_kit.intake.table.columns import APPLICATION_COLUMNS, SCORECARD_COLUMNS
from recruiter_kit.intake.table.said import LEVEL_OF, NOTE_ON
from recruiter_kit.intake.table.sheet import Row
from recruiter_kit.messages import say

_OF_APPLICATION = ("candidate", "role_id", *APPLICATION_COLUMNS)
# What hangs on each id, in the order in which it is looked up.
_HANGS_ON = {
    "criterion_id": ("criterion",),
    "interviewer_id": ("interviewer", "interviewer_role"),
    "scorecard": ("application", "interviewer_id", *SCORECARD_COLUMNS, *_OF_APPLICATION),
    "application": _OF_APPLICATION,
    "candidate": (
        "given_name",
        "family_name",
        "email",
        "can_email",
        "role",
        "role_id",
        "stage",
        "status",
        "application",
    ),
    "role_id": ("role", "organisation"),
}
_WORDS = frozenset({"criterion", "level", "note", "private_note", "recommendation", "interviewer"})
Index = Mapping[str, Mapping[str, str]]


class Twofold(NamedTuple):
    """An id of which the tables say two things, with both, each at its place."""

    one: str
    other: str


Doubtful = Mapping[tuple[str, str], Twofold]
"""By column and id."""


def joined(tables: Sequence[Table]) -> tuple[tuple[Table, ...], Doubtful]:
    """Return the tables that hold scorecards, with what the others say filled in, and the ids in doubt."""
    if len(tables) < 2:
        return tuple(tables), {}
    doubtful = dict(_doubtful(tables))
    for _ in range(2):
        for key, columns in _HANGS_ON.items():
            tables = _filled(tables, key, columns)
    return tuple(table for table in tables if _holds_scorecards(table)), doubtful


def is_list(columns: Sequence[str]) -> bool:
    """Whether a table with these columns only says more of ids in other tables."""
    ids = _HANGS_ON.keys() & set(columns)
    return bool(ids) and not any(
        column in _WORDS or column.startswith((LEVEL_OF, NOTE_ON)) for column in columns
    )


def _holds_scorecards(table: Table) -> bool:
    columns = set(table.sheet.columns)
    only_users = "interviewer_id" in columns and not {"application", "candidate", "scorecard"} & columns
    only_criteria = "criterion_id" in columns and not {"application", "candidate", "scorecard"} & columns
    return not (is_list(table.sheet.columns) or only_users or only_criteria)


def _filled(tables: Sequence[Table], key: str, columns: Sequence[str]) -> Sequence[Table]:
    index = _index(tables, key, columns)
    if not index:
        return tables
    return [
        replace(table, sheet=replace(table.sheet, rows=tuple(_completed(table, key, index))))
        if key in table.sheet.columns
        else table
        for table in tables
    ]


def _doubtful(tables: Sequence[Table]) -> Iterator[tuple[tuple[str, str], Twofold]]:
    """Yield the ids of which a list says one thing and another row something different.

    Rows that hold scorecards are compared where they are put together.
    """
    for key, columns in _HANGS_ON.items():
        said: dict[tuple[str, str], tuple[str, str, bool]] = {}
        for table in tables:
            listed = not _holds_scorecards(table)
            for row in table.sheet.rows if key in table.sheet.columns else ():
                its_id = row.get(key)
                for column in (column for column in columns if its_id and row.get(column)):
                    place = f"{table.sheet.file}: {say('row', row=row.number)}"
                    text, first, in_list = said.setdefault((its_id, column), (row.get(column), place, listed))
                    if text != row.get(column) and (listed or in_list):
                        yield (key, its_id), Twofold(f"{text} ({first})", f"{row.get(column)} ({place})")


def _index(tables: Sequence[Table], key: str, columns: Sequence[str]) -> Index:
    """Return what the tables say of each id, without what they say twice and differently."""
    said: dict[str, dict[str, str]] = {}
    for table in tables:
        if key not in table.sheet.columns:
            continue
        for row in table.sheet.rows:
            if its_id := row.get(key):
                its = said.setdefault(its_id, {})
                for column in columns:
                    if text := row.get(column):
                        its[column] = text if its.setdefault(column, text) == text else ""
    return said


def _completed(table: Table, key: str, index: Index) -> Iterator[Row]:
    for row in table.sheet.rows:
        known = index.get(row.get(key), {})
        more = {column: text for column, text in known.items() if text and not row.get(column)}
        yield replace(row, cells={**row.cells, **more}) if more else row
