"""Feedback and its versions: drafts, who approved them, who asked for changes.

Saving makes the next version, which nobody has approved yet. Only the working version of a person who edits
just now is saved in place, as long as nobody has said a word on it.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from recruiter_kit import clock
from recruiter_kit.clock import now
from recruiter_kit.errors import ConflictError, NotFoundError, StoreError, UndecidedError
from recruiter_kit.feedback import Feedback
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, corrections, decisions, status, undoing
from recruiter_kit.workflow.claims import who_tells
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.withdrawing import withdraw


class Version(NamedTuple):
    """One version; `state` is draft, changes_asked or approved, and `feedback.state` agrees with it.

    A working version is saved in place by one page, its `editor`, which has saved `turn` times; `step` is
    the state that stands (undoing.py). Any other version has no editor.
    """

    application: str
    version: int
    feedback: Feedback
    state: str
    made_at: datetime
    by: str
    note: str
    editor: str = ""
    turn: int = 0
    step: int = 0

    @property
    def seen(self) -> str:
        """Return what tells these very words from those saved before or after under the same number."""
        return f"{self.editor}.{self.turn}"


class Editor(NamedTuple):
    """A page on which one person edits, and which of its savings this is: each has a higher turn."""

    id: str
    turn: int


QUIET = timedelta(minutes=10)
"""After this long without a change a working version is one of the history, and the next change another."""
_COLUMNS = "application, version, json, state, made_at, by, note, editor, turn, step"
_APPROVED_AT = """(SELECT max(at) FROM approvals WHERE approvals.application = feedback.application
    AND approvals.version = feedback.version AND verdict = 'approved' AND withdrawn = 0)"""
_READ = f"{_COLUMNS}, {_APPROVED_AT}"
_Row = tuple[str, int, str, str, str, str, str, str, int, int, str | None]


def save_draft(
    db: Database,
    feedback: Feedback,
    by: str,
    based_on_version: int,
    note: str = "",
    *,
    seen: str | None = None,
    editor: Editor | None = None,
) -> int:
    """Keep a draft as the next version, and return its number; the first is based on version 0.

    Where a letter was sent already, it says what it corrects (corrections.py). `seen` tells which words of
    the version before it is based on. What an editor saves again goes into its own working version, unless
    somebody has acted on that since.

    An approval of the version before, and its mail that has not left, are taken away. Raises ConflictError
    when another version was saved since, or another person tells the candidate just now, UndecidedError
    without the same decision on record (R1), StoreError while a mail is being sent, on hold (R23), once
    the candidate is told and nothing is to be told again, and for an editor whose words are outdated().
    """
    with transaction(db):
        id = feedback.application
        application = applications.application(db, id)
        if application.decision is None:
            raise UndecidedError.of("permitted_undecided")
        decisions.refuse_unknown_criteria(db, application.role, application.decision)
        before = latest(db, id)
        last = before.version if before else 0
        if last != based_on_version or (before and seen is not None and seen != before.seen):
            raise ConflictError.of("store_conflict", by=before.by if before else "", version=last)
        if application.decision != feedback.decision:
            raise StoreError.of("store_other_decision")
        refuse_new_words(db, id, by)
        if before and editor and outdated(db, before):
            raise StoreError.of("store_changed_since")
        fresh = {"state": "draft", "approved_on": None} | corrections.corrects(db, feedback)
        made = feedback.model_copy(update=fresh)
        if before and editor and _is_worked_on(db, before, by, editor):
            _keep_in_place(db, before, made, editor, before.step + 1)
            undoing.keep(db, id, last, before.step + 1, made)
            return last
        taken = withdraw(db, id)
        undoing.forget(db, id)
        page, turn = editor or ("", 0)
        db.execute(
            f"INSERT INTO feedback ({_COLUMNS}) VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?)",
            (id, last + 1, made.model_dump_json(), to_text(now()), by, note, page, turn, bool(editor)),
        )
        if editor and before:
            undoing.keep(db, id, last + 1, 0, before.feedback)
            undoing.keep(db, id, last + 1, 1, made)
        status.refresh(db, id)
        audit.record(db, by, Event.DRAFT_SAVED, id, version=last + 1, approval_withdrawn=taken)
    return last + 1


def keep_step(db: Database, feedback: Feedback, by: str, editor: Editor, step: int) -> None:
    """Let another state of a working version stand, judged again; raises as save_draft() does."""
    with transaction(db):
        found = newest(db, feedback.application)
        refuse_new_words(db, found.application, by)
        if not _is_worked_on(db, found, by, editor):
            raise ConflictError.of("store_conflict", by=found.by, version=found.version)
        _keep_in_place(db, found, feedback, editor, step)


def is_own(found: Version, by: str, editor: Editor) -> bool:
    """Whether this page saved the version last, before what it saves now.

    It need not have heard that it did: a server that dies may have saved without an answer.
    """
    return bool(found.editor) and (found.editor, found.by) == (editor.id, by) and found.turn < editor.turn


def _is_worked_on(db: Database, found: Version, by: str, editor: Editor) -> bool:
    """Whether an editor may change the version in place: its own fresh draft, and nobody has acted on it."""
    if not is_own(found, by, editor) or found.state != "draft" or now() - found.made_at > QUIET:
        return False
    acted = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE application = ?1 AND version = ?2"
        for table in ("approvals", "tellings", "outbox")
    )
    return db.execute(acted, (found.application, found.version)).fetchone() is None


def _keep_in_place(db: Database, found: Version, feedback: Feedback, editor: Editor, step: int) -> None:
    db.execute(
        "UPDATE feedback SET json = ?, made_at = ?, turn = ?, step = ? WHERE application = ? AND version = ?",
        (
            feedback.model_dump_json(),
            to_text(now()),
            editor.turn,
            step,
            found.application,
            found.version,
        ),
    )


def refuse_new_words(db: Database, application_id: str, by: str) -> None:
    """Raise as save_draft() does when the words may not change now, whatever they are."""
    status.refuse_when_held(db, application_id)
    if (teller := who_tells(db, application_id)) not in (None, by):
        raise ConflictError.of("store_claimed", by=teller)
    standing = status.of(db, application_id)
    if standing is Status.MAIL_SENDING:
        raise StoreError.of("store_mail_under_way")
    if standing in (Status.TOLD, Status.DISPUTED):
        raise StoreError.of("store_words_stand")


def latest(db: Database, application_id: str) -> Version | None:
    """Return the newest version, None before the first draft."""
    row = _latest_row(db, application_id)
    return _version(row) if row else None


def newest(db: Database, application_id: str) -> Version:
    """Return the newest version; raises NotFoundError before the first draft."""
    found = latest(db, application_id)
    if found is None:
        raise NotFoundError.of("store_no_version", version=1)
    return found


def version(db: Database, application_id: str, number: int) -> Version:
    """Return one version; raises NotFoundError."""
    row = db.execute(
        f"SELECT {_READ} FROM feedback WHERE application = ? AND version = ?",
        (application_id, number),
    ).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_version", version=number)
    return _version(row)


def history(db: Database, application_id: str) -> list[Version]:
    """Return every version, newest first."""
    rows = db.execute(
        f"SELECT {_READ} FROM feedback WHERE application = ? ORDER BY version DESC",
        (application_id,),
    )
    return [_version(row) for row in rows]


def other_decision(db: Database, version: Version) -> bool:
    """Whether the words tell another decision than the one on record."""
    return applications.application(db, version.application).decision != version.feedback.decision


def outdated(db: Database, version: Version) -> bool:
    """Whether the application, or the criteria of its role, changed after these words were written."""
    (changed_at,) = db.execute(
        "SELECT changed_at FROM applications WHERE id = ?", (version.application,)
    ).fetchone()
    return from_text(changed_at) > version.made_at


def if_newest(db: Database, application_id: str, number: int, seen: str | None = None) -> Version:
    """Return the newest version; raises ConflictError when its number, or its words, are others than seen."""
    found = newest(db, application_id)
    if found.version != number or (seen is not None and seen != found.seen):
        raise ConflictError.of("store_conflict", by=found.by, version=found.version)
    return found


def _latest_row(db: Database, application_id: str) -> _Row | None:
    row: _Row | None = db.execute(
        f"SELECT {_READ} FROM feedback WHERE application = ? ORDER BY version DESC LIMIT 1",
        (application_id,),
    ).fetchone()
    return row


def _version(row: _Row) -> Version:
    id, number, written, state, made_at, by, note, editor, turn, step, approved_at = row
    feedback = Feedback.model_validate_json(written)
    approved = state == "approved"
    zone = feedback.standard.time_zone
    day = clock.day_of(from_text(approved_at), zone) if approved and approved_at else None
    told = {"state": "approved" if approved else "draft", "approved_on": day}
    feedback = feedback.model_copy(update=told)
    return Version(id, number, feedback, state, from_text(made_at), by, note, editor, turn, step)
