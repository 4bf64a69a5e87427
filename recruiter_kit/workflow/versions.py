"""Feedback and its versions: drafts, who approved them, who asked for changes.

A version is never changed. Saving makes the next one, which nobody has approved yet.
"""

from datetime import datetime
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.composing.promises import over
from recruiter_kit.composing.revising import LASTING, reason_untold, unseen_but_told
from recruiter_kit.errors import ConflictError, NotFoundError, StoreError, UndecidedError
from recruiter_kit.feedback import Feedback, Finding
from recruiter_kit.review.statements import check_feedback
from recruiter_kit.review.suppressions import suppression_of
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.workflow import applications, status
from recruiter_kit.workflow.claims import who_tells
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.withdrawing import withdraw


class Version(NamedTuple):
    """One version; `state` is draft, changes_asked or approved, and `feedback.state` agrees with it."""

    application: str
    version: int
    feedback: Feedback
    state: str
    made_at: datetime
    by: str
    note: str


class Approval(NamedTuple):
    """What one person said on one version; `withdrawn` once a change took it away."""

    version: int
    by: str
    post: str
    at: datetime
    verdict: str
    note: str
    withdrawn: bool


_COLUMNS = "application, version, json, state, made_at, by, note"


def save_draft(db: Database, feedback: Feedback, by: str, based_on_version: int, note: str = "") -> int:
    """Keep a draft as the next version, and return its number; the first is based on version 0.

    An approval of the version before, and its mail that has not left, are taken away. Raises ConflictError
    when another version was saved since, or another person tells the candidate just now, UndecidedError
    without the same decision on record (R1), StoreError while a mail is being sent, on hold (R23), and once
    the candidate is told and nothing is to be told again.
    """
    with transaction(db):
        id = feedback.application
        application = applications.application(db, id)
        if application.decision is None:
            raise UndecidedError.of("undecided", application=id)
        applications.refuse_unknown_criteria(db, application.role, application.decision)
        before = _latest_row(db, id)
        last = before[1] if before else 0
        if last != based_on_version:
            raise ConflictError.of("store_conflict", by=before[5] if before else "", version=last)
        if application.decision != feedback.decision:
            raise StoreError.of("store_other_decision")
        refuse_new_words(db, id, by)
        taken = withdraw(db, id)
        written = feedback.model_copy(update={"state": "draft"}).model_dump_json()
        db.execute(
            f"INSERT INTO feedback ({_COLUMNS}) VALUES (?, ?, ?, 'draft', ?, ?, ?)",
            (id, last + 1, written, to_text(now()), by, note),
        )
        status.refresh(db, id)
        audit.record(db, by, "draft saved", id, version=last + 1, approval_withdrawn=taken)
    return last + 1


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
        f"SELECT {_COLUMNS} FROM feedback WHERE application = ? AND version = ?",
        (application_id, number),
    ).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_version", version=number)
    return _version(row)


