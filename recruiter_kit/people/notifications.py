"""How each person is told by mail of what waits for them: at once, in the daily summary, or not.

In: a person and what they choose. Out: their choice for each kind of thing that may concern them.
"""

from collections.abc import Mapping
from enum import StrEnum

from recruiter_kit.people.rights import Right, may
from recruiter_kit.people.users import User
from recruiter_kit.store.database import Database, transaction


class Kind(StrEnum):
    """What may wait for a person."""

    APPROVAL = "approval"
    CHANGES = "changes"
    PROMISE = "promise"
    DISPUTE = "dispute"
    MAIL = "mail"


class How(StrEnum):
    """How a person is told of it."""

    AT_ONCE = "at_once"
    DIGEST = "digest"
    OFF = "off"


CONCERNS: Mapping[Kind, Right] = {
    Kind.APPROVAL: "approve",
    Kind.CHANGES: "draft",
    Kind.PROMISE: "tell",
    Kind.DISPUTE: "tell",
    Kind.MAIL: "tell",
}
"""The right without which a kind concerns nobody."""
USUAL: Mapping[Kind, How] = {
    Kind.APPROVAL: How.AT_ONCE,
    Kind.CHANGES: How.AT_ONCE,
    Kind.PROMISE: How.DIGEST,
    Kind.DISPUTE: How.AT_ONCE,
    Kind.MAIL: How.AT_ONCE,
}


def choices(db: Database, user: User) -> dict[Kind, How]:
    """Return how this person is told of each kind that concerns them."""
    rows = db.execute("SELECT kind, how FROM notification_choices WHERE user_id = ?", (user.id,))
    said = {kind: How(how) for kind, how in rows}
    return {kind: said.get(kind, USUAL[kind]) for kind, right in CONCERNS.items() if may(user, right)}


def choose(db: Database, user: User, chosen: Mapping[Kind, How]) -> None:
    """Keep how this person is told; kinds that are not named stay as they were."""
    with transaction(db):
        for kind, how in chosen.items():
            db.execute(
                "INSERT INTO notification_choices (user_id, kind, how) VALUES (?, ?, ?)"
                " ON CONFLICT (user_id, kind) DO UPDATE SET how = excluded.how",
                (user.id, kind, how),
            )
