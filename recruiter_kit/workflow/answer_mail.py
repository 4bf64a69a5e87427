"""The answer to a dispute as a message of its own: it leaves through the outbox, once, like a letter."""

from datetime import timedelta
from email.message import EmailMessage

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import Database, transaction
from recruiter_kit.workflow import disputes, outbox, samples, status
from recruiter_kit.workflow.status import Status


def put_answer(
    db: Database,
    dispute_id: int,
    words: str,
    message: EmailMessage,
    by: str,
    *,
    undo_seconds: float = outbox.UNDO_SECONDS,
) -> int:
    """Answer a dispute with the message that holds `words`: the fact was right. It leaves like put()'s.

    Taken back, refused or on hold, it leaves the dispute open with the words. Returns its id. Raises
    StoreError for blank fields (R16), while another message is under way, and as disputes.answer() does.
    """
    to = outbox.check_fields(message)
    with transaction(db):
        found = disputes.get(db, dispute_id)
        samples.refuse_mail(db, found.application)
        version = disputes.told(db, found.application)
        if version is None:
            raise StoreError.of("store_nothing_to_dispute")
        if status.of(db, found.application) in (Status.MAIL_WAITING, Status.MAIL_SENDING):
            raise StoreError.of("store_mail_under_way")
        disputes.answer(db, dispute_id, "stands", words, by)
        leaves = now() + timedelta(seconds=undo_seconds)
        return outbox.enqueue(db, found.application, version.version, to, message, by, leaves, dispute_id)
