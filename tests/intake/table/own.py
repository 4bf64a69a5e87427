"""Tables with headings of their own, read by what is suggested for them."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from recruiter_kit.intake.opening import Opened, open_files
from recruiter_kit.intake.reader import read_opened
from recruiter_kit.intake.table.asking import Asked, Values, to_ask
from recruiter_kit.intake.table.said import Said
from recruiter_kit.jobs.open_questions import open_questions
from recruiter_kit.model import Bundle

LONG = "Candidate;Job title;Assessor;Competency;Score;Comments\n"
DOCUMENTED = "application,given_name,role,interviewer,criterion,level,note\n"
Files = Mapping[str, str | bytes]


def opened(folder: Path, files: Files, said: Iterable[Said] = ()) -> Opened:
    """Write files and open them."""
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_files([folder / name for name in files], said=tuple(said))


def asked_about(folder: Path, files: Files) -> tuple[Asked, ...]:
    return to_ask(opened(folder, files).other_tables, {})


def suggested(folder: Path, files: Files) -> dict[str, str]:
    """Return what is suggested for each heading of the only kind of table."""
    (asked,) = asked_about(folder, files)
    return {heading.name: heading.suggested for heading in asked.headings}


def values_of(folder: Path, files: Files, **said: object) -> Values:
    """Return what is asked about the values of the only kind of table."""
    columns = suggested(folder, files)
    _, _, (values,) = open_questions(
        opened(folder, files, [Said.model_validate({"columns": columns} | said)])
    )
    return values


def read_own(folder: Path, files: Files, **said: object) -> Bundle:
    """Read files by the suggestions, with the scale that is suggested, and what is said besides."""
    every = [
        Said.model_validate({"columns": {each.name: each.suggested for each in asked.headings}} | said)
        for asked in asked_about(folder, files)
    ]
    _, settled, values = open_questions(opened(folder, files, every))
    answered = [
        each.model_copy(update={"scale": each.scale or open_values.scale})
        for each, open_values in zip(settled, values, strict=True)
    ]
    return read_opened(opened(folder, files, answered))


def workbook(*sheets: tuple[str, list[list[object]]], merged: Iterable[str] = ()) -> bytes:
    """Return a workbook; `merged` names the cells that are merged in each sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def people(bundle: Bundle) -> dict[str, dict[str, float | None]]:
    """Return the levels of each candidate by criterion."""
    return {
        application.candidate.full_name: {
            rating.criterion: rating.level for card in application.scorecards for rating in card.ratings
        }
        for application in bundle.applications
    }


def told(bundle: Bundle, kind: str) -> list[tuple[str, str, str]]:
    """Return file, place and message of each notice of a kind."""
    return [(each.file, each.place, each.message) for each in bundle.notices if each.kind == kind]
