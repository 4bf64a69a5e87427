"""What is done of the first steps, and what a person has put off."""

from typing import Literal

from recruiter_kit.store.database import Database, transaction

Left = Literal["all", "mail"]


def imported(db: Database) -> bool:
    """Whether any candidate is here."""
    return db.execute("SELECT 1 FROM applications LIMIT 1").fetchone() is not None


def approved(db: Database) -> bool:
    """Whether any feedback has been approved, now or before."""
    return db.execute("SELECT 1 FROM approvals WHERE verdict = 'approved' LIMIT 1").fetchone() is not None


def left(db: Database, user_id: int) -> frozenset[str]:
    """Return what this person has put off: "mail", or "all" of the list."""
    rows = db.execute("SELECT step FROM first_steps_left WHERE user_id = ?", (user_id,))
    return frozenset(step for (step,) in rows)


def leave(db: Database, user_id: int, step: Left) -> None:
    """Put a step off, or hide the list, for this person."""
    with transaction(db):
        db.execute("INSERT OR IGNORE INTO first_steps_left VALUES (?, ?)", (user_id, step))
