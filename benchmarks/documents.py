"""How fast a letter is laid out, beside other ways to do it, in one run.

Run: python -m benchmarks.documents [many]
In: the first gold example. Out: milliseconds and ratios for the same HTML by a bare WeasyPrint call and by
headless Chromium (a new one each time, and one kept warm), and for an equivalent page by Typst and by
ReportLab; how long a cached letter takes; the size. With `many`, 1,000 letters in one process and in two.
Chromium, typst, reportlab and playwright are no dependencies of the project: what is not installed is left
out.
"""

import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from benchmarks.run import GOLD, gold, medians
from recruiter_kit.documents import letter, pdf
from recruiter_kit.documents.cache import cached_letter
from recruiter_kit.feedback import Feedback
from recruiter_kit.intake import read_standard
from recruiter_kit.review.review import compose

ROUNDS = 20
MANY = 1000
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def approved() -> Feedback:
    bundle = gold()
    application = bundle.applications[0]
    role = bundle.role(application.role)
    assert role is not None  # noqa: S101
    drafted = compose(application, role, read_standard(GOLD / "standard.yaml"), people=bundle.people())
    return drafted.model_copy(update={"state": "approved"})


def styled(feedback: Feedback) -> str:
    sheet = pdf.style_sheet("letter.css", feedback.standard.page)
    return letter.letter_html(feedback).replace("</head>", f"<style>{sheet}</style></head>")


def bare_weasyprint(html: str) -> bytes:
    from weasyprint import HTML

    pdf: bytes = HTML(string=html).write_pdf(pdf_variant="pdf/a-2a")
    return pdf


def cold_chromium(html: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder) / "letter.html", Path(folder) / "letter.pdf"
        page.write_text(html, encoding="utf-8")
        profile = f"--user-data-dir={folder}/profile"
        command = [*CHROMIUM, profile, f"--print-to-pdf={out}", "--no-pdf-header-footer", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        assert out.stat().st_size > 1000  # noqa: S101


@contextmanager
def warm_chromium() -> Iterator[Callable[[str], bytes]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM[2:])
        page = browser.new_page()

        def print_it(html: str) -> bytes:
            page.set_content(html)
            return page.pdf(prefer_css_page_size=True)

        yield print_it
        browser.close()


def paragraphs(feedback: Feedback) -> list[str]:
    return [each.text for each in feedback.statements]


def with_typst(feedback: Feedback) -> bytes:
    import typst

    body = "\n\n".join(each.replace("#", "\\#") for each in paragraphs(feedback))
    source = f'#set page(paper: "a4", margin: 25mm)\n#set text(size: 10.6pt)\n= {feedback.role}\n{body}\n'
    pdf: bytes = typst.compile(source.encode())
    return pdf


def with_reportlab(feedback: Feedback) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    out = io.BytesIO()
    story = [Paragraph(feedback.role, styles["Heading1"])]
    story += [Paragraph(each, styles["BodyText"]) for each in paragraphs(feedback)]
    SimpleDocTemplate(out).build(story)
    return out.getvalue()


def one() -> None:
    feedback = approved()
    html = styled(feedback)
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder)
        cached_letter(feedback, kept)
        calls: dict[str, Callable[[], object]] = {
            "ours, warm": lambda: letter.letter_pdf(feedback),
            "bare WeasyPrint, same HTML": lambda: bare_weasyprint(html),
            "ours, cached (second download)": lambda: cached_letter(feedback, kept),
        }
        if find_spec("typst"):
            calls["Typst, equivalent page"] = lambda: with_typst(feedback)
        if find_spec("reportlab"):
            calls["ReportLab, equivalent page"] = lambda: with_reportlab(feedback)
        for call in calls.values():
            call()
        taken = dict(zip(calls, medians(ROUNDS, *calls.values()), strict=True))
    if shutil.which("chromium"):
        taken["Chromium, cold"] = medians(5, lambda: cold_chromium(html))[0]
        if find_spec("playwright"):
            with warm_chromium() as print_it:
                print_it(html)
                taken["Chromium, warm"] = medians(ROUNDS, lambda: print_it(html))[0]
    else:
        print("Chromium is not installed and left out")
    ours = taken["ours, warm"]
    for name, milliseconds in taken.items():
        print(f"{name:32}{milliseconds:9.1f} ms   ours is {ours / milliseconds:5.2f} x that")
    print(f"size of the letter: {len(letter.letter_pdf(feedback)) / 1000:.0f} kB (to reach: 60)")


def _numbered(number: int) -> int:
    feedback = _GOLD[0].model_copy(update={"application": f"a{number}"})
    return len(letter.letter_pdf(feedback))


_GOLD: list[Feedback] = []


def _begin() -> None:
    _GOLD.append(approved())


def many() -> None:
    _begin()
    seconds = []
    for processes in (1, 2):
        begin = time.perf_counter()
        if processes == 1:
            for number in range(MANY):
                _numbered(number)
        else:
            with ProcessPoolExecutor(processes, initializer=_begin) as pool:
                list(pool.map(_numbered, range(MANY), chunksize=10))
        seconds.append(time.perf_counter() - begin)
        whose = resource.RUSAGE_SELF if processes == 1 else resource.RUSAGE_CHILDREN
        size = resource.getrusage(whose).ru_maxrss // 1024
        rate = MANY / seconds[-1]
        print(f"{MANY} letters, {processes} process(es): {seconds[-1]:.1f} s, {rate:.1f} a second, {size} MB")
    print(f"two are {seconds[0] / seconds[1]:.2f} x one (to reach: 1.8)")


if __name__ == "__main__":
    many() if "many" in sys.argv else one()
