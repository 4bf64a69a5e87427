"""Where an application stands: what has been done, and since when it waits.

Worked out from the tables after every change and kept beside the application, so that the queue is one
indexed read. This is the only place that decides it.
"""

import json
from enum import StrEnum
from typing import NamedTuple

from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import Database, transaction


class Status(StrEnum):
    """How far an application has come. Only TOLD leaves the queue."""

    UNDECIDED = "undecided"
    DECIDED = "decided"
    DRAFT = "draft"
    CHANGES_ASKED = "changes_asked"
    SECOND_APPROVAL = "second_approval"
    APPROVED = "approved"
    MAIL_WAITING = "mail_waiting"
    MAIL_SENDING = "mail_sending"
    MAIL_FAILED = "mail_failed"
    HELD = "held"
    ASKED = "asked"
    DISPUTED = "disputed"
    WRITING = "writing"
    CORRECTED = "corrected"
    TOLD = "told"


# Results of a telling after which the candidate knows the decision.
KNOWS = ("reached", "in_writing", "declined", "disputed", "alleged_discrimination", "sent", "posted")
SPOKEN = ("reached", "in_writing", "disputed", "alleged_discrimination")
"""Results of a call after which the call has promised that it comes in writing, too."""
SPOKEN_SQL = ", ".join(f"'{result}'" for result in SPOKEN)
KNOWS_SQL = ", ".join(f"'{result}'" for result in KNOWS)
WRITING_DUE = f"""EXISTS (SELECT 1 FROM counted_tellings t WHERE application = ?1 AND result IN ({SPOKEN_SQL})
    AND NOT EXISTS (SELECT 1 FROM counted_tellings WHERE application = ?1 AND id > t.id
        AND result IN ({KNOWS_SQL}) AND result NOT IN ({SPOKEN_SQL})))"""
SPOKEN_AT = f"(SELECT max(at) FROM counted_tellings WHERE application = ?1 AND result IN ({SPOKEN_SQL}))"
CORRECTION_DUE = f"""(SELECT max(answered_at) FROM disputes WHERE application = ?1 AND verdict = 'corrected'
    AND answered_at > (SELECT max(at) FROM counted_tellings
        WHERE application = ?1 AND result IN ({KNOWS_SQL})))"""
_OF_MAIL = {
    "waiting": Status.MAIL_WAITING,
    "sending": Status.MAIL_SENDING,
    "failed": Status.MAIL_FAILED,
}


class _Facts(NamedTuple):
    decision: str | None
    held: int
    changed_at: str
    told: int
    promised_at: str | None
    asked_at: str | None
    disputed_at: str | None
    corrected_at: str | None
    state: str | None
    mail: str | None
    approvals: int
    changes_asked: int


def refresh(db: Database, application: str) -> Status:
    """Work out where the application stands, keep it, and return it. The application must be there."""
    with transaction(db):
        facts = _facts(db, application)
        status = _status(facts)
        decided_on = json.loads(facts.decision)["decided_on"] if facts.decision else None
        since = facts.asked_at or facts.disputed_at or facts.corrected_at or decided_on
        db.execute(
            "UPDATE applications SET status = ?, decided_on = ?, waiting_since = ?, letter_promised_at = ?"
            " WHERE id = ?",
            (status, decided_on, since, facts.promised_at, application),
        )
    return status


def of(db: Database, application: str) -> Status:
    """Work out where the application stands, and write nothing: for those who only look."""
    return _status(_facts(db, application))


def _facts(db: Database, application: str) -> _Facts:
    return _Facts(
        *db.execute(
            f"""SELECT decision, held, changed_at,
                EXISTS (SELECT 1 FROM counted_tellings WHERE application = ?1 AND result IN ({KNOWS_SQL})),
                CASE WHEN {WRITING_DUE} THEN {SPOKEN_AT} END,
                (SELECT asked_at FROM requests WHERE application = ?1 AND answered_at IS NULL),
                (SELECT raised_at FROM disputes WHERE application = ?1 AND answered_at IS NULL),
                {CORRECTION_DUE},
                (SELECT state FROM feedback WHERE application = ?1 ORDER BY version DESC LIMIT 1),
                (SELECT state FROM outbox WHERE application = ?1 AND state != 'cancelled'
                    AND (dispute IS NULL OR state IN ('waiting', 'sending')) ORDER BY id DESC LIMIT 1),
                (SELECT count(DISTINCT by) FROM approvals WHERE application = ?1 AND withdrawn = 0
                    AND verdict = 'approved' AND version =
                    (SELECT max(version) FROM feedback WHERE application = ?1)),
                EXISTS (SELECT 1 FROM approvals WHERE application = ?1 AND verdict = 'changes_asked'
                    AND withdrawn = 0 AND answered_at IS NULL)
            FROM applications WHERE id = ?1""",
            (application,),
        ).fetchone()
    )


def writing_due(db: Database, application: str) -> bool:
    """Whether the candidate was told on the telephone, has nothing in writing yet, and is told no more."""
    asks = "SELECT 1 FROM requests WHERE application = ?1 AND answered_at IS NULL"
    found = db.execute(
        f"SELECT {WRITING_DUE} AND NOT EXISTS ({asks}) AND {CORRECTION_DUE} IS NULL", (application,)
    ).fetchone()
    return bool(found[0])


def correction_due(db: Database, application: str) -> bool:
    """Whether a fact was found wrong after the candidate was told, and nothing was told since."""
    found = db.execute(f"SELECT {CORRECTION_DUE} IS NOT NULL", (application,)).fetchone()
    return bool(found[0])


def knows(db: Database, application: str) -> bool:
    """Whether the candidate has heard the decision."""
    found = db.execute(
        f"SELECT 1 FROM counted_tellings WHERE application = ? AND result IN ({KNOWS_SQL})", (application,)
    ).fetchone()
    return found is not None


def refuse_when_held(db: Database, application: str) -> None:
    """Raise StoreError while the application is on hold: nothing about it is changed then (R23)."""
    if of(db, application) is Status.HELD:
        raise StoreError.of("store_held")


def _status(facts: _Facts) -> Status:
    if facts.held:
        return Status.HELD
    if facts.mail in ("waiting", "sending"):
        return _OF_MAIL[facts.mail]
    if facts.told and facts.disputed_at:
        return Status.DISPUTED
    if facts.told and not (facts.asked_at or facts.corrected_at or facts.promised_at):
        return Status.TOLD
    return _before_telling(facts)


def _before_telling(facts: _Facts) -> Status:
    if facts.decision is None:
        return Status.UNDECIDED
    if facts.state is None:
        return Status.DECIDED
    if facts.changes_asked:
        return Status.CHANGES_ASKED
    if facts.state != "approved":
        return Status.SECOND_APPROVAL if facts.approvals else Status.DRAFT
    if facts.mail == "failed":
        return Status.MAIL_FAILED
    if facts.asked_at:
        return Status.ASKED
    if facts.corrected_at:
        return Status.CORRECTED
    return Status.WRITING if facts.promised_at else Status.APPROVED
