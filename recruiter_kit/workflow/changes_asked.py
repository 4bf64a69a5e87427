"""Changes that somebody asked for before they approve: each request gets an answer, and then approvals go on.

In: a request, as approval.ask_for_changes() keeps it, and a person. Out: its answer: what was changed in a
later version, or why nothing was. Whoever asked may take the request back.
"""

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import approval, status, versions
from recruiter_kit.workflow.approval import Approval


def waiting(db: Database, application_id: str) -> list[Approval]:
    """Return the requests that wait for an answer, oldest first."""
    return [asked for asked in approval.approvals(db, application_id) if asked.waits]


def changed_since(db: Database, asked: Approval, application_id: str) -> bool:
    """Whether a later version has other words than the one that changes were asked of."""
    newest = versions.newest(db, application_id)
    if newest.version == asked.version:
        return False
    return _words(newest) != _words(versions.version(db, application_id, asked.version))


def answer(db: Database, application_id: str, id: int, words: str, by: str, *, changed: bool) -> None:
    """Answer a request: `changed`, with what was changed in a later version, or else with why not.

    Raises StoreError without words, when nothing was changed since and `changed` says so, on hold, and for a
    request that is answered or taken back; NotFoundError for one that this application does not have.
    """
    with transaction(db):
        asked = _waiting(db, application_id, id)
        if not words.strip():
            raise StoreError.of("changes_answer_words")
        if changed and not changed_since(db, asked, application_id):
            raise StoreError.of("changes_none_since")
        number = versions.newest(db, application_id).version if changed else None
        db.execute(
            "UPDATE approvals SET answer = ?, answered_by = ?, answered_at = ?, answered_in = ? WHERE id = ?",
            (words.strip(), by, to_text(now()), number, id),
        )
        _go_on(db, application_id)
        audit.record(db, by, Event.CHANGES_ANSWERED, application_id, version=number)


def take_back(db: Database, application_id: str, id: int, by: str) -> None:
    """Take a request back: only the person who asked does.

    Raises StoreError for anybody else, on hold, and for a request that is answered or taken back already;
    NotFoundError for one that this application does not have.
    """
    with transaction(db):
        asked = _waiting(db, application_id, id)
        if asked.by != by:
            raise StoreError.of("changes_not_yours")
        db.execute("UPDATE approvals SET withdrawn = 1 WHERE id = ?", (id,))
        _go_on(db, application_id)
        audit.record(db, by, Event.CHANGES_TAKEN_BACK, application_id, version=asked.version)


def refuse(db: Database, application_id: str) -> None:
    """Raise StoreError on hold, and when nothing waits for an answer."""
    status.refuse_when_held(db, application_id)
    if not waiting(db, application_id):
        raise StoreError.of("changes_settled")


def _waiting(db: Database, application_id: str, id: int) -> Approval:
    status.refuse_when_held(db, application_id)
    found = [each for each in approval.approvals(db, application_id) if each.id == id]
    if not found or found[0].verdict != "changes_asked":
        raise NotFoundError.of("changes_unknown")
    if not found[0].waits:
        raise StoreError.of("changes_settled")
    return found[0]


def _go_on(db: Database, application_id: str) -> None:
    """Let the newest version be approved again once nobody waits for an answer."""
    newest = versions.newest(db, application_id)
    settled = newest.state == "changes_asked" and not waiting(db, application_id)
    approval.set_state(db, application_id, newest.version, "draft" if settled else newest.state)


def _words(version: versions.Version) -> list[str]:
    return [statement.text for statement in version.feedback.statements]
