"""Who tells a candidate: one person, and the others see who (R14). Another live application is seen (R17)."""

import json
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications
from recruiter_kit.workflow.status import Status

OVER = (Status.TOLD, Status.WRITING, Status.DISPUTED)
"""Where the candidate has heard the decision."""
MOST_ELSEWHERE = 5


class LiveElsewhereError(StoreError):
    """The candidate has another application that is not over, and nobody said that this is known (R17)."""


class Elsewhere(NamedTuple):
    """Another application of the same candidate: its id, the title of its role, where it stands."""

    application: str
    role: str
    status: str
    role_id: str


def who_tells(db: Database, application_id: str) -> str | None:
    """Return the one person who has taken it on to tell the candidate, or None."""
    row = db.execute("SELECT by FROM claims WHERE application = ?", (application_id,)).fetchone()
    return row[0] if row else None


def claim(db: Database, application_id: str, by: str, *, knowing: bool = False) -> None:
    """Take it on to tell this candidate.

    Raises ConflictError when another person has, and LiveElsewhereError for a candidate with another
    application that is not over, unless the person says that this is known (R17).
    """
    with transaction(db):
        applications.application(db, application_id)
        holder = who_tells(db, application_id)
        if holder not in (None, by):
            raise ConflictError.of("store_claimed", by=holder)
        others = overlooked(db, application_id)
        if others and not knowing:
            raise LiveElsewhereError.of("store_live_elsewhere", count=len(others))
        if holder == by and not others:
            return
        known = json.dumps([other.application for other in live_elsewhere(db, application_id)])
        db.execute(
            "INSERT OR REPLACE INTO claims (application, by, at, known) VALUES (?, ?, ?, ?)",
            (application_id, by, to_text(now()), known),
        )
        audit.record(db, by, Event.CLAIMED, application_id, live_elsewhere=len(others))


def overlooked(db: Database, application_id: str) -> list[Elsewhere]:
    """Return the candidate's other live applications that the person who tells has not said to know (R17)."""
    row = db.execute("SELECT known FROM claims WHERE application = ?", (application_id,)).fetchone()
    known = json.loads(row[0]) if row else []
    return [other for other in live_elsewhere(db, application_id) if other.application not in known]


def live_elsewhere(db: Database, application_id: str) -> list[Elsewhere]:
    """Return the other applications of the same candidate, by address or name, that are not over (R17).

    At most MOST_ELSEWHERE: many candidates may share the address of an agency.
    """
    rows = db.execute(
        "SELECT other.id, r.title, other.status, r.id FROM applications me"
        " JOIN applications other ON other.id != me.id"
        " AND other.status NOT IN (SELECT value FROM json_each(?2))"
        " AND (other.candidate_name_folded = me.candidate_name_folded"
        " OR json_extract(me.candidate, '$.email') != ''"
        " AND lower(json_extract(other.candidate, '$.email')) = lower(json_extract(me.candidate, '$.email')))"
        " JOIN roles r ON r.id = other.role WHERE me.id = ?1 ORDER BY r.title, other.id LIMIT ?3",
        (application_id, json.dumps(OVER), MOST_ELSEWHERE),
    )
    return [Elsewhere(*row) for row in rows]


def release(db: Database, application_id: str, by: str) -> None:
    """Hand back the candidate, or take it from one who cannot; the audit log says who did."""
    with transaction(db):
        holder = who_tells(db, application_id)
        if holder is not None:
            db.execute("DELETE FROM claims WHERE application = ?", (application_id,))
            audit.record(db, by, Event.RELEASED, application_id, held_by=holder)
