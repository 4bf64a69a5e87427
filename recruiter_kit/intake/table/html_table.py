"""A table of an HTML page, as many systems write it under the suffix .xls, to a table.

In: text. Out: a Sheet for each table in it that holds something. Cells that span rows or columns hold their
value in each of them; scripts and styles are left out.
"""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from recruiter_kit.errors import InputError
from recruiter_kit.intake.table.heading_line import Line
from recruiter_kit.intake.table.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, sheet_of


def is_html(text: str) -> bool:
    """Whether a text is an HTML page with a table in it, and not a workbook in XML, which has one too."""
    beginning = text.lstrip()[:20_000].casefold()
    return beginning.startswith("<") and "<workbook" not in beginning and "<table" in text.casefold()


def parse_html(text: str, file: str) -> tuple[Sheet, ...]:
    """Return the tables of a page; raises InputError when there are none with two columns."""
    page = BeautifulSoup(text, "html.parser")
    tables = [table for table in page.find_all("table") if table.find("table") is None]
    sheets = [sheet_of(_lines(table, file), file) for table in tables]
    found = tuple(sheet for sheet in sheets if len(sheet.columns) > 1)
    if not found:
        raise InputError.of("no_table_in_page", file=file)
    return found


def _lines(table: Tag, file: str) -> Iterator[Line]:
    below: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(table.find_all("tr"), start=1):
        if number > MOST_ROWS + 1:
            raise InputError.of("too_many_rows", file=file, limit=f"{MOST_ROWS:,}")
        line: list[str] = []
        for cell in row.find_all(["td", "th"]):
            _put_spanning(line, below)
            text = cell.get_text(
                "\n" if cell.find(["br", "p", "li"]) else "", strip=bool(cell.find("p"))
            ).strip()
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for offset in range(min(across, MOST_COLUMNS - len(line))):
                if down > 1:
                    below[len(line)] = (down - 1, text)
                line.append(text if not offset or down > 1 else "")
        _put_spanning(line, below)
        yield line


def _put_spanning(line: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Add what spans from rows above, as far as it is next."""
    while len(line) in below:
        rows, text = below[len(line)]
        if rows > 1:
            below[len(line)] = (rows - 1, text)
        else:
            del below[len(line)]
        line.append(text)


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    return min(int(value), MOST_ROWS) if value.isdecimal() and int(value) else 1
