"""Approval: who said yes to which version, who asked for changes, and what nobody can approve.

In: the store, a version and a person. Out: the version's state. Keeps R2, R6, R7, R9 and R15: what the review
finds wrong, with the names of everybody around the application, cannot be approved, and nothing is while
somebody waits for an answer (changes_asked.py).
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from recruiter_kit import clock
from recruiter_kit.clock import now
from recruiter_kit.composing.promises import over
from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.feedback import Feedback, Finding
from recruiter_kit.people import users
from recruiter_kit.review.review import errors
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, status, undoing, versions
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.versions import Version
from recruiter_kit.workflow.withdrawing import withdraw

MOST_JUDGED = 256
_JUDGED: dict[tuple[bytes, tuple[str, ...]], tuple[Finding, ...]] = {}


class Approval(NamedTuple):
    """What one person said on one version: approved, or changes_asked.

    `withdrawn` once a change took an approval away, or who asked for changes took that back. A request for
    changes is answered in a later version, `answered_in`, or with why not, which leaves it None.
    """

    id: int
    version: int
    by: str
    post: str
    at: datetime
    verdict: str
    note: str
    withdrawn: bool
    answer: str = ""
    answered_by: str | None = None
    answered_at: datetime | None = None
    answered_in: int | None = None

    @property
    def waits(self) -> bool:
        """Whether changes were asked for and nobody has answered."""
        return self.verdict == "changes_asked" and not self.withdrawn and self.answered_at is None


def approvals(db: Database, application_id: str) -> list[Approval]:
    """Return what people said on every version, oldest first."""
    rows = db.execute(
        "SELECT id, version, by, post, at, verdict, note, withdrawn, answer, answered_by, answered_at,"
        " answered_in FROM approvals WHERE application = ? ORDER BY id",
        (application_id,),
    )
    return [
        Approval(
            id, number, by, post, from_text(at), verdict, note, bool(withdrawn),
            answer, answered_by, from_text(answered_at) if answered_at else None, answered_in,
        )
        for id, number, by, post, at, verdict, note, withdrawn, answer, answered_by, answered_at, answered_in
        in rows
    ]  # fmt: skip


def approve(
    db: Database, application_id: str, version: int, by: str, note: str = "", seen: str | None = None
) -> str:
    """Approve the newest version and return its state: approved, or draft while a second person is asked for.

    `seen` tells which words of a version that is still worked on were read.

    The standard of the feedback says whether two people are needed (R15). Raises ConflictError when `version`
    is not the newest or its words have changed, StoreError when somebody who asked for changes has no answer,
    when a statement from a scorecard has no source (R2), when the words rest on another decision, when the
    application has changed since they were written, when they were told and found wrong, when the review
    finds an error that nobody dismissed (R2, R6), when the day to object by has passed, on hold, or when `by`
    has approved it already.
    """
    # Judged before others wait for the right to write; if_newest() sees to it that these words are approved.
    judged = versions.version(db, application_id, version)
    wrong = _errors(db, judged)
    with transaction(db):
        found = versions.if_newest(db, application_id, version, judged.seen if seen is None else seen)
        if found.seen != judged.seen:
            raise ConflictError.of("store_conflict", by=found.by, version=found.version)
        status.refuse_when_held(db, application_id)
        if found.state == "approved":
            return found.state
        _refuse_unfit(db, found, wrong)
        others = _approvers(db, found)
        if by in others:
            raise StoreError.of("store_second_person")
        _say(db, application_id, version, by, "approved", note)
        enough = len(others) + 1 >= _needed(found)
        state = "approved" if enough else "draft"
        set_state(db, application_id, version, state)
        undoing.forget(db, application_id)
        audit.record(db, by, Event.APPROVED, application_id, version=version, complete=enough)
    return state


def refuse_unfit(db: Database, version: Version) -> None:
    """Raise StoreError when nobody can approve the words as they are, and say why.

    What only a page offers is judged once for the same words; who approves has them judged again.
    """
    application = applications.application(db, version.application)
    people = applications.people(db, application.role)
    asked = (version.feedback.model_dump_json(), application.model_dump_json())
    key = (hashlib.sha256("".join(asked).encode()).digest(), people)
    if key not in _JUDGED:
        if len(_JUDGED) >= MOST_JUDGED:
            _JUDGED.clear()
        _JUDGED[key] = errors(version.feedback, people, application)
    _refuse_unfit(db, version, _JUDGED[key])


def refuse_wrong(db: Database, version: Version) -> None:
    """Raise StoreError when the review finds an error that nobody has dismissed."""
    _refuse_wrong(_errors(db, version))


def _errors(db: Database, version: Version) -> tuple[Finding, ...]:
    application = applications.application(db, version.application)
    return errors(version.feedback, applications.people(db, application.role), application)


def _refuse_wrong(wrong: Sequence[Finding]) -> None:
    if wrong:
        raise StoreError.of("store_errors", count=len(wrong), first=wrong[0].message)


def _refuse_unfit(db: Database, version: Version, wrong: Sequence[Finding]) -> None:
    refuse_when_changes_wait(db, version.application)
    if any(statement.lacks_source for statement in version.feedback.statements):
        raise StoreError.of("store_no_source")
    if versions.other_decision(db, version):
        raise StoreError.of("store_other_decision")
    if versions.outdated(db, version):
        raise StoreError.of("store_changed_since")
    if _found_wrong(db, version):
        raise StoreError.of("store_found_wrong")
    _refuse_wrong(wrong)
    refuse_when_over(version.feedback)


def refuse_when_changes_wait(db: Database, application_id: str) -> None:
    """Raise StoreError, with the name of who asked, while a request for changes has no answer."""
    for asked in approvals(db, application_id):
        if asked.waits:
            user = users.by_email(db, asked.by)
            raise StoreError.of("changes_unanswered", by=user.name if user else asked.by)


def refuse_when_over(feedback: Feedback) -> None:
    """Raise StoreError when the day by which the candidate may object lies in the past (R8)."""
    if day := over(feedback, clock.today(feedback.standard.time_zone)):
        raise StoreError.of("store_day_over", day=day.isoformat())


def approved_by(db: Database, version: Version, by: str) -> bool:
    """Whether this person has approved the version, and no change took it away."""
    return by in _approvers(db, version)


def approved_of(db: Database, by: str) -> frozenset[str]:
    """Return the applications of which this person has approved words that stand."""
    rows = db.execute(
        "SELECT application FROM approvals WHERE by = ? AND verdict = 'approved' AND withdrawn = 0", (by,)
    )
    return frozenset(id for (id,) in rows)


def was_approved(db: Database, application_id: str, number: int) -> bool:
    """Whether enough people have approved the version once, even if a change took that away since."""
    found = versions.version(db, application_id, number)
    people = {
        approval.by
        for approval in approvals(db, application_id)
        if approval.version == number and approval.verdict == "approved"
    }
    return len(people) >= _needed(found)


def ask_for_changes(
    db: Database, application_id: str, version: int, by: str, note: str, seen: str | None = None
) -> None:
    """Send the newest version back with a note; approvals and mail that has not left are taken away.

    Nobody approves it, or a later version, before the request is answered (changes_asked.py).

    Raises ConflictError when `version` is not the newest or its words are not `seen`, StoreError without
    a note and on hold.
    """
    with transaction(db):
        versions.if_newest(db, application_id, version, seen)
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
        set_state(db, application_id, version, "changes_asked")
        audit.record(db, by, Event.CHANGES_ASKED, application_id, version=version)


def _found_wrong(db: Database, found: Version) -> bool:
    """Whether the same words were told, and a fact in them was found wrong since."""
    row = db.execute(
        f"SELECT version FROM counted_tellings WHERE application = ?1 AND result IN ({status.KNOWS_SQL})"
        f" AND at <= {status.CORRECTION_DUE} ORDER BY id DESC LIMIT 1",
        (found.application,),
    ).fetchone()
    if row is None:
        return False
    told = versions.version(db, found.application, row[0])
    return [statement.text for statement in told.feedback.statements] == [
        statement.text for statement in found.feedback.statements
    ]


def _needed(found: Version) -> int:
    """Return how many people approve it (R15)."""
    return 2 if found.feedback.standard.second_approver else 1


def _approvers(db: Database, version: Version) -> set[str]:
    return {
        approval.by
        for approval in approvals(db, version.application)
        if approval.version == version.version and approval.verdict == "approved" and not approval.withdrawn
    }


def _say(db: Database, application_id: str, version: int, by: str, verdict: str, note: str) -> None:
    post = db.execute("SELECT post FROM users WHERE email = ?", (by,)).fetchone()
    db.execute(
        "INSERT INTO approvals (application, version, by, post, at, verdict, note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (application_id, version, by, post[0] if post else "", to_text(now()), verdict, note),
    )


def set_state(db: Database, application_id: str, version: int, state: str) -> None:
    """Keep the state of a version, and where the application stands with it."""
    db.execute(
        "UPDATE feedback SET state = ? WHERE application = ? AND version = ?",
        (state, application_id, version),
    )
    status.refresh(db, application_id)
