"""The states of a working version, so that what was saved a moment ago can be undone and done again.

In: a version and the feedback of each of its states. Out: the feedback as it was. Kept only while the version
is worked on: a sentence that was taken out is not hoarded.
"""

from typing import NamedTuple

from recruiter_kit.errors import NotFoundError
from recruiter_kit.feedback import Feedback, Statement
from recruiter_kit.store.database import Database

MOST = 200
_PARTS = {"statements", "suppressions"}


class Steps(NamedTuple):
    """How many states can be undone, and how many done again."""

    back: int = 0
    forward: int = 0


def keep(db: Database, application: str, version: int, step: int, feedback: Feedback) -> None:
    """Keep a state; those that were undone before it are forgotten, and the oldest of very many."""
    db.execute(
        "DELETE FROM steps WHERE application = ? AND version = ? AND (step >= ? OR step <= ?)",
        (application, version, step, step - MOST),
    )
    db.execute(
        "INSERT INTO steps (application, version, step, json) VALUES (?, ?, ?, ?)",
        (application, version, step, feedback.model_dump_json(include=_PARTS)),
    )


def state(db: Database, application: str, version: int, step: int, now: Feedback) -> Feedback:
    """Return `now` with the statements of another state; raises NotFoundError where there is none."""
    row = db.execute(
        "SELECT json FROM steps WHERE application = ? AND version = ? AND step = ?",
        (application, version, step),
    ).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_step")
    kept = Feedback.model_validate_json(now.model_dump_json(exclude=_PARTS)[:-1] + "," + row[0][1:])
    return now.model_copy(update={name: getattr(kept, name) for name in _PARTS})


def began(db: Database, application: str, version: int, now: Feedback) -> tuple[Statement, ...]:
    """Return the statements as they were before a working version, none for any other version."""
    (first,) = db.execute(
        "SELECT min(step) FROM steps WHERE application = ? AND version = ?", (application, version)
    ).fetchone()
    return () if first is None else state(db, application, version, first, now).statements


def steps(db: Database, application: str, version: int, step: int) -> Steps:
    """Return how far back and forward one can go from a state."""
    back, forward = db.execute(
        "SELECT count(*) FILTER (WHERE step < ?3), count(*) FILTER (WHERE step > ?3) FROM steps"
        " WHERE application = ?1 AND version = ?2",
        (application, version, step),
    ).fetchone()
    return Steps(back, forward)


def forget(db: Database, application: str) -> None:
    """Forget every state of an application's words."""
    db.execute("DELETE FROM steps WHERE application = ?", (application,))
