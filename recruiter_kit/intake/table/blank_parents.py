"""Rows that say once for several rows whose they are, as merged cells do; and rows that add up the others.

In: rows of a table. Out: the numbers of those that add up others; the same rows, each with its application
and scorecard; and those that cannot be told whose they are. The file has to say so itself: no application is
in two rows, most have rows below them without one, and these have nothing else of an application either.
Everywhere else a row without an application is an error of its neighbours, because it may be of either.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from recruiter_kit.intake.table.columns import APPLICATION_COLUMNS, SCORECARD_COLUMNS
from recruiter_kit.intake.table.sheet import Row
from recruiter_kit.intake.table.words import folded, table_words

_PARENT = ("application", *APPLICATION_COLUMNS)
_CARD = ("scorecard", *SCORECARD_COLUMNS)


@dataclass(frozen=True)
class Belonging:
    """The rows with their applications, and the numbers of those that were given one.

    `neighbours` holds the applications that a row without one may belong to, by the number of the row.
    """

    rows: tuple[Row, ...]
    joined: tuple[int, ...] = ()
    neighbours: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def belonging(rows: Sequence[Row], everywhere: Set[str] = frozenset()) -> Belonging:
    """Return the rows with the applications that they belong to.

    `everywhere` holds the columns that are the same in every row, and so say nothing of one.
    """
    rows = tuple(rows)
    if all(row.get("application") for row in rows):
        return Belonging(rows)
    if _said_once(rows, [column for column in _PARENT if column not in everywhere]):
        joined = tuple(row.number for row in rows if not row.get("application"))
        return Belonging(tuple(_filled(rows, everywhere)), joined=joined)
    return Belonging(rows, neighbours=_neighbours(rows))


def totals(rows: Sequence[Row], everywhere: Set[str] = frozenset()) -> frozenset[int]:
    """Return the numbers of the rows that add up or average others.

    One cell of such a row says so, and no other holds words but those that are the same in every row.
    """
    return frozenset(row.number for row in rows if _is_total(row, everywhere))


def _is_total(row: Row, everywhere: Set[str]) -> bool:
    texts = [text for column in row.cells if column not in everywhere and (text := row.get(column))]
    others = [text for text in texts if folded(text).rstrip(" :") not in table_words().totals]
    return len(others) < len(texts) and not any(letter.isalpha() for text in others for letter in text)


def _said_once(rows: Sequence[Row], parent: Sequence[str]) -> bool:
    """Whether the table names each application once, and the rows below it without one are its own.

    Where only a few applications have such rows, an id may be missing that belongs there.
    """
    applications = [row.get("application") for row in rows if row.get("application")]
    if not rows or not rows[0].get("application") or len(set(applications)) < len(applications):
        return False
    with_rows = sum(
        bool(row.get("application")) and not below.get("application") for row, below in pairwise(rows)
    )
    return 2 * with_rows > len(applications) and all(
        row.get("application") or (not any(row.get(column) for column in parent) and not row.formulas)
        for row in rows
    )


def _neighbours(rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """Return for each row without an application the next ones above and below it."""
    beside: dict[int, list[str]] = {}
    for direction in (rows, tuple(reversed(rows))):
        last = ""
        for row in direction:
            last = row.get("application") or last
            if not row.get("application"):
                beside.setdefault(row.number, []).append(last)
    return {number: tuple(dict.fromkeys(filter(None, those))) for number, those in beside.items()}


def _filled(rows: Sequence[Row], everywhere: Set[str]) -> Iterator[Row]:
    parent: dict[str, str] = {}
    card: dict[str, str] = {}
    for row in rows:
        if row.get("application"):
            parent = {column: row.get(column) for column in _PARENT if row.get(column)}
            card = {}
        its_card = {column: row.get(column) for column in _CARD if row.get(column)}
        card = its_card if its_card.keys() - everywhere else card | its_card
        yield row if row.get("application") else replace(row, cells={**row.cells, **parent, **card})
