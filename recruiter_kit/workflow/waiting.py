"""What waits for one person: approvals they may give, changes asked of them, promises, disputes, lost mail.

In: a person and a moment. Out: the things, or only how many. One query, so that the number in the header, the
page behind it and the mails cannot disagree. Nothing is in it of an application that the person may not see.
"""

import json
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from recruiter_kit.clock import at_time, day_of, now
from recruiter_kit.people.notifications import CONCERNS, Kind
from recruiter_kit.people.posts import Post
from recruiter_kit.people.rights import may, sees_roles
from recruiter_kit.people.users import User
from recruiter_kit.store.database import Database, from_text, to_text
from recruiter_kit.workflow.outbox import LATE_AFTER, SETTLE_AFTER
from recruiter_kit.workflow.status import SPOKEN_SQL

MOST_COUNTED = 100


class Item(NamedTuple):
    """One thing. `key` is its own as long as it is the same thing; `by` is who made it wait.

    `due` is a moment, or midnight in UTC of a day, None where nothing was promised.
    """

    kind: Kind
    what: str
    key: str
    application: str
    candidate: str
    role: str
    since: datetime
    due: datetime | None
    by: str | None


def items(db: Database, user: User, zone: str | None = None, at: datetime | None = None) -> list[Item]:
    """Return what waits for a person at a moment, now unless said; what is due first, then what is oldest."""
    found = [
        Item(Kind(kind), what, key, id, candidate, role, from_text(since), _moment(due), by)
        for kind, what, key, id, candidate, role, since, due, by in db.execute(
            "SELECT w.kind, w.what, w.key, w.id, w.candidate_name, r.title, w.since, w.due, w.by"
            f" FROM ({_ALL}) w JOIN roles r ON r.id = w.role",
            _values(user, zone, at or now()),
        )
    ]
    return sorted(found, key=lambda item: (list(Kind).index(item.kind), item.due or item.since))


def count(db: Database, user: User, zone: str | None = None, at: datetime | None = None) -> int:
    """Return how much waits for a person, at most MOST_COUNTED."""
    row = db.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM ({_ALL}) LIMIT {MOST_COUNTED})",
        _values(user, zone, at or now()),
    ).fetchone()
    return int(row[0])


def _values(user: User, zone: str | None, at: datetime) -> dict[str, Any]:
    today = day_of(at, zone)
    seen = sees_roles(user)
    return {
        "me": user.email,
        "leads": user.active and user.post == Post.LEAD,
        "seen": None if seen is None else json.dumps(seen),
        "tomorrow": to_text(at_time(today + timedelta(days=1), time(), zone)),
        "late": to_text(at - LATE_AFTER),
        "unsure": to_text(at - SETTLE_AFTER),
        **{kind.value: may(user, right) for kind, right in CONCERNS.items()},
    }


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    return from_text(text if "T" in text else f"{date.fromisoformat(text)}T00:00:00+00:00")


def _mine(handler: str) -> str:
    """Return the condition for what this person handles; what nobody handles any more, the leads do."""
    there = f"SELECT 1 FROM users WHERE email = {handler} AND active"
    return f"({handler} = :me COLLATE NOCASE OR :leads AND NOT EXISTS ({there}))"


