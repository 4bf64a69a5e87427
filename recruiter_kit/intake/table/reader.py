"""Reader of the scorecard table: one row per rating, CSV or XLSX (docs/formats.md).

In: sheets. Out: roles and applications. Rows of one application may be spread over several files; a row
that cannot be used keeps its application, and no other, from being worked on.
"""

from collections.abc import Sequence

from recruiter_kit.files.place import Where
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.table.application import Builder, TableRow
from recruiter_kit.intake.table.columns import TABLE_COLUMNS
from recruiter_kit.intake.table.notices import row_place, row_problems, sheet_notices
from recruiter_kit.intake.table.sheet import Row, Sheet
from recruiter_kit.messages import say

# The rows of each application by their cells, so that a row that appears twice is seen.
Rows = dict[str, dict[tuple[str, ...], TableRow]]


def read_tables(sheets: Sequence[Sheet], found: Found) -> None:
    """Add the roles and applications of all scorecard tables to what was found."""
    rows: Rows = {}
    for sheet in sheets:
        found.notices += sheet_notices(sheet, TABLE_COLUMNS)
        for row in sheet.rows:
            _sort_in(row, sheet, rows, found)
    found.seen += len(rows)
    roles = ExportRoles(found)
    for application, its_rows in rows.items():
        _read_application(application, list(its_rows.values()), roles, found)
    roles.finish()


def _sort_in(row: Row, sheet: Sheet, rows: Rows, found: Found) -> None:
    application = row.get("application")[:200]
    where = row_place(sheet.file, row, TABLE_COLUMNS).of(application or None)
    problems = row_problems(row, where, TABLE_COLUMNS)
    if not application and "application" not in row.formulas:
        expected = say("expected_for_application")
        problems.append(where.at("application").notice("error", "missing_field", expected=expected))
    if problems:
        found.notices += problems
        found.broken_applications.add(application)
    if not application:
        return
    listed = rows.setdefault(application, {})
    cells = tuple(row.get(column) for column in TABLE_COLUMNS)
    if cells in listed:
        found.notices.append(where.notice("left_out", "row_twice"))
    else:
        listed[cells] = TableRow(row, where)


def _read_application(application: str, rows: list[TableRow], roles: ExportRoles, found: Found) -> None:
    if application in found.broken_applications:
        return
    builder = Builder(application, found.notices)
    for row in rows:
        builder.add(row)
    where = Where(rows[0].where.file, rows[0].where.place, application, builder.places)
    builder.hear(found)
    if builder.sound:
        roles.keep(builder.value(), builder.role, builder.criteria, where, builder.organisation)
    else:
        found.broken_applications.add(application)
