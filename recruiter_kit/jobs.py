"""Work over many applications: every document of each, on all cores, never half-written.

In: a bundle, a standard and a folder. Out: one folder an application, and the report. One bad
application never stops the others; memory of the parent stays flat because nothing but a line of
the report comes back from a worker.
"""

import json
import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from recruiter_kit.composing.draft import compose
from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.feedback import Feedback
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Bundle, Notice, Record, Role
from recruiter_kit.standard import Standard

Format = Literal["letter", "script", "email", "json"]
FORMATS: tuple[Format, ...] = ("letter", "script", "email", "json")
SAFE_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
WORTH_A_POOL = 8
AT_ONCE_PER_WORKER = 4
PART = ".part"


class Made(Record):
    """One application whose documents were written."""

    application: str
    role: str
    reason: str
    folder: str
    files: tuple[str, ...]
    gaps: tuple[str, ...]
    strengths: tuple[str, ...]
    withheld: int
    left_to_recruiter: int
    findings: int


class Failed(Record):
    """One application that could not be worked on, with the reason."""

    application: str
    why: str


class Report(Record):
    """What was made, what was not and why, and what the readers left out."""

    format: Literal["recruiter-kit-report/1"] = "recruiter-kit-report/1"
    made: tuple[Made, ...]
    failed: tuple[Failed, ...]
    notices: tuple[Notice, ...]


def make_feedback(
    bundle: Bundle,
    out: Path,
    *,
    standard: Standard,
    only: str | None = None,
    formats: Sequence[Format] = FORMATS,
    workers: int | None = None,
) -> Iterator[Made | Failed]:
    """Write the documents of every application under `out`, yielding each as it is done, in order.

    `only` keeps the applications whose id or candidate's name contains that text; `workers` is
    the number of processes, all cores unless told. Bad applications are yielded as Failed.
    """
    chosen = [each for each in bundle.applications if only is None or _matches(each, only)]
    out.mkdir(parents=True, exist_ok=True)
    work = _Work(
        roles=bundle.roles, people=bundle.people(), out=out, standard=standard, formats=tuple(formats)
    )
    processes = min(workers or os.cpu_count() or 1, len(chosen))
    if processes < 2 or len(chosen) < WORTH_A_POOL:
        for application in chosen:
            yield _make(work, application)
        return
    yield from _in_processes(work, chosen, processes)


def write_report(bundle: Bundle, results: Sequence[Made | Failed], out: Path) -> Report:
    """Write `out`/report.json and return it."""
    refused = [
        Failed(application=notice.application or notice.place, why=notice.message)
        for notice in bundle.notices
        if notice.kind == "error"
    ]
    report = Report(
        made=tuple(each for each in results if isinstance(each, Made)),
        failed=(*refused, *(each for each in results if isinstance(each, Failed))),
        notices=bundle.notices,
    )
    out.mkdir(parents=True, exist_ok=True)
    write_whole(out / "report.json", _json(report))
    return report


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never half of one."""
    part = path.with_name(f".{path.name}{PART}")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class _Work(Record):
    """What every worker is handed once."""

    roles: tuple[Role, ...]
    people: tuple[str, ...]
    out: Path
    standard: Standard
    formats: tuple[Format, ...]


_work_of_this_process: list[_Work] = []


def _in_processes(work: _Work, chosen: Sequence[Application], processes: int) -> Iterator[Made | Failed]:
    """Keep a few applications per worker under way, so that neither side waits nor piles up."""
    waiting = iter(chosen)
    with ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(work,)
    ) as pool:
        under_way = [
            (each, pool.submit(_make_here, each)) for each in islice(waiting, processes * AT_ONCE_PER_WORKER)
        ]
        while under_way:
            application, future = under_way.pop(0)
            try:
                yield future.result()
            except BrokenProcessPool:
                yield Failed(application=application.id, why=say("worker_died"))
                continue
            under_way += [(each, pool.submit(_make_here, each)) for each in islice(waiting, 1)]


def _begin(work: _Work) -> None:
    _work_of_this_process[:] = [work]


def _make_here(application: Application) -> Made | Failed:
    return _make(_work_of_this_process[0], application)


def _make(work: _Work, application: Application) -> Made | Failed:
    try:
        role = next((each for each in work.roles if each.id == application.role), None)
        if role is None:
            expected = ", ".join(each.id for each in work.roles)
            return Failed(
                application=application.id, why=say("unknown_role", role=application.role, expected=expected)
            )
        feedback = compose(application, role, work.standard, people=work.people)
        contents = _contents(feedback, work.formats)
    except RecruiterKitError as error:
        return Failed(application=application.id, why=str(error))
    except Exception as error:  # one broken application must not stop forty others
        return Failed(application=application.id, why=say("unexpected", kind=type(error).__name__))
    return _written(work.out, feedback, contents)


def _contents(feedback: Feedback, formats: Sequence[Format]) -> dict[str, bytes]:
    """Make every document in memory first: a failure leaves no file behind."""
    from recruiter_kit.documents import call_sheet, email, letter

    found: dict[str, bytes] = {}
    if "letter" in formats:
        found["letter.pdf"] = letter.letter_pdf(feedback)
    if "script" in formats:
        found["call-script.pdf"] = call_sheet.call_script_pdf(feedback)
        found["call-script.md"] = call_sheet.call_script_markdown(feedback).encode()
    if "email" in formats:
        message = email.email_message(feedback, attach_pdf=True, letter=found.get("letter.pdf"))
        found["email.eml"] = message.as_bytes()
    if "json" in formats:
        found["feedback.json"] = _json(feedback)
    return found


def _written(out: Path, feedback: Feedback, contents: dict[str, bytes]) -> Made | Failed:
    folder = out / folder_name(feedback.application)
    try:
        folder.mkdir(exist_ok=True)
        for leftover in folder.glob(f".*{PART}"):
            leftover.unlink()
        for name, content in contents.items():
            write_whole(folder / name, content)
    except OSError as error:
        return Failed(
            application=feedback.application, why=say("not_written", reason=error.strerror or error)
        )
    return Made(
        application=feedback.application,
        role=feedback.role,
        reason=feedback.decision.reason.value,
        folder=folder.name,
        files=tuple(contents),
        gaps=feedback.gaps(),
        strengths=feedback.strengths(),
        withheld=len(feedback.withheld),
        left_to_recruiter=len(feedback.left_to_recruiter),
        findings=len(feedback.findings),
    )


def folder_name(application: str) -> str:
    """Return a safe name for an application's folder; an id that is none is replaced by its hash."""
    if SAFE_FOLDER.fullmatch(application):
        return application
    return f"application-{sha256(application.encode()).hexdigest()[:16]}"


def _matches(application: Application, text: str) -> bool:
    wanted = text.casefold()
    return wanted in application.id.casefold() or wanted in application.candidate.full_name.casefold()


def _json(record: Record) -> bytes:
    return (json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode()