def history(db: Database, application_id: str) -> list[Version]:
    """Return every version, newest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM feedback WHERE application = ? ORDER BY version DESC",
        (application_id,),
    )
    return [_version(each) for each in rows]


def approvals(db: Database, application_id: str) -> list[Approval]:
    """Return what people said on every version, oldest first."""
    rows = db.execute(
        "SELECT version, by, post, at, verdict, note, withdrawn FROM approvals"
        " WHERE application = ? ORDER BY id",
        (application_id,),
    )
    return [
        Approval(number, by, post, from_text(at), verdict, note, bool(withdrawn))
        for number, by, post, at, verdict, note, withdrawn in rows
    ]


def approve(db: Database, application_id: str, version: int, by: str, note: str = "") -> str:
    """Approve the newest version and return its state: approved, or draft while a second person is asked for.

    The standard of the feedback says whether two people are needed (R15). Raises ConflictError when `version`
    is not the newest, StoreError when a statement from a scorecard has no source (R2), when the words rest on
    another decision, when the application has changed since they were written, when they were told and found
    wrong, when a check still finds an error that nobody suppressed (R6), when the day to object by is over,
    on hold, or when `by` has approved it already.
    """
    with transaction(db):
        found = _if_newest(db, application_id, version)
        status.refuse_when_held(db, application_id)
        if found.state == "approved":
            return found.state
        refuse_unfit(db, found)
        others = _approvers(db, found)
        if by in others:
            raise StoreError.of("store_second_person")
        _say(db, application_id, version, by, "approved", note)
        enough = len(others) + 1 >= _needed(found)
        state = "approved" if enough else "draft"
        _set_state(db, application_id, version, state)
        audit.record(db, by, "approved", application_id, version=version, complete=enough)
    return state


def refuse_unfit(db: Database, version: Version) -> None:
    """Raise StoreError when nobody can approve the words as they are, and say why."""
    if any(each.lacks_source for each in version.feedback.statements):
        raise StoreError.of("store_no_source")
    if other_decision(db, version):
        raise StoreError.of("store_other_decision")
    if outdated(db, version):
        raise StoreError.of("store_changed_since")
    if _found_wrong(db, version):
        raise StoreError.of("store_found_wrong")
    if errors := _errors(version.feedback):
        raise StoreError.of("store_errors", count=len(errors), first=errors[0].message)
    refuse_when_over(version.feedback)


def _found_wrong(db: Database, found: Version) -> bool:
    """Whether the same words were told, and a fact in them was found wrong since."""
    row = db.execute(
        f"SELECT version FROM tellings WHERE application = ?1 AND result IN ({status.KNOWS_SQL})"
        f" AND at <= {status.CORRECTION_DUE} ORDER BY id DESC LIMIT 1",
        (found.application,),
    ).fetchone()
    if row is None:
        return False
    told = version(db, found.application, row[0])
    return [each.text for each in told.feedback.statements] == [
        each.text for each in found.feedback.statements
    ]


def refuse_when_over(feedback: Feedback) -> None:
    """Raise StoreError when the day by which the candidate may object lies in the past (R8)."""
    if day := over(feedback, now().date()):
        raise StoreError.of("store_day_over", day=day.isoformat())


def approved_by(db: Database, version: Version, by: str) -> bool:
    """Whether this person has approved the version, and no change took it away."""
    return by in _approvers(db, version)


def was_approved(db: Database, application_id: str, number: int) -> bool:
    """Whether enough people have approved the version once, even if a change took that away since."""
    found = version(db, application_id, number)
    people = {
        each.by
        for each in approvals(db, application_id)
        if each.version == number and each.verdict == "approved"
    }
    return len(people) >= _needed(found)


def _needed(found: Version) -> int:
    """Return how many people approve it (R15)."""
    return 2 if found.feedback.standard.second_approver else 1


def _approvers(db: Database, version: Version) -> set[str]:
    return {
        each.by
        for each in approvals(db, version.application)
        if each.version == version.version and each.verdict == "approved" and not each.withdrawn
    }


def ask_for_changes(db: Database, application_id: str, version: int, by: str, note: str) -> None:
    """Send the newest version back with a note; approvals and mail that has not left are taken away.

    Raises ConflictError when `version` is not the newest, StoreError without a note and on hold.
    """
    with transaction(db):
        _if_newest(db, application_id, version)
        status.refuse_when_held(db, application_id)
        if not note.strip():
            raise StoreError.of("store_changes_note")
        standing = status.of(db, application_id)
        if standing is Status.TOLD:
            raise StoreError.of("store_told")
        if standing is Status.MAIL_SENDING:
            raise StoreError.of("store_mail_under_way")
        withdraw(db, application_id)
        _say(db, application_id, version, by, "changes_asked", note)
        _set_state(db, application_id, version, "changes_asked")
        audit.record(db, by, "changes asked", application_id, version=version)


def other_decision(db: Database, version: Version) -> bool:
    """Whether the words tell another decision than the one on record."""
    return applications.application(db, version.application).decision != version.feedback.decision


def outdated(db: Database, version: Version) -> bool:
    """Whether the application, or the criteria of its role, changed after these words were written."""
    (changed_at,) = db.execute(
        "SELECT changed_at FROM applications WHERE id = ?", (version.application,)
    ).fetchone()
    return from_text(changed_at) > version.made_at


def _errors(feedback: Feedback) -> list[Finding]:
    """Return what stands in the way: found now, or kept because only composing can find it."""
    found = (
        *unseen_but_told(feedback),
        *reason_untold(feedback),
        *check_feedback(feedback),
        *(each for each in feedback.findings if each.rule in LASTING),
    )
    return [each for each in found if each.severity == "error" and suppression_of(feedback, each) is None]


def _if_newest(db: Database, application_id: str, number: int) -> Version:
    found = newest(db, application_id)
    if found.version != number:
        raise ConflictError.of("store_conflict", by=found.by, version=found.version)
    return found


def _say(db: Database, application_id: str, version: int, by: str, verdict: str, note: str) -> None:
    post = db.execute("SELECT post FROM users WHERE email = ?", (by,)).fetchone()
    db.execute(
        "INSERT INTO approvals (application, version, by, post, at, verdict, note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (application_id, version, by, post[0] if post else "", to_text(now()), verdict, note),
    )


def _set_state(db: Database, application_id: str, version: int, state: str) -> None:
    db.execute(
        "UPDATE feedback SET state = ? WHERE application = ? AND version = ?",
        (state, application_id, version),
    )
    status.refresh(db, application_id)


def _latest_row(db: Database, application_id: str) -> tuple[str, int, str, str, str, str, str] | None:
    row: tuple[str, int, str, str, str, str, str] | None = db.execute(
        f"SELECT {_COLUMNS} FROM feedback WHERE application = ? ORDER BY version DESC LIMIT 1",
        (application_id,),
    ).fetchone()
    return row


def _version(row: tuple[str, int, str, str, str, str, str]) -> Version:
    id, number, written, state, made_at, by, note = row
    told = "approved" if state == "approved" else "draft"
    feedback = Feedback.model_validate_json(written).model_copy(update={"state": told})
    return Version(id, number, feedback, state, from_text(made_at), by, note)
