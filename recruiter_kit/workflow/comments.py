"""What colleagues say to one another about one sentence of a feedback, or about the letter as a whole.

In: an application, a sentence and a person. Out: threads, each at its sentence in the version that is shown.
They stay in the organisation: nothing here reaches a candidate, an export or a text of the audit log.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.feedback import Statement
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import quarantine, status, versions
from recruiter_kit.workflow.status import Status

LONGEST = 5000
"""Characters of a comment."""
_COLUMNS = "id, reply_to, statement, part, criterion, words, by, at, text, masked, resolved_at, resolved_by"


class Comment(NamedTuple):
    """What one person said; `masked` is what somebody without the right to what is set apart reads (R13)."""

    id: int
    by: str
    at: datetime
    text: str
    masked: str


class Thread(NamedTuple):
    """A comment with the replies to it.

    `statement` is the id of its sentence, None for the letter as a whole; `part`, `criterion` and `words` are
    the sentence's own when it was said.
    """

    statement: str | None
    part: str | None
    criterion: str | None
    words: str
    said: tuple[Comment, ...]
    resolved_at: datetime | None
    resolved_by: str | None

    @property
    def id(self) -> int:
        """Return the number of its first comment, which names it."""
        return self.said[0].id


class Placed(NamedTuple):
    """The threads of an application by place: at a sentence, on the letter, or on a sentence that is gone."""

    at: Mapping[str, Sequence[Thread]]
    letter: Sequence[Thread]
    gone: Sequence[Thread]

    @property
    def open(self) -> int:
        """Return how many are not resolved."""
        every = (*self.letter, *self.gone, *(each for found in self.at.values() for each in found))
        return sum(thread.resolved_at is None for thread in every)


def add(db: Database, application_id: str, statement_id: str | None, text: str, by: str) -> int:
    """Say something on a sentence of the newest version, or with None on the whole letter; return its number.

    Raises StoreError without words, with more than LONGEST characters, for a sentence that is no longer
    there, and as refuse() does.
    """
    with transaction(db):
        refuse(db, application_id)
        about = versions.newest(db, application_id).feedback.statements
        found = next((each for each in about if each.id == statement_id), None)
        if statement_id is not None and found is None:
            raise StoreError.of("comment_sentence_gone")
        place = (found.part.value, found.criterion, found.text) if found else (None, None, "")
        return _keep(db, application_id, (None, statement_id, *place), text, by)


def reply(db: Database, application_id: str, thread: int, text: str, by: str) -> int:
    """Reply to a thread, which opens it again; return the number of the reply.

    Raises NotFoundError when the application has no such thread, and StoreError as add() does.
    """
    with transaction(db):
        refuse(db, application_id)
        _refuse_unknown(db, application_id, thread)
        number = _keep(db, application_id, (thread, None, None, None, ""), text, by)
        db.execute("UPDATE comments SET resolved_at = NULL, resolved_by = NULL WHERE id = ?", (thread,))
        return number


def resolve(db: Database, application_id: str, thread: int, by: str, *, resolved: bool = True) -> None:
    """Resolve a thread, or open it again; raises NotFoundError, and StoreError on hold."""
    with transaction(db):
        status.refuse_when_held(db, application_id)
        _refuse_unknown(db, application_id, thread)
        db.execute(
            "UPDATE comments SET resolved_at = ?, resolved_by = ? WHERE id = ?",
            (to_text(now()), by, thread) if resolved else (None, None, thread),
        )
        audit.record(db, by, Event.COMMENT_RESOLVED, application_id, comment=thread, resolved=resolved)


def refuse(db: Database, application_id: str) -> None:
    """Raise StoreError when nothing may be said: before the first draft, on hold, and once all is told."""
    status.refuse_when_held(db, application_id)
    if versions.latest(db, application_id) is None:
        raise StoreError.of("permitted_no_draft")
    if status.of(db, application_id) is Status.TOLD:
        raise StoreError.of("comment_told")


def threads(db: Database, application_id: str) -> list[Thread]:
    """Return the threads on an application, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM comments WHERE application = ? ORDER BY id", (application_id,)
    ).fetchall()
    replies: dict[int, list[Comment]] = {}
    for id, first, *_, by, at, text, masked, _, _ in rows:
        replies.setdefault(first or id, []).append(Comment(id, by, from_text(at), text, masked))
    return [
        Thread(statement, part, criterion, words, tuple(replies[id]), done and from_text(done), done_by)
        for id, first, statement, part, criterion, words, *_, done, done_by in rows
        if first is None
    ]


def placed(found: Iterable[Thread], statements: Sequence[Statement]) -> Placed:
    """Return the threads by where they are shown among these statements."""
    at: dict[str, list[Thread]] = {}
    letter, gone = [], []
    for thread in found:
        if thread.statement is None:
            letter.append(thread)
        elif place := _place(thread, statements):
            at.setdefault(place, []).append(thread)
        else:
            gone.append(thread)
    return Placed(at, letter, gone)


def _place(thread: Thread, statements: Sequence[Statement]) -> str | None:
    """Return the id of the sentence that a thread is about.

    A new draft may give an id to another sentence: the same words are the same sentence, and an id is only
    where its part and criterion are.
    """
    alike = [each for each in statements if (each.part, each.criterion) == (thread.part, thread.criterion)]
    same = [each.id for each in alike if each.text == thread.words]
    by_id = [each.id for each in alike if each.id == thread.statement]
    return next(iter([*(by_id if by_id and by_id[0] in same else []), *same, *by_id]), None)


def _keep(db: Database, application_id: str, place: tuple[object, ...], text: str, by: str) -> int:
    words = text.strip()
    if not words:
        raise StoreError.of("comment_words")
    if len(words) > LONGEST:
        raise StoreError.of("comment_long", most=LONGEST)
    row = db.execute(
        "INSERT INTO comments (application, reply_to, statement, part, criterion, words, by, at, text,"
        " masked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (application_id, *place, by, to_text(now()), words, quarantine.masked(words)),
    )
    number = int(row.lastrowid or 0)
    audit.record(db, by, Event.COMMENTED, application_id, comment=number)
    return number


def _refuse_unknown(db: Database, application_id: str, thread: int) -> None:
    found = db.execute(
        "SELECT 1 FROM comments WHERE id = ? AND application = ? AND reply_to IS NULL",
        (thread, application_id),
    ).fetchone()
    if found is None:
        raise NotFoundError.of("comment_unknown")
