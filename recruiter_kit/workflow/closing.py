"""What a change closes: questions to interviewers whose answers could change nothing any more."""

from typing import Literal

from recruiter_kit.clock import now
from recruiter_kit.store.database import Database, to_text
from recruiter_kit.workflow import notices

Why = Literal["told", "held", "withdrawn", "settled"]
"""The candidate was told, the application is on hold, the asker withdrew it, the dispute is answered."""


def prefix(ask_id: int) -> str:
    """Return what the keys of all notices on one question begin with."""
    return f"ask:{ask_id}:"


_WHICH = {"told": "dispute IS NULL", "held": "1", "settled": "dispute = :dispute"}


def close_asks(
    db: Database, application: str, why: Literal["told", "held", "settled"], dispute: int | None = None
) -> None:
    """Close the open questions on an application, and cancel their mail.

    Once the candidate is told, those about a dispute stay; "settled" closes those about `dispute` only. Call
    inside a transaction.
    """
    found = db.execute(
        "SELECT id FROM asks WHERE application = :application AND answered_at IS NULL AND closed_at IS NULL"
        f" AND {_WHICH[why]}",
        {"application": application, "dispute": dispute},
    ).fetchall()
    for (id,) in found:
        close_ask(db, id, why)


def close_ask(db: Database, ask_id: int, why: Why) -> bool:
    """Close one question, and cancel its mail; False when it is answered or closed already."""
    done = db.execute(
        "UPDATE asks SET closed_at = ?, why = ? WHERE id = ? AND answered_at IS NULL AND closed_at IS NULL",
        (to_text(now()), why, ask_id),
    )
    notices.cancel(db, prefix(ask_id))
    return done.rowcount == 1
