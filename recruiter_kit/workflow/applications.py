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
from recruiter_kit.store.folding import folded, sought
from recruiter_kit.workflow import status
from recruiter_kit.workflow.status import Status

_IDS = "(SELECT value FROM json_each(?))"
_LONGEST = "a.waiting_since IS NULL, a.waiting_since, a.id"
MOST_ROLES_KNOWN = 32
_PEOPLE: dict[str, tuple[str, ...]] = {}


class Filters(Record):
    """What a list of applications shows. Empty: everyone who is not told yet.

    `everybody` adds those who are told, and orders by name. `text` are parts of a name in any order, of an
    e-mail address or of a role's title. `roles` limits it to these roles, as for a hiring manager: an empty
    tuple then shows nobody. `only`, `also` and `without` are ids: no others, these whatever their status, not
    these. `first` are ids that stand on top, in their order.
    """

    statuses: tuple[Status, ...] = ()
    everybody: bool = False
    role: str | None = None
    roles: tuple[str, ...] | None = None
    text: str = ""
    only: tuple[str, ...] | None = None
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0


class QueueRow(NamedTuple):
    """One line of a list. `waiting_since` is the day of the decision, or when the candidate asked."""

    id: str
    candidate: str
    role: str
    stage: str | None
    decided_on: date | None
    waiting_since: datetime | None
    status: str
    role_id: str


def queue(db: Database, filters: Filters | None = None) -> list[QueueRow]:
    """Return those whom the filters show: `first`, then who waits longest; those without a decision last.

    `role` is the role's title.
    """
    filters = filters or Filters()
    place = {id: number for number, id in enumerate(filters.first)}
    top = _rows(db, filters, only=filters.first) if filters.first else []
    top.sort(key=lambda row: place[row.id])
    shown = top[filters.offset :][: filters.limit]
    limit = None if filters.limit is None else filters.limit - len(shown)
    if limit == 0:
        return shown
    return shown + _rows(
        db, filters, without=filters.first, limit=limit, offset=max(0, filters.offset - len(top))
    )


def in_a_row(db: Database, filters: Filters, also: str) -> list[tuple[str, bool]]:
    """Return the ids of those that fit, in the queue's order, and of one more: each with whether it fits."""
    where, values = _where(db, filters)
    rows = db.execute(
        f"""SELECT id, max(fits) FROM (
            SELECT a.id, waiting_since, 1 AS fits FROM applications a WHERE {where}
            UNION ALL SELECT id, waiting_since, 0 FROM applications WHERE id = ?)
        GROUP BY id ORDER BY waiting_since IS NULL, waiting_since, id""",
        (*values, also),
    )
    return [(id, bool(fits)) for id, fits in rows]


def ids(db: Database, filters: Filters) -> list[str]:
    """Return the ids of those whom the filters show, in no order."""
    where, values = _where(db, filters)
    rows = db.execute(
        f"SELECT a.id FROM applications a WHERE {where} LIMIT ?", (*values, _all(filters.limit))
    )
    return [id for (id,) in rows]


def counts(
    db: Database, roles: Sequence[str] | None = None, filters: Filters | None = None
) -> dict[Status, int]:
    """Return how many applications have which status; only those of `roles`, or that the filters show."""
    filters = filters or Filters(everybody=True, roles=None if roles is None else tuple(roles))
    where, values = _where(db, filters)
    rows = db.execute(
        f"SELECT status, count(*) FROM applications a WHERE {where} GROUP BY status ORDER BY status", values
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
        db.execute(
            "UPDATE applications SET candidate = ?, sought = ? WHERE id = ?",
            (written, sought(candidate.full_name, email), application_id),
        )
        audit.record(db, by, Event.ADDRESS_CHANGED, application_id)


def _rows(
    db: Database,
    filters: Filters,
    *,
    only: Sequence[str] | None = None,
    without: Sequence[str] = (),
    limit: int | None = None,
    offset: int = 0,
) -> list[QueueRow]:
    where, values = _where(db, filters)
    if only is not None:
        where, values = f"{where} AND a.id IN {_IDS}", (*values, json.dumps(only))
    if without:
        where, values = f"{where} AND a.id NOT IN {_IDS}", (*values, json.dumps(without))
    order = "a.candidate_name_folded, a.id" if filters.everybody else _LONGEST
    rows = db.execute(
        "SELECT a.id, candidate_name, r.title, stage, decided_on, waiting_since, status, r.id"
        f" FROM applications a JOIN roles r ON r.id = a.role WHERE {where}"
        f" ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, _all(limit), offset),
    )
    return [
        QueueRow(
            id, name, title, stage, on and date.fromisoformat(on), since and _moment(since), state, role_id
        )
        for id, name, title, stage, on, since, state, role_id in rows
    ]


def _where(db: Database, filters: Filters) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = []
    values: list[object] = []
    if not filters.everybody and Status.TOLD not in filters.statuses:
        # In the words of the index applications_untold.
        parts.append("a.status != 'told'")
    if filters.statuses or filters.also:
        # The plus keeps to the index that has the order: sorting everybody of a status takes longer.
        in_these = f"+a.status IN ({_marks(filters.statuses)})"
        parts.append(f"({in_these} OR a.id IN {_IDS})" if filters.also else in_these)
        values += [*filters.statuses, *([json.dumps(filters.also)] if filters.also else [])]
    if filters.roles is not None:
        parts.append(f"a.role IN ({_marks(filters.roles)})")
        values += filters.roles
    if filters.role is not None:
        parts.append("a.role = ?")
        values.append(filters.role)
    if filters.only is not None:
        parts.append(f"a.id IN {_IDS}")
        values.append(json.dumps(filters.only))
    if filters.without:
        parts.append(f"a.id NOT IN {_IDS}")
        values.append(json.dumps(filters.without))
    for word in folded(filters.text).split():
        # instr, not LIKE: a per cent sign that a person types stands for itself.
        named = "a.id IN (SELECT id FROM applications INDEXED BY applications_sought WHERE instr(sought, ?))"
        titled = _titled(db, word)
        parts.append(f"({named} OR a.role IN {_IDS})" if titled else named)
        values += [word, *([json.dumps(titled)] if titled else [])]
    return " AND ".join(parts) or "1", tuple(values)


def _titled(db: Database, word: str) -> list[str]:
    """Return the ids of the roles with this word in their title."""
    return [id for id, title in db.execute("SELECT id, title FROM roles") if word in folded(title)]


def _all(limit: int | None) -> int:
    return -1 if limit is None else limit


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _moment(text: str) -> datetime:
    return from_text(text) if "T" in text else datetime.combine(date.fromisoformat(text), time(), UTC)
