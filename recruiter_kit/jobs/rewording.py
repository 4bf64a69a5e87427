"""Drafts worded better in the app, one or forty, by a thread that outlives the request.

In: applications and who asked. Out: how far it is, and what came of each. Each draft is saved by itself, as
the next version and only while nobody else has saved one: what is done stays when the process stops, and
nothing is half-saved. What the thread knows is in memory and forgotten after a day.
"""

import logging
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from threading import Lock, Thread
from typing import Literal

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, RecruiterKitError, StoreError
from recruiter_kit.installation import Installation
from recruiter_kit.jobs.wording import better, the_model
from recruiter_kit.messages import say
from recruiter_kit.standard import Standard
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import answering, applications, versions
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.proposing import Account

LOG = logging.getLogger(__name__)
KEPT_FOR = timedelta(days=1)
Told = Callable[[int, int], None]
Came = Literal["worded", "noted", "failed"]


@dataclass(frozen=True)
class Result:
    """What came of one application: `said` is for the person who asked."""

    application: str
    candidate: str
    came: Came
    said: str


@dataclass(frozen=True)
class Progress:
    """How far it is: `done` of `total` applications; one alone counts its questions."""

    by: str
    total: int
    done: int = 0
    results: tuple[Result, ...] = ()
    over: bool = False
    began: datetime = field(default_factory=now)


@dataclass
class _Job:
    progress: Progress
    thread: Thread | None = None


_jobs: dict[str, _Job] = {}
_guard = Lock()


@dataclass(frozen=True)
class Order:
    """What is to be worded: whole letters, or with `only` some statements; approved with `again` only."""

    applications: tuple[str, ...]
    by: str
    standard: Standard
    today: date
    only: Collection[str] | None = None
    again: bool = False


def begin(installation: Installation, order: Order) -> str:
    """Begin, and return the name of the work; raises DataFileError where no model is set."""
    client = Client(the_model(installation))
    name = secrets.token_urlsafe(12)
    job = _Job(Progress(order.by, max(1, len(order.applications))))
    with _guard:
        for old in [key for key, each in _jobs.items() if each.progress.began < now() - KEPT_FOR]:
            del _jobs[old]
        _jobs[name] = job
    job.thread = Thread(target=_run, args=(job, installation, order, client), name="wording", daemon=True)
    job.thread.start()
    return name


def look(name: str, by: str, wait: float = 0) -> Progress:
    """Return how far it is after at most `wait` seconds; raises NotFoundError for another person's work."""
    with _guard:
        job = _jobs.get(name)
    if job is None or job.progress.by != by:
        raise NotFoundError.of("rewording_gone")
    if job.thread is not None:
        job.thread.join(wait)
    return job.progress


def _run(job: _Job, installation: Installation, order: Order, client: Client) -> None:
    alone = len(order.applications) == 1

    def said(done: int, total: int) -> None:
        if alone:
            job.progress = replace(job.progress, done=done, total=total)

    try:
        db = open_store(installation.database)
        try:
            for place, application in enumerate(order.applications, start=1):
                result = _one(db, application, order, client, said)
                results = (*job.progress.results, result)
                done = job.progress.total if alone else place
                job.progress = replace(job.progress, done=done, results=results)
        finally:
            db.conn.close()
    except Exception as error:  # the person who waits is shown that it stopped, whatever it was
        LOG.warning("wording: stopped: %s", type(error).__name__)
        why = say("unexpected", kind=type(error).__name__)
        job.progress = replace(job.progress, results=(*job.progress.results, Result("", "", "failed", why)))
    finally:
        job.progress = replace(job.progress, over=True)


def _one(db: Database, id: str, order: Order, client: Client, said: Told) -> Result:
    name = id
    try:
        application = applications.application(db, id)
        name = application.candidate.full_name
        account = _worded(db, id, order, client, said)
    except RecruiterKitError as error:
        return Result(id, name, "failed", str(error))
    came: Came = "worded" if account.proved or account.offered or account.steps else "noted"
    return Result(id, name, came, said_of(account))


def _worded(db: Database, id: str, order: Order, client: Client, said: Told) -> Account:
    versions.refuse_new_words(db, id, order.by)
    before = versions.latest(db, id)
    if before and before.state == "approved" and not order.again:
        raise StoreError.of("rewording_approved")
    if before and (versions.other_decision(db, before) or versions.outdated(db, before)):
        raise StoreError.of("store_changed_since")
    application = applications.application(db, id)
    people = applications.people(db, application.role)
    draft = before.feedback if before else answering.drafted(db, id, order.standard, order.today)
    new, account = better(draft, application, people, client, only=order.only, progress=said)
    if account.asked:
        audit.record(db, order.by, Event.MODEL_ASKED, id, model=account.model, elsewhere=account.elsewhere)
    if before is None or new != draft:
        note = say("rewording_note", model=account.model, said=said_of(account))
        versions.save_draft(db, new, order.by, before.version if before else 0, note)
    return account


def said_of(account: Account) -> str:
    """Return what came of asking, in a sentence."""
    if account.gave_up:
        return say("rewording_gave_up", why=account.gave_up)
    if not account.asked:
        return say("rewording_nothing")
    counts = {"proved": account.proved, "offered": account.offered, "noted": len(account.as_noted)}
    return say("rewording_done", **counts)
