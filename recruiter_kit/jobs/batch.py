"""Work over many applications: every document of each, on all cores, never half-written.

In: a bundle, a standard and a folder. Out: one folder an application, and the report. One bad
application never stops the others; memory of the parent stays flat because nothing but a line of
the report comes back from a worker.
"""

import json
import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from recruiter_kit import clock
from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.feedback import Feedback
from recruiter_kit.files.whole import folder_name, make_folder, sweep, write_whole
from recruiter_kit.jobs.report import Failed, Made, Report, asked_in
from recruiter_kit.jobs.same_people import possibly_same
from recruiter_kit.jobs.wording import better
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Bundle, Notice, Record, Role
from recruiter_kit.review.candour import out_of_bounds
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Standard
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.proposing import Account
from recruiter_kit.writing.settings import Model

Format = Literal["letter", "script", "email", "json"]
FORMATS: tuple[Format, ...] = ("letter", "script", "email", "json")
WORTH_A_POOL = 8
AT_ONCE_PER_WORKER = 4


def choose(bundle: Bundle, only: str | None) -> tuple[Application, ...]:
    """Return the applications whose id or candidate's name contains `only`, or all without it."""
    if only is None:
        return bundle.applications
    wanted = only.casefold()
    return tuple(
        application
        for application in bundle.applications
        if wanted in application.id.casefold() or wanted in application.candidate.full_name.casefold()
    )


def make_feedback(
    bundle: Bundle,
    chosen: Sequence[Application],
    out: Path,
    *,
    standard: Standard,
    formats: Sequence[Format] = FORMATS,
    answers: Mapping[str, str] | None = None,
    workers: int | None = None,
    model: Model | None = None,
) -> Iterator[Made | Failed]:
    """Write the documents of the `chosen` applications under `out`, yielding each when done, in order.

    `answers` holds what the recruiter answered, by the id of the question; `workers` is the number of
    processes, all cores by default. With a `model`, drafts are worded by it where that is proved; then there
    are no more processes than requests that it takes at once. A bad application is yielded as Failed. Raises
    InputError when the folder `out` cannot be made.
    """
    make_folder(out)
    work = _Work(
        roles=bundle.roles,
        people=bundle.people(),
        out=out,
        standard=standard,
        formats=tuple(formats),
        drafted_on=clock.today(standard.time_zone),
        answers=answers or {},
        model=model,
    )
    processes = min(workers or os.cpu_count() or 1, len(chosen), model.at_once if model else len(chosen))
    if processes < 2 or len(chosen) < WORTH_A_POOL:
        _begin(work)
        for application in chosen:
            yield _make_here(application)
        return
    yield from _in_processes(work, chosen, processes)


def write_report(bundle: Bundle, results: Sequence[Made | Failed], out: Path) -> Report:
    """Write `out`/report.json and return it."""
    refused = [
        Failed(application=notice.application or "", why=_where_and_why(notice))
        for notice in bundle.notices
        if notice.kind == "error"
    ]
    report = Report(
        made=tuple(result for result in results if isinstance(result, Made)),
        failed=(*refused, *(result for result in results if isinstance(result, Failed))),
        notices=bundle.notices,
        possibly_same=possibly_same(bundle),
    )
    make_folder(out)
    write_whole(out / "report.json", _json(report))
    return report


class _Work(Record):
    """What every worker is handed once."""

    roles: tuple[Role, ...]
    people: tuple[str, ...]
    out: Path
    standard: Standard
    formats: tuple[Format, ...]
    drafted_on: date
    answers: Mapping[str, str]
    model: Model | None = None


_work_of_this_process: list[_Work] = []
_client_of_this_process: list[Client] = []


def _in_processes(work: _Work, chosen: Sequence[Application], processes: int) -> Iterator[Made | Failed]:
    """Yield results in order; a process killed by the machine costs the application it died of, no other."""
    left = list(chosen)
    while left:
        done = 0
        with _pool(work, processes) as pool:
            for result in _pooled(pool, left, processes * AT_ONCE_PER_WORKER):
                done += 1
                yield result
        left = left[done:]
        if left:
            yield _alone(work, left.pop(0))


