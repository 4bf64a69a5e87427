"""Who tells a candidate: one person, and the others see who (R14); other applications are known (R17)."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications
from recruiter_kit.workflow.status import KNOWS_SQL, Status

OVER = (Status.TOLD, Status.WRITING, Status.DISPUTED)
"""Where the candidate has heard the decision."""
LEAVING = (Status.MAIL_WAITING, Status.MAIL_SENDING)
MOST_ELSEWHERE = 5


class ElsewhereError(StoreError):
    """The candidate may have another application, and nobody said that this is known (R17)."""


class Told(NamedTuple):
    """When, by whom and how a candidate heard of another application last."""

    at: datetime
    by: str
    channel: str
    result: str


class Elsewhere(NamedTuple):
    """Another application of what may be the same person, whatever became of it.

    `role` is the title of its role, `status` where it stands, `told` how the candidate heard of it, None
    where nobody has told them. One of `same_name` and `same_address` holds, or both.
    """

    application: str
    candidate: str
    role: str
    status: str
    role_id: str
    same_name: bool
    same_address: bool
    told: Told | None = None

    @property
    def heard(self) -> bool:
        """Whether the candidate has heard of it, or is about to."""
        return self.told is not None or self.status in LEAVING

    @property
    def mark(self) -> str:
        """What a person knows who was shown this: which application it is, and whether it was told."""
        return f"{'told' if self.heard else 'open'} {self.application}"


def who_tells(db: Database, application_id: str) -> str | None:
    """Return the one person who has taken it on to tell the candidate, or None."""
    row = db.execute("SELECT by FROM claims WHERE application = ?", (application_id,)).fetchone()
    return row[0] if row else None


def tellers(db: Database, application_ids: Iterable[str]) -> dict[str, str]:
    """Return who has taken it on to tell, by application, of those that somebody has."""
    rows = db.execute(
        "SELECT application, by FROM claims WHERE application IN (SELECT value FROM json_each(?))",
        (json.dumps(list(application_ids)),),
    )
    return dict(rows.fetchall())


def claim(db: Database, application_id: str, by: str, *, knowing: bool = False) -> None:
    """Take it on to tell this candidate.

    Raises ConflictError when another person has, and ElsewhereError for a candidate who may have another
    application, told or not, unless the person says that this is known (R17).
    """
    with transaction(db):
        applications.application(db, application_id)
        holder = who_tells(db, application_id)
        if holder not in (None, by):
            raise ConflictError.of("store_claimed", by=holder)
        others = overlooked(db, application_id)
        if others and not knowing:
            raise ElsewhereError.of("store_elsewhere", count=len(others))
        if holder == by and not others:
            return
        known = json.dumps([other.mark for other in elsewhere(db, application_id)])
        db.execute(
            "INSERT OR REPLACE INTO claims (application, by, at, known) VALUES (?, ?, ?, ?)",
            (application_id, by, to_text(now()), known),
        )
        heard = sum(other.heard for other in others)
        audit.record(db, by, Event.CLAIMED, application_id, elsewhere=len(others), told=heard)


def overlooked(db: Database, application_id: str) -> list[Elsewhere]:
    """Return the candidate's other applications that the person who tells has not said to know (R17).

    One that was told since counts again: who knew of it did not know that.
    """
    row = db.execute("SELECT known FROM claims WHERE application = ?", (application_id,)).fetchone()
    known = json.loads(row[0]) if row else []
    return [other for other in elsewhere(db, application_id) if other.mark not in known]


def elsewhere(db: Database, application_id: str) -> list[Elsewhere]:
    """Return the other applications of what may be the same person (R17), the surest first."""
    return elsewhere_of(db, [application_id]).get(application_id, [])


def elsewhere_of(db: Database, application_ids: Iterable[str]) -> dict[str, list[Elsewhere]]:
    """Return the other applications of each candidate, by name or e-mail address, whatever became of them.

    At most MOST_ELSEWHERE for each: many candidates may share the address of an agency.
    """
    rows = db.execute(
        "SELECT me.id, other.id, other.candidate_name, r.title, other.status, r.id,"
        " other.candidate_words = me.candidate_words,"
        " lower(json_extract(other.candidate, '$.email')) = lower(json_extract(me.candidate, '$.email')),"
        " t.at, t.by, t.channel, t.result FROM applications me"
        " JOIN applications other ON other.id != me.id"
        " AND (other.candidate_words = me.candidate_words AND me.candidate_words != ''"
        " OR json_extract(me.candidate, '$.email') != ''"
        " AND lower(json_extract(other.candidate, '$.email')) = lower(json_extract(me.candidate, '$.email')))"
        " JOIN roles r ON r.id = other.role LEFT JOIN tellings t ON t.id = (SELECT max(id)"
        f" FROM counted_tellings WHERE application = other.id AND result IN ({KNOWS_SQL}))"
        " WHERE me.id IN (SELECT value FROM json_each(?)) ORDER BY r.title, other.id",
        (json.dumps(list(application_ids)),),
    )
    found: dict[str, list[Elsewhere]] = {}
    for id, other, name, role, standing, role_id, named, addressed, at, *telling in rows:
        told = Told(from_text(at), *telling) if at else None
        found.setdefault(id, []).append(
            Elsewhere(other, name, role, standing, role_id, bool(named), bool(addressed), told)
        )
    return {id: sorted(others, key=_surest_first)[:MOST_ELSEWHERE] for id, others in found.items()}


def _surest_first(other: Elsewhere) -> tuple[bool, bool, bool]:
    return not (other.same_name and other.same_address), not other.heard, not other.same_name


def release(db: Database, application_id: str, by: str) -> None:
    """Hand back the candidate, or take it from one who cannot; the audit log says who did."""
    with transaction(db):
        holder = who_tells(db, application_id)
        if holder is not None:
            db.execute("DELETE FROM claims WHERE application = ?", (application_id,))
            audit.record(db, by, Event.RELEASED, application_id, held_by=holder)
