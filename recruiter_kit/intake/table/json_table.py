"""A list of records in JSON that no reader is for, to a table that a person may be asked about.

In: a parsed value. Out: a Sheet with a row for each record, None where a record holds more than a row can. An
object in a record is spread over columns; a list of texts is one cell.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recruiter_kit.intake.table.heading_line import column_name
from recruiter_kit.intake.table.names import is_known
from recruiter_kit.intake.table.sheet import MOST_COLUMNS, MOST_ROWS, Row, Sheet

FEWEST = 2


def sheet_of_records(value: Any, file: str) -> Sheet | None:
    """Return the table that a list of records is, bare or as the only list of a response.

    None where a record holds a list of records, because nothing of a file is left out unseen, and where fewer
    than two of the keys are known headings.
    """
    records = _records(value)
    if not records or len(records) > MOST_ROWS:
        return None
    cells = [list(_cells(record)) for record in records]
    if any(text is None for line in cells for _, text in line):
        return None
    names = _names(list(dict.fromkeys(path for line in cells for path, _ in line)))
    columns = tuple(names.values())
    if (
        len(set(columns)) < len(columns)
        or len(columns) > MOST_COLUMNS
        or sum(map(is_known, columns)) < FEWEST
    ):
        return None
    rows = tuple(
        Row(number, {names[path]: text for path, text in line if text})
        for number, line in enumerate(cells, start=1)
    )
    return Sheet(file, columns, rows)


def _records(value: Any) -> Sequence[Mapping[str, Any]]:
    if isinstance(value, dict):
        lists = [part for part in value.values() if isinstance(part, list)]
        others = [part for part in value.values() if isinstance(part, dict)]
        value = lists[0] if len(lists) == 1 and not others else None
    if not isinstance(value, list) or not all(isinstance(record, dict) and record for record in value):
        return ()
    return value


def _cells(record: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Yield the path and the text of each value of a record; the text is None for what no cell can hold."""
    for key, value in record.items():
        if isinstance(value, dict):
            yield from (((key, part), _text(inner)) for part, inner in value.items())
        else:
            yield (key,), _text(value)


def _text(value: Any) -> str | None:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, list):
        texts = [_text(each) for each in value if not isinstance(each, list)]
        return None if len(texts) < len(value) or None in texts else "\n".join(filter(None, texts))
    return value if isinstance(value, str) else None


def _names(paths: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Return a heading for each path: a candidate's name is candidate_name, a skill its own name."""
    alone = Counter(column_name(path[-1]) for path in paths)
    names = {}
    for path in paths:
        last, whole = column_name(path[-1]), column_name("_".join(path))
        apart = alone[last] == 1 and not is_known(last) and not is_known(whole) and last != "id"
        names[path] = last if apart else whole
    return names
