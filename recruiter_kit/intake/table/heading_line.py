"""Which line of a table holds its headings, and what is above it.

In: the first lines of a table. Out: the headings, each once; labels with their values ("Role | Data
Engineer") above them; and how many other lines there are above. A sheet of labels beside values, for one
candidate, becomes one line of headings and one of values.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from recruiter_kit.files.text import clean
from recruiter_kit.intake.table.words import folded, table_words

Line = Sequence["str | Formula"]
LOOKED_AT = 40
FEWEST = 2
MOST_BESIDE_LABEL = 3
_VALUE = re.compile(r"[-+]?[\d.,:/%\s]+|\S+@\S+\.\S+|https?://\S+")
Known = Callable[[str], bool]


@dataclass(frozen=True)
class Formula:
    """A cell whose value was computed, or failed to be, by the spreadsheet program, and what it stored."""

    cell: str
    stored: str | None = None


@dataclass(frozen=True)
class Headings:
    """The headings at line `at` (from 0), labels with their values above, and the other lines above.

    `values` is the one row of a sheet of labels, None for a table.
    """

    at: int
    names: tuple[str, ...]
    labels: dict[str, str] = field(default_factory=dict)
    above: tuple[int, ...] = ()
    values: tuple["str | Formula", ...] | None = None


def column_name(heading: str) -> str:
    """Return a heading in the spelling of docs/formats.md: "Given name" and "givenName" are given_name."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return "_".join(spaced.casefold().replace("_", " ").replace("\u00a0", " ").strip(" :*.").split())


def headings_in(lines: Sequence[Line], documented: Known, known: Known) -> Headings | None:
    """Return the headings of a table of which these are the first lines; None where nothing is in it.

    `documented` says whether a heading is one of docs/formats.md, `known` whether it is another name of one.
    """
    filled = [at for at, line in enumerate(lines) if any(map(_is_filled, line))]
    if not filled:
        return None
    at = _heading_at(lines, filled, documented, known)
    if at is None and (sheet := _of_labels(lines, filled, known)) is not None:
        return sheet
    at = filled[0] if at is None else at
    labels: dict[str, str] = {}
    above: list[int] = []
    for number in filled[: filled.index(at)]:
        pairs = _labels(lines[number], known)
        labels |= {label: value for label, value in pairs if label not in labels}
        if not pairs:
            above.append(number)
    if (below := _in_two_lines(lines, at)) is not None:
        return Headings(at + 1, below, labels, tuple(above))
    names, grouped = _named(lines, at)
    return Headings(at, names, labels, tuple(number for number in above if number != grouped))


def _heading_at(lines: Sequence[Line], filled: list[int], documented: Known, known: Known) -> int | None:
    wordy = [at for at in filled if _is_wordy(lines[at])]
    for is_one in (documented, known):
        for at in wordy:
            names = [column_name(cell) for cell in lines[at] if isinstance(cell, str) and cell.strip()]
            if sum(map(is_one, names)) >= FEWEST and not _labels(lines[at], known):
                return at
    if sum(len(_labels(lines[at], known)) for at in filled) >= FEWEST:
        return None
    widest = max(sum(map(_is_filled, lines[at])) for at in filled)
    wide = [at for at in wordy if sum(map(_is_filled, lines[at])) >= max(FEWEST, 0.6 * widest)]
    return wide[0] if wide else None


def _is_wordy(line: Line) -> bool:
    """Whether a line may hold headings: words, no numbers, dates or addresses."""
    cells = [cell for cell in line if _is_filled(cell)]
    return len(cells) >= FEWEST and not any(
        isinstance(cell, Formula) or _VALUE.fullmatch(cell.strip()) for cell in cells
    )


def _labels(line: Line, known: Known) -> list[tuple[str, str]]:
    """Return labels and values of a line that holds nothing but labels, each with its value beside it.

    A line with one cell may have the value behind a colon.
    """
    cells = [cell.strip() for cell in line if isinstance(cell, str) and cell.strip()]
    if len(cells) == 1 and ":" in cells[0]:
        cells = [part.strip() for part in cells[0].split(":", 1)]
    if not cells or len(cells) % 2 or not all(cells):
        return []
    pairs = [(column_name(label), value) for label, value in zip(cells[::2], cells[1::2], strict=True)]
    are_labels = all(known(label) and not known(column_name(value)) for label, value in pairs)
    return pairs if are_labels else []


