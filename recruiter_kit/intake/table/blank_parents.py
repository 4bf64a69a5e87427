"""Rows that say once for several rows whose they are, as merged cells do; and rows that add up the others.

In: rows of a documented table. Out: the same rows, each with its application and scorecard, and those that
cannot be told whose they are. The file has to say so itself: no application is in two rows, and rows without
one have nothing else of an application either. Everywhere else a row without an application is an error of
its neighbours, because it may be of either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recruiter_kit.intake.table.columns import APPLICATION_COLUMNS, SCORECARD_COLUMNS
from recruiter_kit.intake.table.sheet import Row
from recruiter_kit.intake.table.words import folded, table_words

_PARENT = ("application", *APPLICATION_COLUMNS)
_CARD = ("scorecard", *SCORECARD_COLUMNS)


@dataclass(frozen=True)
class Belonging:
    """The rows with their applications, and the numbers of those that were given one or that add up others.

    `neighbours` holds the applications that a row without one may belong to, by the number of the row.
    """

    rows: tuple[Row, ...]
    joined: tuple[int, ...] = ()
    totals: tuple[int, ...] = ()
    neighbours: dict[int, tuple[str, ...]] | None = None


def belonging(rows: Sequence[Row]) -> Belonging:
    """Return the rows with the applications that they belong to."""
    totals = tuple(row.number for row in rows if is_total(row))
    rows = tuple(row for row in rows if row.number not in set(totals))
    if all(row.get("application") for row in rows):
        return Belonging(rows, totals=totals)
    if _said_once(rows):
        joined = tuple(row.number for row in rows if not row.get("application"))
        return Belonging(tuple(_filled(rows)), joined=joined, totals=totals)
    neighbours: dict[int, tuple[str, ...]] = {}
    for at, row in enumerate(rows):
        if not row.get("application"):
            beside = (
                next((other.get("application") for other in side if other.get("application")), "")
                for side in (rows[at::-1], rows[at:])
            )
            neighbours[row.number] = tuple(dict.fromkeys(filter(None, beside)))
    return Belonging(rows, totals=totals, neighbours=neighbours)


def is_total(row: Row) -> bool:
    """Whether a row adds up or averages others: its first cell says so, and it has no words beside."""
    texts = [text.strip() for text in row.cells.values() if text.strip()]
    if not texts or folded(texts[0]).rstrip(" :") not in table_words().totals:
        return False
    return not any(letter.isalpha() for text in texts[1:] for letter in text)


def _said_once(rows: Sequence[Row]) -> bool:
    """Whether each application is in one row, and rows without one have nothing of an application."""
    applications = [row.get("application") for row in rows if row.get("application")]
    if not rows or not rows[0].get("application") or len(set(applications)) < len(applications):
        return False
    return all(
        row.get("application") or (not any(row.get(column) for column in _PARENT) and not row.formulas)
        for row in rows
    )


def _filled(rows: Sequence[Row]) -> Iterator[Row]:
    parent: dict[str, str] = {}
    card: dict[str, str] = {}
    for row in rows:
        if row.get("application"):
            parent = {column: row.get(column) for column in _PARENT if row.get(column)}
            card = {}
        its_card = {column: row.get(column) for column in _CARD if row.get(column)}
        card = its_card or card
        yield row if row.get("application") else replace(row, cells={**row.cells, **parent, **card})
