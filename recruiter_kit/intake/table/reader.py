"""Reader of scorecard tables: a row for each rating, or for each scorecard with a column for each criterion.

In: sheets, with what was said of those that are not in the columns of docs/formats.md. Out: roles and
applications. Rows of one application may be spread over several files; a row that cannot be used keeps its
application, and no other, from being worked on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.assistants import is_by_assistant
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.table.application import Builder, TableRow
from recruiter_kit.intake.table.applying import Table, documented, unfolded, with_application
from recruiter_kit.intake.table.blank_parents import Belonging, belonging, totals
from recruiter_kit.intake.table.columns import TABLE_COLUMNS
from recruiter_kit.intake.table.looked_up import Doubtful, joined
from recruiter_kit.intake.table.notices import row_place, row_problems, sheet_notices
from recruiter_kit.intake.table.said import SINGLE_MEANINGS, Said
from recruiter_kit.intake.table.sheet import Row, Sheet
from recruiter_kit.messages import say

# The rows of each application by their cells, so that a row that appears twice is seen.
Rows = dict[str, dict[tuple[str, ...], TableRow]]


def read_tables(sheets: Iterable[tuple[Sheet, Said | None]], found: Found) -> None:
    """Add the roles and applications of all scorecard tables to what was found."""
    tables = [documented(sheet, said) for sheet, said in sheets]
    rows: Rows = {}
    for table in tables:
        found.notices += sheet_notices(table.sheet, SINGLE_MEANINGS)
    whole, doubtful = joined(tables)
    for table in whole:
        _sort_in(table, doubtful, rows, found)
    found.seen += len(rows)
    roles: dict[str, ExportRoles] = {}
    for application, its_rows in rows.items():
        _read_application(application, list(its_rows.values()), roles, found)
    for each in roles.values():
        each.finish()


def _sort_in(table: Table, doubtful: Doubtful, rows: Rows, found: Found) -> None:
    sheet = table.sheet
    adding_up = totals(sheet.rows, table.everywhere)
    whole, unclear = with_application(tuple(row for row in sheet.rows if row.number not in adding_up))
    owned = belonging(whole, table.everywhere)
    if adding_up:
        numbers = choices(list(map(str, sorted(adding_up))))
        found.notices.append(Where(sheet.file).notice("left_out", "totals_left_out", rows=numbers))
    _report(table, owned, unclear, found)
    for row, headings in unfolded(replace(table, sheet=replace(sheet, rows=owned.rows))):
        application = row.get("application")[:200]
        where = row_place(sheet.file, row, SINGLE_MEANINGS, headings).of(application or None)
        problems = row_problems(row, where, TABLE_COLUMNS)
        if not application and "application" not in row.formulas:
            expected = say("expected_for_application")
            problems.append(where.at("application").notice("error", "missing_field", expected=expected))
        for column, its_id in row.cells.items():
            if (twofold := doubtful.get((column, its_id.strip()))) is not None:
                fields = {"one": twofold.one, "other": twofold.other}
                problems.append(where.at(column).notice("error", "id_of_two", id=shorten(its_id), **fields))
        if problems:
            found.notices += problems
            found.broken_applications.add(application)
        if application:
            by_assistant = _names_assistant(headings.get("note", ""))
            _keep(application, TableRow(row, where, table.said, by_assistant), rows, found)


@lru_cache(maxsize=256)
def _names_assistant(heading: str) -> bool:
    return is_by_assistant(heading.replace("_", " "))


def _keep(application: str, row: TableRow, rows: Rows, found: Found) -> None:
    listed = rows.setdefault(application, {})
    cells = tuple(row.row.get(column) for column in TABLE_COLUMNS)
    if cells not in listed:
        listed[cells] = row
    elif row.row.get("criterion") or row.row.get("note"):
        found.notices.append(row.where.notice("left_out", "row_twice"))


def _report(table: Table, owned: Belonging, unclear: Mapping[int, tuple[str, ...]], found: Found) -> None:
    """Say what was done with rows that do not say whose they are, and keep back whom they may be of."""
    where = Where(table.sheet.file)
    if owned.joined:
        found.notices.append(
            where.notice("left_out", "rows_joined", rows=choices(list(map(str, owned.joined))))
        )
    for number, applications in owned.neighbours.items():
        at = Where(table.sheet.file, say("row", row=number))
        for application in applications:
            found.notices.append(at.of(application).notice("error", "row_without_application"))
            found.broken_applications.add(application)
    by_number: Mapping[int, Row] = {row.number: row for row in owned.rows}
    for number, applications in unclear.items():
        at = Where(table.sheet.file, say("row", row=number))
        name = shorten(by_number[number].get("given_name") or by_number[number].get("family_name"))
        for application in applications:
            found.notices.append(at.of(application).notice("error", "row_of_which", name=name))
            found.broken_applications.add(application)


def _read_application(
    application: str, rows: list[TableRow], roles: dict[str, ExportRoles], found: Found
) -> None:
    if application in found.broken_applications:
        return
    builder = Builder(application, found.notices)
    for row in rows:
        builder.add(row)
    where = Where(rows[0].where.file, rows[0].where.place, application, builder.places)
    builder.hear(found)
    if not builder.sound:
        found.broken_applications.add(application)
        return
    scale = builder.scale.model_dump() if builder.scale else None
    its_roles = roles.setdefault(str(scale), ExportRoles(found, scale))
    its_roles.keep(builder.value(), builder.role, builder.criteria, where, builder.organisation)
