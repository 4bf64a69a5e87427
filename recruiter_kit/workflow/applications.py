"""Applications: the queue of those who wait, one application, its role, and the decision on it."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.model import Application, Record, Role
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.store.folding import folded
from recruiter_kit.workflow import status
from recruiter_kit.workflow.status import Status

MOST_ROLES_KNOWN = 32
_PEOPLE: dict[str, tuple[str, ...]] = {}


class Filters(Record):
    """What the queue shows. Empty: everyone who is not told yet; `text` are words or parts of a name.

    `roles` limits it to these roles, as for a hiring manager: an empty tuple then shows nobody.
    """

    statuses: tuple[Status, ...] = ()
    role: str | None = None
    roles: tuple[str, ...] | None = None
    text: str = ""
    limit: int | None = None
    offset: int = 0


class QueueRow(NamedTuple):
    """One line of the queue. `waiting_since` is the day of the decision, or when the candidate asked."""

    id: str
    candidate: str
    role: str
    stage: str | None
    decided_on: date | None
    waiting_since: datetime | None
    status: str


def queue(db: Database, filters: Filters | None = None) -> list[QueueRow]:
    """Return who waits, longest first; those without a decision last. `role` is the role's title."""
    where, values = _where(filters or Filters())
    rows = db.execute(
        "SELECT a.id, candidate_name, r.title, stage, decided_on, waiting_since, status"
        f" FROM applications a JOIN roles r ON r.id = a.role WHERE {where}"
        " ORDER BY a.waiting_since IS NULL, a.waiting_since, a.id LIMIT ? OFFSET ?",
        values,
    )
    return [
        QueueRow(id, name, role, stage, on and date.fromisoformat(on), since and _moment(since), state)
        for id, name, role, stage, on, since, state in rows
    ]


def in_a_row(db: Database, filters: Filters, also: str) -> list[tuple[str, bool]]:
    """Return the ids of those that fit, in the queue's order, and of one more: each with whether it fits."""
    where, values = _where(filters)
    rows = db.execute(
        f"""SELECT id, max(fits) FROM (
            SELECT * FROM (SELECT a.id, waiting_since, 1 AS fits FROM applications a
                WHERE {where} LIMIT ? OFFSET ?)
            UNION ALL SELECT id, waiting_since, 0 FROM applications WHERE id = ?)
        GROUP BY id ORDER BY waiting_since IS NULL, waiting_since, id""",
        (*values, also),
    )
    return [(id, bool(fits)) for id, fits in rows]


def counts(db: Database, roles: Sequence[str] | None = None) -> dict[Status, int]:
    """Return how many applications stand where; only those of `roles` when given."""
    marks = "1" if roles is None else f"role IN ({_marks(roles)})"
    rows = db.execute(
        f"SELECT status, count(*) FROM applications WHERE {marks} GROUP BY status",
        tuple(roles or ()),
    )
    return {Status(name): count for name, count in rows}


def application(db: Database, application_id: str) -> Application:
    """Return one application as it stands; raises NotFoundError."""
    row = db.execute(
        "SELECT id, role, stage, candidate, decision, scorecards FROM applications WHERE id = ?",
        (application_id,),
    ).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_application", application=application_id)
    id, role, stage, candidate, decision, scorecards = row
    return Application.model_validate_json(
        json.dumps(
            {
                "id": id,
                "role": role,
                "stage": stage,
                "candidate": json.loads(candidate),
                "decision": json.loads(decision) if decision else None,
                "scorecards": json.loads(scorecards),
            }
        )
    )


def names(db: Database, application_ids: Iterable[str]) -> dict[str, str]:
    """Return the candidates' names by application, of those that are there."""
    chosen = json.dumps(list(application_ids))
    rows = db.execute(
        "SELECT id, candidate_name FROM applications WHERE id IN (SELECT value FROM json_each(?))", (chosen,)
    )
    return dict(rows.fetchall())


def role(db: Database, role_id: str) -> Role:
    """Return one role; raises NotFoundError."""
    row = db.execute("SELECT json FROM roles WHERE id = ?", (role_id,)).fetchone()
    if row is None:
        raise NotFoundError.of("store_no_role", role=role_id)
    return Role.model_validate_json(row[0])


def roles(db: Database) -> list[Role]:
    """Return every role, by title."""
    return [
        Role.model_validate_json(text) for (text,) in db.execute("SELECT json FROM roles ORDER BY title, id")
    ]


def of_role(db: Database, role_id: str) -> list[tuple[str, str]]:
    """Return the id and the candidate's name of each application for a role, by name."""
    rows = db.execute(
        "SELECT id, candidate_name FROM applications WHERE role = ? ORDER BY candidate_name_folded, id",
        (role_id,),
    )
    return [(id, name) for id, name in rows]


def people(db: Database, role_id: str) -> tuple[str, ...]:
    """Return the names of all candidates and interviewers of a role, which no letter may name (R7, R9).

    They are read again only once one of them has changed (020_working.sql): a page asks with every key.
    """
    row = db.execute("SELECT mark FROM people_changed WHERE role = ?", (role_id,)).fetchone()
    mark = row[0] if row else ""
    if mark in _PEOPLE:
        return _PEOPLE[mark]
    found = _people(db, role_id)
    if mark:
        if len(_PEOPLE) >= MOST_ROLES_KNOWN:
            _PEOPLE.clear()
        _PEOPLE[mark] = found
    return found


def _people(db: Database, role_id: str) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT candidate_name FROM applications WHERE role = ?1 AND candidate_name != ''"
        " UNION SELECT name FROM interviewers WHERE role = ?1 AND name != '' ORDER BY 1",
        (role_id,),
    )
    return tuple(name for (name,) in rows)


def interviewers(db: Database, role_id: str) -> tuple[str, ...]:
    """Return the names of those who have written a scorecard for a role."""
    rows = db.execute(
        "SELECT DISTINCT name FROM interviewers WHERE role = ? AND name != '' ORDER BY 1", (role_id,)
    )
    return tuple(name for (name,) in rows)


def set_email(db: Database, application_id: str, email: str, by: str) -> None:
    """Keep another address of the candidate: mail goes there, and no word of the feedback changes.

    Raises StoreError on hold, and while a mail is under way.
    """
    with transaction(db):
        candidate = application(db, application_id).candidate
        status.refuse_when_held(db, application_id)
        if status.of(db, application_id) in (Status.MAIL_WAITING, Status.MAIL_SENDING):
            raise StoreError.of("store_mail_first")
        written = candidate.model_copy(update={"email": email}).model_dump_json()
        db.execute("UPDATE applications SET candidate = ? WHERE id = ?", (written, application_id))
        audit.record(db, by, Event.ADDRESS_CHANGED, application_id)


def _where(filters: Filters) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = []
    values: list[object] = []
    if not filters.statuses:
        # In the words of the index applications_untold.
        parts.append("a.status != 'told'")
    for column, allowed in (("a.status", filters.statuses or None), ("a.role", filters.roles)):
        if allowed is not None:
            parts.append(f"{column} IN ({_marks(allowed)})")
            values += allowed
    if filters.role is not None:
        parts.append("a.role = ?")
        values.append(filters.role)
    for word in folded(filters.text).split():
        # instr, not LIKE: a per cent sign that a person types stands for itself.
        parts.append("instr(a.candidate_name_folded, ?) > 0")
        values.append(word)
    return " AND ".join(parts), (*values, -1 if filters.limit is None else filters.limit, filters.offset)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _moment(text: str) -> datetime:
    return from_text(text) if "T" in text else datetime.combine(date.fromisoformat(text), time(), UTC)
