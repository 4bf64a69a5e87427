"""One message to the mail server, and what is certain afterwards.

The server is greeted and asked whether it takes sender and recipient first; the message is written down as
sending only then, in the instant before its text goes out. Whatever goes wrong before is certainly not sent.
"""

import logging
import smtplib
import ssl
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import SMTP
from email.utils import parseaddr

from recruiter_kit.clock import now
from recruiter_kit.mail.settings import MailServer
from recruiter_kit.messages import say
from recruiter_kit.store.database import Database, DatabaseError
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.outbox import Mail

# Seconds for one answer of the server; three of them stay below outbox.SETTLE_AFTER.
TIMEOUT = 60
# Minutes until the next try: greylisting servers want a few, an outage may last a working day.
BACKOFF = (1, 5, 15, 60, 240)
LONGEST_REASON = 300
TRIES_TO_RECORD = 12
LOG = logging.getLogger(__name__)


class _RefusedError(Exception):
    """The server said no before it had the message."""

    def __init__(self, code: int, answer: bytes) -> None:
        self.code = code
        self.answer = answer
        super().__init__(code)


def send_due(db: Database, server: MailServer, at: datetime | None = None) -> int:
    """Send every message that may leave now; return how many the server took."""
    return sum(send(db, server, mail) for mail in outbox.due(db, at or now()))


def send(db: Database, server: MailServer, mail: Mail) -> bool:
    """Send one message; True when the server took it. Every other end is written beside the message."""
    try:
        smtp = connected(server)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        # ValueError: a host or a password with signs that do not fit the protocol.
        _not_sent(db, mail, "waiting", *said_by(error))
        return False
    try:
        try:
            _announce(smtp, mail)
        except (_RefusedError, OSError, smtplib.SMTPException, ValueError) as error:
            _not_sent(db, mail, "waiting", *said_by(error))
            return False
        return outbox.take(db, mail) and _hand_over(db, smtp, mail)
    finally:
        taken_leave_of(smtp)


def connected(server: MailServer) -> smtplib.SMTP:
    """Return a connection to the server, signed in; raises OSError, SMTPException or ValueError."""
    trusted = ssl.create_default_context()
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=trusted)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        if server.security == "starttls":
            smtp.starttls(context=trusted)
        if server.user:
            smtp.login(server.user, server.password)
        smtp.ehlo_or_helo_if_needed()
    except BaseException:
        smtp.close()
        raise
    return smtp


def _announce(smtp: smtplib.SMTP, mail: Mail) -> None:
    sender = parseaddr(str(message_from_bytes(mail.message, policy=SMTP)["From"]))[1]
    for code, answer in (smtp.mail(sender), smtp.rcpt(mail.to)):
        if code not in (250, 251):
            raise _RefusedError(code, answer)


def _hand_over(db: Database, smtp: smtplib.SMTP, mail: Mail) -> bool:
    """Send the text and write down what the server said; only an answer makes anything certain."""
    try:
        code, answer = smtp.data(mail.message)
    except smtplib.SMTPDataError as error:
        _not_sent(db, mail, "sending", *said_by(error))
        return False
    except (OSError, smtplib.SMTPException):
        outbox.left_unsure(db, mail.id, say("mail_unsure"))
        return False
    if code == 250:
        _accepted(db, mail)
        return True
    _not_sent(db, mail, "sending", code, answer)
    return False


def _accepted(db: Database, mail: Mail) -> None:
    """Write down that the server took it, however long somebody else writes: nobody can find it out later."""
    for _ in range(TRIES_TO_RECORD):
        try:
            outbox.accepted(db, mail.id)
            return
        except DatabaseError as error:
            LOG.warning("mail: not recorded yet: %s", type(error).__name__)
    outbox.accepted(db, mail.id)


def _not_sent(db: Database, mail: Mail, state: str, code: int, answer: bytes) -> None:
    """Try again later, unless the server said never (5xx) or has been asked often enough."""
    said = f"{code or ''} {answer.decode('utf-8', 'replace')}".strip()[:LONGEST_REASON]
    given_up = 500 <= code < 600 or mail.tries >= len(BACKOFF)
    wait = None if given_up else now() + timedelta(minutes=BACKOFF[mail.tries])
    outbox.put_back(db, mail, state, said, wait)


def said_by(error: Exception) -> tuple[int, bytes]:
    """Return the code of an answer, 0 where the server gave none, and its words."""
    if isinstance(error, _RefusedError):
        return error.code, error.answer
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return error.smtp_code, said.encode() if isinstance(said, str) else said
    # Without the number that an operating system puts before its words.
    return 0, (getattr(error, "strerror", None) or str(error)).encode()


def taken_leave_of(smtp: smtplib.SMTP) -> None:
    """Say goodbye. What the server says to that changes nothing any more."""
    try:
        smtp.quit()
    except (OSError, smtplib.SMTPException):
        smtp.close()
