"""A wide table of many applications, beside what openpyxl or csv alone need: `python -m benchmarks.tables`.

Each reading is in a process of its own. Printed are seconds, the largest memory in MB, and the ratio.
"""

import csv
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from recruiter_kit.intake import read

CRITERIA = ("Planning", "Collaboration", "SQL", "Data modelling", "Testing", "Communication")
HEADINGS = (
    *("Application ID", "Candidate", "E-mail", "Job", "Interviewer", "Interview date"),
    *(f"{name} {part}" for name in CRITERIA for part in ("rating", "comment")),
    "Overall",
)
COUNTS = (5_000, 10_000, 20_000)


def rows(count: int) -> list[list[object]]:
    """Return the lines of a table of `count` applications."""
    lines: list[list[object]] = [list(HEADINGS)]
    for number in range(count):
        person = (f"a{number}", f"Noa Berg {number}", f"noa{number}@example.org")
        rated: list[object] = []
        for at, name in enumerate(CRITERIA):
            rated += [1 + (number + at) % 5, f"Noted {number} on {name}."]
        lines.append([*person, "Data Engineer", "Ana Reyes", "2026-11-09", *rated, "no"])
    return lines


def columns() -> str:
    """Return the columns file for the table."""
    meant = ["application", "name", "email", "role", "interviewer", "submitted_at"]
    meant += [f"{beginning} {name}" for name in CRITERIA for beginning in ("level of", "note on")]
    said = [
        f'      "{heading}": "{meaning}"'
        for heading, meaning in zip(HEADINGS, [*meant, "recommendation"], strict=True)
    ]
    return "\n".join(["tables:", "  - columns:", *said, ""])


def main() -> None:
    with TemporaryDirectory() as folder:
        said = Path(folder) / "columns.yaml"
        said.write_text(columns(), encoding="utf-8")
        for count in COUNTS:
            lines = rows(count)
            book = Workbook(write_only=True)
            sheet = book.create_sheet("Ratings")
            for line in lines:
                sheet.append(line)
            workbook, text = Path(folder) / f"{count}.xlsx", Path(folder) / f"{count}.csv"
            book.save(workbook)
            with text.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(lines)
            for file in (workbook, text):
                alone, _ = _measured("alone", file, said)
                ours, memory = _measured("read", file, said)
                print(
                    f"{file.name}: {ours:.2f} s, {memory:.0f} MB; alone {alone:.2f} s; {ours / alone:.1f} x"
                )


def _measured(what: str, file: Path, said: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.tables", what, str(file), str(said)]
    seconds, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(memory)


def _once(what: str, file: Path, said: Path) -> None:
    begin = time.perf_counter()
    if what == "read":
        bundle = read(file, columns=said)
        if len(bundle.applications) != int(file.stem):
            raise RuntimeError(str(bundle.notices[:3]))
    elif file.suffix == ".csv":
        with file.open(encoding="utf-8", newline="") as text:
            list(csv.reader(text))
    else:
        book = load_workbook(file, read_only=True)
        list(book.worksheets[0].iter_rows(values_only=True))
    print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _once(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
