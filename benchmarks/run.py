"""Measure the main job and print a table: `make bench`, or `python benchmarks/run.py NAME`.

Each figure stands beside its yardstick, taken in the same run; ratios are what counts. The last
figures are kept in benchmarks/README.md.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from recruiter_kit.intake import read, read_standard
from recruiter_kit.model import Bundle

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "recruiter_kit" / "samples" / "gold"
ROUNDS = 40
MANY = 1000


def gold() -> Bundle:
    return read(GOLD / "marta.json")


def medians(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Return the median milliseconds of each call, taken in turns so that noise hits all alike."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, taken in zip(calls, times, strict=True):
            begin = time.perf_counter()
            call()
            taken.append((time.perf_counter() - begin) * 1000)
    return [statistics.median(each) for each in times]


def one_application() -> None:
    """Read to all four outputs, warm, beside bare WeasyPrint calls on the same two pages."""
    from weasyprint import HTML

    from recruiter_kit.documents import call_sheet, letter, pdf
    from recruiter_kit.jobs import batch
    from recruiter_kit.jobs.report import Made
    from recruiter_kit.review.review import compose

    standard = read_standard(GOLD / "standard.yaml")
    with tempfile.TemporaryDirectory() as folder:

        def whole() -> None:
            results = list(
                batch.make_feedback(found := gold(), found.applications, Path(folder), standard=standard)
            )
            assert isinstance(results[0], Made), results  # noqa: S101

        bundle = gold()
        application = bundle.applications[0]
        role = bundle.role(application.role)
        assert role is not None  # noqa: S101
        feedback = compose(application, role, standard, people=bundle.people())
        sheets = {name: pdf.style_sheet(name, standard.page) for name in ("letter.css", "call-script.css")}

        def bare(html: str, style: str) -> bytes:
            styled = html.replace("</head>", f"<style>{sheets[style]}</style></head>")
            pdf: bytes = HTML(string=styled).write_pdf()
            return pdf

        letter_html, script_html = letter.letter_html(feedback), call_sheet.call_script_html(feedback)
        whole()
        ours, first, second = medians(
            ROUNDS,
            whole,
            lambda: bare(letter_html, "letter.css"),
            lambda: bare(script_html, "call-script.css"),
        )
    print(f"one application, warm: read to all four outputs  {ours:7.1f} ms")
    print(f"bare WeasyPrint: letter {first:.1f} + script {second:.1f}           {first + second:7.1f} ms")
    print(f"ratio (to reach: 1.25 or less)                   {ours / (first + second):7.2f}")


def many_applications() -> None:
    """A thousand applications in one process and in two; memory of the parent."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for workers in (1, 2):
            out = Path(folder) / str(workers)
            answer = subprocess.run(
                [sys.executable, "-m", "benchmarks.many", str(workers), str(out), str(MANY)],
                check=True,
                capture_output=True,
                text=True,
                cwd=ROOT,
            )
            seconds, peak, made = answer.stdout.split()
            figures[workers] = float(seconds)
            print(f"{made} applications, {workers} process(es): {float(seconds):7.1f} s, parent {peak:.5} MB")
    print(f"speed-up on two cores (to reach: 1.7 or more): {figures[1] / figures[2]:.2f}")


def help_text() -> None:
    """`recruiter-kit --help` beside an empty Python."""

    def run(*words: str) -> None:
        subprocess.run(words, check=True, capture_output=True)

    program = str(Path(sys.executable).parent / "recruiter-kit")
    empty, shown = medians(20, lambda: run(sys.executable, "-c", "pass"), lambda: run(program, "--help"))
    print(f"python -c pass {empty:.0f} ms, recruiter-kit --help {shown:.0f} ms")
    print(f"to reach: at most {3 * empty + 150:.0f} ms")


BENCHMARKS: dict[str, Callable[[], None]] = {
    "one": one_application,
    "many": many_applications,
    "help": help_text,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"== {name}: {BENCHMARKS[name].__doc__}")
        BENCHMARKS[name]()
