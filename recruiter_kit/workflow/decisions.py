"""The decision on an application, as a named person took it (R1), and when it may change."""

from datetime import date, timedelta

from recruiter_kit import clock
from recruiter_kit.case import NEED_A_DECISIVE_CRITERION
from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.model import Decision
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, quarantine, status
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.withdrawing import withdraw

EARLIEST = date(2000, 1, 1)
A_DAY = timedelta(days=1)


def record_decision(db: Database, application_id: str, decision: Decision, by: str, note: str = "") -> None:
    """Keep what a named person decided (R1).

    Once there is a draft, another decision needs a `note` and takes approvals away. Raises StoreError without
    the note, once the candidate is told or the mail is under way, for criteria the role does not have,
    without the criteria that decided it where the reason needs them, and for a day on which nobody can have
    decided.
    """
    refuse_bare(decision)
    refuse_impossible_day(decision.decided_on)
    with transaction(db):
        before = applications.application(db, application_id)
        if before.decision == decision:
            return
        refuse_unknown_criteria(db, before.role, decision)
        may_decide(db, application_id, note)
        db.execute(
            "UPDATE applications SET decision = ?, changed_at = ? WHERE id = ?",
            (decision.model_dump_json(), to_text(now()), application_id),
        )
        quarantine.set_apart(db, applications.application(db, application_id))
        withdraw(db, application_id)
        status.refresh(db, application_id)
        was = before.decision.reason if before.decision else None
        audit.record(
            db, by, Event.DECIDED, application_id, reason=decision.reason, before=was, note=bool(note)
        )


def record_first(db: Database, application_id: str, decision: Decision, by: str) -> None:
    """Keep the first decision on an application.

    Raises StoreError when one is on record, so that a decision for many overwrites none, and as
    record_decision() does.
    """
    with transaction(db):
        if applications.application(db, application_id).decision is not None:
            raise StoreError.of("decision_there")
        record_decision(db, application_id, decision, by)


def refuse_bare(decision: Decision) -> None:
    """Raise StoreError when the reason needs the criteria that decided it, and none is named."""
    if decision.reason in NEED_A_DECISIVE_CRITERION and not decision.decisive:
        raise StoreError.of("decision_needs_decisive")


def refuse_impossible_day(day: date) -> None:
    """Raise StoreError for a day before EARLIEST, or after it is tomorrow somewhere on earth."""
    if not EARLIEST <= day <= clock.day_of(now() + A_DAY, "UTC"):
        raise StoreError.of("decision_day")


def refuse_unknown_criteria(db: Database, role_id: str, decision: Decision) -> None:
    """Raise StoreError when the decision names criteria that the role does not have, or has no more (R3)."""
    published = {criterion.id for criterion in applications.role(db, role_id).criteria}
    if unknown := sorted(set(decision.decisive) - published):
        raise StoreError.of("store_decisive_unknown", criteria=", ".join(unknown))


def may_decide(db: Database, application_id: str, note: str) -> None:
    """Raise StoreError when the decision may not change any more, or only with a note (R1)."""
    may_change(db, application_id)
    drafted = db.execute("SELECT 1 FROM feedback WHERE application = ?", (application_id,)).fetchone()
    if drafted and not note.strip():
        raise StoreError.of("store_decision_note")


def may_change(db: Database, application_id: str) -> None:
    """Raise StoreError on hold, and when the candidate is told or being told: what it rests on stands."""
    standing = status.of(db, application_id)
    if standing is Status.HELD:
        raise StoreError.of("store_held")
    if standing is Status.MAIL_SENDING or status.knows(db, application_id):
        raise StoreError.of("store_decision_told")
