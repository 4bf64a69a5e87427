"""A scorecard table to fill in, empty or with an example, as a workbook with Excel's own lists and notes.

In: the titles of roles that are known, and rows. Out: bytes of an XLSX file whose headings are those of
docs/formats.md.
"""

import csv
from collections.abc import Mapping, Sequence
from importlib.resources import files
from io import BytesIO
from itertools import islice

from recruiter_kit.files.data_file import content
from recruiter_kit.intake.table.columns import TABLE_COLUMNS
from recruiter_kit.model import Recommendation

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS = 1_000
EXAMPLES = 18
_MOST_LISTED = 250  # characters that Excel takes for a list written out
_WIDE = frozenset({"note", "private_note"})


def example_rows() -> list[dict[str, str]]:
    """Return the first rows of the sample's table, to show how one is filled in."""
    sample = files("recruiter_kit") / "samples/northgate/scorecards.csv"
    lines = sample.read_text(encoding="utf-8").splitlines(keepends=True)
    return [dict(row) for row in islice(csv.DictReader(lines), EXAMPLES)]


def table_template(titles: Sequence[str], rows: Sequence[Mapping[str, str]] = ()) -> bytes:
    """Return the workbook; `titles` are offered in the column of the role, `rows` are filled in."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    notes = content(files("recruiter_kit.intake.table") / "template.yaml")
    book = Workbook(write_only=False)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Scorecards")
    sheet.freeze_panes = "A2"
    lists: dict[str, list[str]] = {
        "recommendation": [*Recommendation],
        "can_email": ["yes", "no"],
        "role": list(titles),
    }
    for number, column in enumerate(TABLE_COLUMNS, start=1):
        letter = get_column_letter(number)
        cell = sheet.cell(1, number, column.replace("_", " ").capitalize())
        cell.font = Font(bold=True)
        cell.comment = Comment(notes[column], "Recruiter Kit", width=320, height=90)
        sheet.column_dimensions[letter].width = 60 if column in _WIDE else 18
        choices = f'"{",".join(lists.get(column, []))}"'
        if len(choices) > 2 and len(choices) <= _MOST_LISTED and "," not in "".join(titles):
            rule = DataValidation(
                "list", formula1=choices, allow_blank=True, showErrorMessage=column != "role"
            )
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{ROWS}")
        if column == "submitted_at":
            for row in range(2, ROWS + 1):
                sheet.cell(row, number).number_format = "yyyy-mm-dd"
        if column in _WIDE:
            for row in range(2, ROWS + 1):
                sheet.cell(row, number).alignment = Alignment(wrap_text=True, vertical="top")
    for line, values in enumerate(rows, start=2):
        for at, column in enumerate(TABLE_COLUMNS, start=1):
            value = values.get(column) or None
            sheet.cell(line, at, int(value) if value and value.isdecimal() else value)
    whole = BytesIO()
    book.save(whole)
    return whole.getvalue()