def label_below(line: Line) -> tuple[str, str] | None:
    """Return label and value of a line below a table that begins with a label, as forms end: "Signature:"."""
    cells = [cell.strip() for cell in line if isinstance(cell, str) and cell.strip()]
    if not cells or not cells[0].endswith(":") or len(cells) > FEWEST:
        return None
    return column_name(cells[0]), cells[1] if len(cells) > 1 else ""


def _of_labels(lines: Sequence[Line], filled: list[int], known: Known) -> Headings | None:
    """Return a sheet of labels beside values as one row, with what is beside a value as its comment."""
    rows = [(at, row) for at in filled for row in _in_pairs(lines[at], known)]
    if any(len(row) > MOST_BESIDE_LABEL for _, row in rows):
        return None
    names: list[str] = []
    values: list[str | Formula] = []
    left_out: list[int] = []
    for at, row in rows:
        if len(row) == 1 or not isinstance(row[0], str):
            left_out.append(at)
            continue
        names.append(column_name(row[0]))
        values.append(row[1])
        if len(row) == MOST_BESIDE_LABEL:
            names.append(f"{names[-1]}_comment")
            values.append(row[2])
    if not names:
        return None
    return Headings(filled[0], _each_once(names), above=tuple(left_out), values=tuple(values))


def _in_pairs(line: Line, known: Known) -> Iterator[Line]:
    """Yield each label with its value, where a line holds nothing else, or else the filled cells."""
    if pairs := _labels(line, known):
        yield from pairs
    else:
        yield [cell for cell in line if _is_filled(cell)]


def _named(lines: Sequence[Line], at: int) -> tuple[tuple[str, ...], int | None]:
    """Return the headings, each once, and the line above them that names groups of them, if one does."""
    names = [column_name(cell) if isinstance(cell, str) else "" for cell in lines[at]]
    for column, name in enumerate(names):
        cells = [line[column] for line in lines[at + 1 :] if column < len(line) and _is_filled(line[column])]
        if not name and cells:
            # A heading that is merged over two columns, or that somebody forgot, is no reason to lose a note.
            left = names[column - 1] if column else ""
            names[column] = f"{left}_comment" if left else f"column_{column + 1}"
    repeated = {name for name in names if name and names.count(name) > 1}
    groups = lines[at - 1] if at else ()
    if repeated and sum(map(_is_filled, groups)) >= FEWEST:
        group = ""
        for column, name in enumerate(names):
            cell = groups[column] if column < len(groups) else ""
            group = column_name(cell) if isinstance(cell, str) and cell.strip() else group
            if name in repeated and group:
                names[column] = f"{group}_{name}"
        return _each_once(names), at - 1
    return _each_once(names), None


def _in_two_lines(lines: Sequence[Line], at: int) -> tuple[str, ...] | None:
    """Return the headings where a second line says what is under each merged one: score, comment."""
    first, second = lines[at], lines[at + 1] if at + 1 < len(lines) else ()
    # A heading that is merged over both lines is in both.
    second = ["" if list(first[at : at + 1]) == [cell] else cell for at, cell in enumerate(second)]
    said = [cell for cell in second if _is_filled(cell)]
    known = table_words().of_level | table_words().of_note
    if len(said) < FEWEST or not all(isinstance(cell, str) and folded(cell) in known for cell in said):
        return None
    names: list[str] = []
    group = ""
    for column in range(max(len(first), len(second))):
        top = first[column] if column < len(first) else ""
        below = second[column] if column < len(second) else ""
        group = column_name(top) if isinstance(top, str) and top.strip() else group
        under = column_name(below) if isinstance(below, str) else ""
        own = group if isinstance(top, str) and top.strip() else ""
        names.append(f"{group}_{under}" if under else own)
    return _each_once(names)


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    taken: dict[str, int] = {}
    unique: list[str] = []
    for name in names:
        taken[name] = taken.get(name, 0) + 1
        unique.append(f"{name}_{taken[name]}" if name and taken[name] > 1 else name)
    return tuple(unique)


def _is_filled(cell: "str | Formula") -> bool:
    return isinstance(cell, Formula) or bool(clean(cell)[0].strip())
