"""An organisation's own table in the columns of docs/formats.md, by what a person said of it.

In: a Sheet and what was said. Out: a table with a row for each rating: columns are renamed, constants filled
in, one name is divided where it says so itself ("Teal, Rowan"), and a row with a column for each criterion
becomes several.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from recruiter_kit.intake.table.heading_line import Formula
from recruiter_kit.intake.table.said import LEVEL_OF, NOTE_ON, Said
from recruiter_kit.intake.table.sheet import Row, Sheet
from recruiter_kit.intake.table.words import folded

# What is used where the column on the left has nothing after tables were joined.
_BY_ID = {"role": "role_id", "interviewer": "interviewer_id", "criterion": "criterion_id"}
_NAME_PARTS = ("given_name", "family_name")
_OF_EVERY_ROW = ("application", "scorecard", "interviewer", "interview")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba"})


@dataclass(frozen=True)
class Table:
    """A sheet with what was said of it, None for a documented one, and its headings by documented column.

    `everywhere` holds the documented columns that are the same in every row because they were said once.
    """

    sheet: Sheet
    said: Said | None
    headings: Mapping[str, str]
    everywhere: frozenset[str] = frozenset()

    @property
    def one_row_each(self) -> bool:
        """Whether nothing but the row tells scorecards apart."""
        return not {"scorecard", "interviewer", "interviewer_id"} & set(self.sheet.columns)


def documented(sheet: Sheet, said: Said | None) -> Table:
    """Return the table with the columns that were said, and constants filled in."""
    if said is None:
        return Table(sheet, None, {}, frozenset(sheet.labels))
    meanings = {heading: meaning for heading, meaning in said.by_heading().items() if meaning}
    rows = tuple(_renamed(row, meanings, said) for row in sheet.rows)
    left_out = [heading for heading in sheet.columns if heading not in meanings]
    columns = [column for heading in sheet.columns for column in _meant(heading, meanings)]
    columns += [column for column in said.constant if column not in columns]
    headings = {meaning: heading for heading, meaning in meanings.items()}
    headings |= {column: headings["name"] for column in _NAME_PARTS if "name" in headings}
    whole = replace(sheet, columns=(*columns, *left_out), rows=rows)
    everywhere = {meaning for label in sheet.labels for meaning in _meant(label, meanings)}
    return Table(whole, said, headings, frozenset(everywhere | set(said.constant)))


def unfolded(table: Table) -> Iterator[tuple[Row, Mapping[str, str]]]:
    """Yield each row as rows with one rating, and the headings of its cells by documented column."""
    criteria = _criteria(table.sheet.columns)
    headings = {
        name: {
            **table.headings,
            "level": table.headings.get(LEVEL_OF + name, name),
            "note": table.headings.get(NOTE_ON + name, name),
        }
        for name in criteria
    }
    for row in table.sheet.rows:
        row = _with_ids(row, table.one_row_each)
        if criteria:
            yield _without(row, criteria), table.headings
            for name in criteria:
                if (part := _rating(row, name)) is not None:
                    yield part, headings[name]
        else:
            yield row, table.headings


def with_application(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], Mapping[int, tuple[str, ...]]]:
    """Return rows of a table without applications with ids made from person, role and e-mail address.

    A person is the id of a candidate, or else a name. Where a row leaves role or address open, it is the only
    one that the table has for the person. Where there are several, the row may be of several applications,
    which are returned by its number. An id is a digest, because it names folders, and names do not belong
    there.
    """
    if any(row.get("application") for row in rows):
        return rows, {}
    roles: dict[str, set[str]] = defaultdict(set)
    addresses: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        roles[_person(row)] |= {folded(row.get("role"))} - {""}
    for row in rows:
        for role in _either(row.get("role"), roles[_person(row)]):
            addresses[_person(row), role] |= {row.get("email").casefold()} - {""}
    made: list[Row] = []
    unclear: dict[int, tuple[str, ...]] = {}
    for row in rows:
        person = _person(row)
        possible = [
            _made_id(person, role, email)
            for role in _either(row.get("role"), roles[person])
            for email in _either(row.get("email"), addresses[person, role])
        ]
        if len(possible) > 1:
            unclear[row.number] = tuple(possible)
        made.append(replace(row, cells={**row.cells, "application": possible[0]}) if person else row)
    return tuple(made), unclear


def _either(text: str, known: Iterable[str]) -> list[str]:
    """Return what a cell says, or all that it may mean where it says nothing."""
    return [folded(text)] if text else sorted(known) or [""]


def _made_id(*parts: str) -> str:
    return f"a-{sha256('|'.join(parts).encode()).hexdigest()[:12]}"


def _person(row: Row) -> str:
    name = " ".join(filter(None, (row.get("given_name"), row.get("family_name"))))
    return folded(row.get("candidate") or name)


def _meant(heading: str, meanings: Mapping[str, str]) -> tuple[str, ...]:
    """Return the documented columns that a column holds."""
    meaning = meanings.get(heading, "")
    return _NAME_PARTS if meaning == "name" else (meaning,) * bool(meaning)


def _renamed(row: Row, meanings: Mapping[str, str], said: Said) -> Row:
    cells = {meanings[heading]: text for heading, text in row.cells.items() if heading in meanings}
    formulas: dict[str, Formula] = {}
    for heading, formula in row.formulas.items():
        if heading not in meanings:
            continue
        if said.formulas and formula.stored is not None:
            cells[meanings[heading]] = formula.stored
        else:
            formulas[meanings[heading]] = formula
    if "name" in cells:
        cells |= _divided(cells.pop("name"))
    for column, text in said.constant.items():
        if not cells.get(column, "").strip():
            cells[column] = text
    return Row(row.number, cells, formulas, row.too_wide)


def _divided(name: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given and given.casefold().strip(".") not in _SUFFIXES and "," not in given:
        return {"given_name": given, "family_name": family}
    return {"given_name": name.strip()}


def _criteria(columns: tuple[str, ...]) -> tuple[str, ...]:
    named = [
        column.removeprefix(beginning)
        for column in columns
        for beginning in (LEVEL_OF, NOTE_ON)
        if column.startswith(beginning)
    ]
    return tuple(dict.fromkeys(named))


def _with_ids(row: Row, one_row_each: bool) -> Row:
    cells = dict(row.cells)
    for column, its_id in _BY_ID.items():
        if not cells.get(column, "").strip() and cells.get(its_id):
            cells[column] = cells[its_id]
    if one_row_each:
        cells["scorecard"] = f"row-{row.number}"
    return Row(row.number, cells, row.formulas, row.too_wide)


def _without(row: Row, criteria: tuple[str, ...]) -> Row:
    apart = {beginning + name for name in criteria for beginning in (LEVEL_OF, NOTE_ON)}
    cells = {column: text for column, text in row.cells.items() if column not in apart}
    formulas = {column: formula for column, formula in row.formulas.items() if column not in apart}
    return Row(row.number, cells, formulas, row.too_wide)


def _rating(row: Row, name: str) -> Row | None:
    """Return the row of one criterion, None where nobody filled it in."""
    columns = {"level": LEVEL_OF + name, "note": NOTE_ON + name}
    cells = {column: text for column, its in columns.items() if (text := row.get(its))}
    formulas = {column: row.formulas[its] for column, its in columns.items() if its in row.formulas}
    if not cells and not formulas:
        return None
    cells |= {column: row.get(column) for column in _OF_EVERY_ROW}
    return Row(row.number, cells | {"criterion": name}, formulas)
