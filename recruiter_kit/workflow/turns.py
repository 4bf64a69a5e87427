"""Whose turn it is: what waits for another person, and not for whoever looks at the queue."""

from recruiter_kit.store.database import Database

_CLAIMED = (
    "SELECT a.id FROM claims c JOIN applications a ON a.id = c.application"
    " WHERE c.by != ?1 AND a.status IN ('approved', 'mail_failed')"
)
_APPROVED = (
    "SELECT a.id FROM applications a WHERE a.status = 'second_approval' AND EXISTS ("
    " SELECT 1 FROM approvals WHERE application = a.id AND by = ?1 AND withdrawn = 0 AND verdict = 'approved'"
    " AND version = (SELECT max(version) FROM feedback WHERE application = a.id))"
)


def of_others(db: Database, me: str) -> list[str]:
    """Return the applications where another person is next: who tells, or who approves after me."""
    return [id for (id,) in db.execute(f"{_CLAIMED} UNION {_APPROVED} ORDER BY 1", (me,))]
