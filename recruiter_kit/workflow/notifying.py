"""Notifications: mails to colleagues about what waits for them, each as that person has chosen.

In: the organisation's standard and the address of the app. Out: notices (notices.py), put once: what a person
was told of at once is written down in the same transaction, and a day's summary has the day in its key. So
any number of workers may do it, and one may be killed at any time. A mail holds names of candidates and
titles of roles, and only of applications that its reader may see: no notes, no reasons, no addresses.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from recruiter_kit.clock import at_time, day_of, now
from recruiter_kit.messages import say
from recruiter_kit.people import users
from recruiter_kit.people.notifications import How, Kind, choices
from recruiter_kit.people.users import User
from recruiter_kit.standard import Standard
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.workflow import notices, waiting
from recruiter_kit.workflow.waiting import Item

RESTS = timedelta(minutes=5)
"""How long a draft has not changed before somebody is asked to approve it."""
MORNING = timedelta(hours=2)
"""How long after work begins a summary is still one of the morning."""
FRIDAY = 4
MOST_NAMED = 20
NOTICE = "notification"
SUBJECTS: Mapping[Kind, tuple[str, str]] = {
    Kind.APPROVAL: ("notify_approval_subject_one", "notify_approval_subject"),
    Kind.CHANGES: ("notify_changes_subject_one", "notify_changes_subject"),
    Kind.PROMISE: ("notify_promise_subject_one", "notify_promise_subject"),
    Kind.DISPUTE: ("notify_dispute_subject_one", "notify_dispute_subject"),
    Kind.MAIL: ("notify_mail_subject_one", "notify_mail_subject"),
}
"""The subject of a mail about one thing, and about several."""
OPENINGS: Mapping[Kind, tuple[str, str]] = {
    Kind.APPROVAL: ("notify_approval_one", "notify_approval"),
    Kind.CHANGES: ("notify_changes_one", "notify_changes"),
    Kind.PROMISE: ("notify_promise_one", "notify_promise"),
    Kind.DISPUTE: ("notify_dispute_one", "notify_dispute"),
    Kind.MAIL: ("notify_mail_one", "notify_mail"),
}
SUMMARY = ("notify_digest_subject_one", "notify_digest_subject")
LINES: Mapping[str, str] = {
    "asked": "notify_line_asked",
    "writing": "notify_line_writing",
    "callback": "notify_line_callback",
    "correction": "notify_line_correction",
    "failed": "notify_line_failed",
    "sending": "notify_line_sending",
    "waiting": "notify_line_waiting",
}


def put_due(db: Database, standard: Standard, address: str = "", at: datetime | None = None) -> int:
    """Put what everybody is to be told at a moment, now unless said; return how many mails.

    `address` is where people open the app; without one the mails say where to look instead of a link. Nobody
    is told before their first sign-in, for until then their address may be a mistyped one.
    """
    at = at or now()
    count = 0
    for user in users.all_users(db):
        if not user.active or not (user.password_hash or user.subject):
            continue
        chosen = choices(db, user)
        if set(chosen.values()) <= {How.OFF}:
            continue
        found = waiting.items(db, user, standard.time_zone, at)
        for_now = [item for item in found if chosen.get(item.kind) is How.AT_ONCE]
        count += _at_once(db, user, for_now, standard, address, at)
        summed_up = [item for item in found if chosen.get(item.kind) is How.DIGEST]
        count += _summary(db, user, summed_up, standard, address, at)
    return count


def _at_once(
    db: Database, user: User, found: Sequence[Item], standard: Standard, address: str, at: datetime
) -> int:
    """Put one mail for each kind of which there is something new."""
    telling = [(key, item) for item in found if (key := _key(user, item, standard, at))]
    told = _told(db, user, [key for key, _ in telling])
    fresh = [(key, item) for key, item in telling if key not in told]
    count = 0
    for kind, group in groupby(fresh, key=lambda each: each[1].kind):
        count += _put_group(db, user, kind, list(group), standard, address, at)
    return count


def _put_group(
    db: Database,
    user: User,
    kind: Kind,
    group: Sequence[tuple[str, Item]],
    standard: Standard,
    address: str,
    at: datetime,
) -> int:
    today = day_of(at, standard.time_zone)
    with transaction(db):
        # Another worker may have been here since; what it has told is left out.
        new = [(key, item) for key, item in group if _tell_once(db, user, key, item, at)]
        if not new:
            return 0
        things = [item for _, item in new]
        text = "\n".join([_counted(OPENINGS[kind], len(things)), "", *_lines(things, today)])
        return notices.put(
            db,
            NOTICE,
            f"notify:{user.id}:{new[0][0]}",
            user.email,
            _counted(SUBJECTS[kind], len(things)),
            _whole(user, text, address),
            application=things[0].application if len(things) == 1 else None,
            at=at,
        )


def _summary(
    db: Database, user: User, found: Sequence[Item], standard: Standard, address: str, at: datetime
) -> int:
    """Put the summary of a working day, once, and only where there is something in it."""
    today = day_of(at, standard.time_zone)
    begins = at_time(today, standard.working_hours.starts, standard.time_zone)
    if not found or today.weekday() > FRIDAY or not begins <= at < begins + MORNING:
        return 0
    parts = []
    for kind, group in groupby(found, key=lambda item: item.kind):
        things = list(group)
        parts += [_counted(OPENINGS[kind], len(things)), "", *_lines(things, today), ""]
    subject = _counted(SUMMARY, len(found))
    key = f"digest:{user.id}:{today}"
    text = _whole(user, "\n".join(parts).rstrip(), address)
    return notices.put(db, NOTICE, key, user.email, subject, text, at=at)


def _key(user: User, item: Item, standard: Standard, at: datetime) -> str:
    """Return what is told now of this thing, "" where it is not yet time or the person did it themselves."""
    zone = standard.time_zone
    today = day_of(at, zone)
    morning = at >= at_time(today, standard.working_hours.starts, zone)
    if item.kind is Kind.APPROVAL:
        return item.key if at - item.since >= RESTS else ""
    if item.kind is Kind.PROMISE:
        # Whoever promises knows it on that day; a reminder is for the days after.
        return item.key if morning and day_of(item.since, zone) < today else ""
    if item.kind is Kind.DISPUTE:
        if item.due and item.due.date() <= today and day_of(item.since, zone) < today:
            return f"{item.key}:due" if morning else ""
        return item.key if item.by != user.email else ""
    return "" if item.what == "waiting" else item.key


def _told(db: Database, user: User, keys: Iterable[str]) -> set[str]:
    rows = db.execute(
        "SELECT item FROM notified WHERE user_id = ? AND item IN (SELECT value FROM json_each(?))",
        (user.id, json.dumps(list(keys))),
    )
    return {row[0] for row in rows}


def _tell_once(db: Database, user: User, key: str, item: Item, at: datetime) -> bool:
    row = db.execute(
        "INSERT INTO notified (user_id, item, application, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (user.id, key, item.application, to_text(at)),
    )
    return row.rowcount == 1


def _lines(things: Sequence[Item], today: date) -> list[str]:
    more = len(things) - MOST_NAMED
    named = [_line(item, today) for item in things[:MOST_NAMED]]
    return [*named, say("notify_more", count=more)] if more > 0 else named


def _line(item: Item, today: date) -> str:
    line = say(LINES.get(item.what, "notify_line"), candidate=item.candidate, role=item.role)
    if item.kind is Kind.DISPUTE and item.due:
        key = "notify_late" if item.due.date() < today else "notify_due"
        line += say(key, day=f"{item.due.day} {item.due:%B}")
    return line


def _whole(user: User, text: str, address: str) -> str:
    where = say("notify_link", address=f"{address}/waiting") if address else say("notify_no_link")
    choose = say("notify_choose_link", address=f"{address}/account") if address else say("notify_choose")
    return say("notify_text", name=user.name, text=text, where=where, choose=choose)


def _counted(keys: tuple[str, str], count: int) -> str:
    return say(keys[count != 1], count=count)