def _pooled(
    pool: ProcessPoolExecutor, chosen: Sequence[Application], at_once: int
) -> Iterator[Made | Failed]:
    """Yield results until the pool breaks, with a few applications under way and no more."""
    waiting = iter(chosen)
    under_way = deque(pool.submit(_make_here, application) for application in islice(waiting, at_once))
    while under_way:
        try:
            yield under_way.popleft().result()
            under_way.extend(pool.submit(_make_here, application) for application in islice(waiting, 1))
        except BrokenProcessPool:
            return


def _alone(work: _Work, application: Application) -> Made | Failed:
    """Try an application again in a process of its own, to learn whether it was the one."""
    with _pool(work, 1) as pool:
        try:
            return pool.submit(_make_here, application).result()
        except BrokenProcessPool:
            return Failed(application=application.id, why=say("worker_died"))


def _pool(work: _Work, processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(work,)
    )


def _begin(work: _Work) -> None:
    _work_of_this_process[:] = [work]
    _client_of_this_process[:] = [Client(work.model)] if work.model else []


def _make_here(application: Application) -> Made | Failed:
    return _make(_work_of_this_process[0], application)


def _make(work: _Work, application: Application) -> Made | Failed:
    try:
        role = next((role for role in work.roles if role.id == application.role), None)
        if role is None:
            expected = ", ".join(role.id for role in work.roles)
            return Failed(
                application=application.id, why=say("unknown_role", role=application.role, expected=expected)
            )
        feedback = compose(
            application,
            role,
            work.standard,
            people=work.people,
            drafted_on=work.drafted_on,
            answers=work.answers,
        )
        account = None
        for client in _client_of_this_process:
            feedback, account = better(feedback, application, work.people, client)
        contents, waits = _contents(feedback, work.formats)
    except RecruiterKitError as error:
        return Failed(application=application.id, why=str(error))
    except Exception as error:  # one broken application must not stop forty others
        return Failed(application=application.id, why=say("unexpected", kind=type(error).__name__))
    return _written(work.out, feedback, contents, waits, account)


def _contents(feedback: Feedback, formats: Sequence[Format]) -> tuple[dict[str, bytes], str | None]:
    """Make every document in memory first: a failure leaves no file behind.

    Returns them by name, and why the letter waits: a name that no font draws keeps nothing else waiting.
    """
    from recruiter_kit.documents import call_sheet, email, glyphs, letter

    found: dict[str, bytes] = {}
    attach = feedback.standard.attach_letter and "email" in formats
    waits = None
    if "letter" in formats or attach:
        try:
            found["letter.pdf"] = letter.letter_pdf(feedback)
        except glyphs.UndrawnError as error:
            waits = str(error)
    if "script" in formats:
        found["call-script.pdf"] = call_sheet.call_script_pdf(feedback)
        found["call-script.md"] = call_sheet.call_script_markdown(feedback).encode()
        found["call-script.txt"] = call_sheet.call_script_text(feedback).encode()
    if "email" in formats:
        letter_made = found.get("letter.pdf")
        message = email.email_message(feedback, attach_pdf=attach and not waits, letter=letter_made)
        found["email.eml"] = message.as_bytes()
    if "json" in formats:
        found["feedback.json"] = _json(feedback)
    if "letter" not in formats:
        found.pop("letter.pdf", None)
    return found, waits


def _written(
    out: Path, feedback: Feedback, contents: dict[str, bytes], waits: str | None, account: Account | None
) -> Made | Failed:
    folder = out / folder_name(feedback.application)
    try:
        folder.mkdir(exist_ok=True)
        sweep(folder)
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
        candour=feedback.candour,
        out_of_bounds=out_of_bounds(feedback.candour) if feedback.candour else (),
        questions=asked_in(feedback),
        letter_waits=waits,
        model=account,
    )


def _where_and_why(notice: Notice) -> str:
    return ": ".join(part for part in (notice.file, notice.place, notice.message) if part)


def _json(record: Record) -> bytes:
    return (json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode()