_SEEN = "(:seen IS NULL OR a.role IN (SELECT value FROM json_each(:seen)))"
_CLAIMED = "(SELECT by FROM claims WHERE application = a.id)"
_LAST_TOLD = "(SELECT by FROM counted_tellings WHERE application = a.id ORDER BY id DESC LIMIT 1)"
_NEWEST = "f.application = a.id AND f.version = (SELECT max(version) FROM feedback WHERE application = a.id)"
_ALL = f"""
SELECT 'approval' AS kind, 'approval' AS what,
    'approval:' || a.id || ':' || (SELECT count(*) FROM approvals WHERE application = a.id) AS key,
    a.id, a.candidate_name, a.role, f.made_at AS since, NULL AS due, f.by AS by
FROM applications a JOIN feedback f ON {_NEWEST}
WHERE :approval AND a.status IN ('draft', 'second_approval') AND {_SEEN} AND f.by != :me
    AND NOT EXISTS (SELECT 1 FROM approvals WHERE application = a.id AND version = f.version AND by = :me
        AND verdict = 'approved' AND withdrawn = 0)
UNION ALL
SELECT 'changes', 'changes', 'changes:' || p.id, a.id, a.candidate_name, a.role, p.at, NULL, p.by
FROM applications a JOIN feedback f ON {_NEWEST}
    JOIN approvals p ON p.id = (SELECT max(id) FROM approvals
        WHERE application = a.id AND verdict = 'changes_asked' AND withdrawn = 0 AND answered_at IS NULL)
WHERE :changes AND a.status = 'changes_asked' AND {_SEEN} AND f.by = :me AND p.by != :me
UNION ALL
SELECT 'promise', 'asked', 'request:' || q.id, a.id, a.candidate_name, a.role, q.asked_at, q.due_at, NULL
FROM requests q JOIN applications a ON a.id = q.application
WHERE :promise AND q.answered_at IS NULL AND q.due_at < :tomorrow AND a.held = 0 AND {_SEEN}
    AND {_mine(f"coalesce({_CLAIMED}, q.by)")}
UNION ALL
SELECT 'promise', 'writing', 'writing:' || t.id, a.id, a.candidate_name, a.role, t.at, t.at, NULL
FROM applications a JOIN tellings t ON t.id = (SELECT max(id) FROM counted_tellings
    WHERE application = a.id AND result IN ({SPOKEN_SQL}))
WHERE :promise AND a.status = 'writing' AND {_SEEN} AND {_mine(f"coalesce({_CLAIMED}, t.by)")}
UNION ALL
SELECT 'promise', 'callback', 'callback:' || c.telling, a.id, a.candidate_name, a.role, t.at, c.at, NULL
FROM callbacks c JOIN counted_tellings t ON t.id = c.telling JOIN applications a ON a.id = c.application
WHERE :promise AND c.at < :tomorrow AND a.held = 0 AND {_SEEN} AND {_mine(f"coalesce({_CLAIMED}, c.by)")}
    AND NOT EXISTS (SELECT 1 FROM counted_tellings WHERE application = a.id AND id > c.telling)
UNION ALL
SELECT 'promise', 'correction', 'correction:' || d.id, a.id, a.candidate_name, a.role,
    d.answered_at, d.answered_at, NULL
FROM applications a JOIN disputes d ON d.id = (SELECT max(id) FROM disputes
    WHERE application = a.id AND verdict = 'corrected')
WHERE :promise AND a.status = 'corrected' AND {_SEEN} AND {_mine(f"coalesce({_CLAIMED}, d.answered_by)")}
UNION ALL
SELECT 'dispute', 'dispute', 'dispute:' || d.id, a.id, a.candidate_name, a.role, d.raised_at, d.due_on, d.by
FROM disputes d JOIN applications a ON a.id = d.application
WHERE :dispute AND d.answered_at IS NULL AND a.held = 0 AND {_SEEN}
    AND {_mine(f"coalesce({_CLAIMED}, {_LAST_TOLD}, d.by)")}
UNION ALL
SELECT 'mail', o.state, 'mail:' || o.id || ':' || o.state, a.id, a.candidate_name, a.role,
    o.next_at, NULL, NULL
FROM outbox o JOIN applications a ON a.id = o.application
WHERE :mail AND {_SEEN} AND {_mine("o.by")} AND (
    o.state = 'failed' AND a.status = 'mail_failed'
        AND o.id = (SELECT max(id) FROM outbox WHERE application = a.id AND state != 'cancelled')
    OR o.state = 'sending' AND o.next_at < :unsure
    OR o.state = 'waiting' AND o.tries = 0 AND o.next_at < :late)
"""
