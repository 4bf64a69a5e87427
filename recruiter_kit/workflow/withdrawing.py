"""What a change takes away: approvals of the words as they were, and mail that has not left."""

from recruiter_kit.messages import say
from recruiter_kit.store.database import Database


def withdraw(db: Database, application: str) -> bool:
    """Take back the approvals of the latest feedback and its waiting mail; True when anything was taken.

    Call inside a transaction, and refresh the status afterwards.
    """
    approvals = db.execute(
        "UPDATE approvals SET withdrawn = 1 WHERE application = ? AND verdict = 'approved' AND withdrawn = 0",
        (application,),
    )
    mails = cancel_waiting(db, application, say("mail_changed"))
    db.execute(
        "UPDATE feedback SET state = 'draft' WHERE application = ?1 AND state = 'approved'"
        " AND version = (SELECT max(version) FROM feedback WHERE application = ?1)",
        (application,),
    )
    return approvals.rowcount + mails > 0


def cancel_waiting(db: Database, application: str, why: str) -> int:
    """Keep the application's mail that has not left from leaving, and say why; return how many messages.

    A dispute whose answer was among it is open again.
    """
    db.execute(
        "UPDATE disputes SET answered_at = NULL, verdict = NULL, answered_by = NULL WHERE id IN"
        " (SELECT dispute FROM outbox WHERE application = ? AND state = 'waiting')",
        (application,),
    )
    return db.execute(
        "UPDATE outbox SET state = 'cancelled', why = ? WHERE application = ? AND state = 'waiting'",
        (why, application),
    ).rowcount
