"""Mail to colleagues: notices that are due, and one message at once for whoever waits for the answer.

In: the mail server's settings and the sender of the standard. Out: what the server said.
"""

import smtplib
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.mail.settings import MailServer
from recruiter_kit.mail.smtp import BACKOFF, connected, said_by, taken_leave_of
from recruiter_kit.standard import Sender
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import notices

NAME = "Recruiter Kit"


def deliver(server: MailServer, message: EmailMessage) -> None:
    """Hand one message to the server now; raises StoreError with the server's words when it is not taken."""
    if failure := _failure(server, message):
        raise StoreError.of("notice_not_sent", host=server.host, said=failure[1])


def send_due(db: Database, server: MailServer, sender: Sender, at: datetime | None = None) -> int:
    """Send every notice that is due, from the sender's address; return how many the server took."""
    count = 0
    while notice := notices.take(db, at or now()):
        message = written(sender, notice.to, notice.subject, notice.text)
        if failure := _failure(server, message):
            code, said = failure
            given_up = 500 <= code < 600 or notice.tries >= len(BACKOFF)
            wait = None if given_up else now() + timedelta(minutes=BACKOFF[notice.tries])
            notices.put_back(db, notice, said, wait)
        else:
            notices.sent(db, notice.id)
            count += 1
    return count


def written(sender: Sender, to: str, subject: str, text: str) -> EmailMessage:
    """Return a plain message to a colleague; replies go to the sender of the letters.

    Raises StoreError where the standard names no address of the sender.
    """
    if not sender.email:
        raise StoreError.of("notice_no_sender")
    message = EmailMessage()
    message["From"] = Address(NAME, addr_spec=sender.email)
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(now())
    message["Message-ID"] = make_msgid(domain=sender.email.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    return message


def _failure(server: MailServer, message: EmailMessage) -> tuple[int, str] | None:
    """Return the code, 0 without one, and the words with which the server refused; None when it took it."""
    try:
        smtp = connected(server)
        try:
            smtp.send_message(message)
        finally:
            taken_leave_of(smtp)
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        return code, words.decode("utf-8", "replace")
    except (OSError, smtplib.SMTPException, ValueError) as error:
        code, said = said_by(error)
        return code, said.decode("utf-8", "replace")
    return None
