"""Tables that belong together, joined by what their columns mean.

In: tables with documented columns and ids. Out: the same tables with what is in another one filled in: the
name of a candidate from the list of candidates, the interviewer from the list of interviews. An id of which
the tables say two things fills in nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from recruiter_kit.intake.table.applying import Table
from recruiter_kit.intake.table.columns import APPLICATION_COLUMNS, SCORECARD_COLUMNS
from recruiter_kit.intake.table.said import LEVEL_OF, NOTE_ON
from recruiter_kit.intake.table.sheet import Row

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


def joined(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables that hold scorecards, with what the others say filled in."""
    if len(tables) < 2:
        return tuple(tables)
    for _ in range(2):
        for key, columns in _HANGS_ON.items():
            tables = _filled(tables, key, columns)
    return tuple(table for table in tables if _holds_scorecards(table))


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
