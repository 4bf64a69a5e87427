"""A message to a candidate, sent as a test to the person who is about to send it.

In: the message as it would leave. Out: the same under another address, marked as a test.
"""

from copy import deepcopy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parseaddr

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say

AGAIN = ("To", "Subject", "Date", "Message-ID", "X-Unsent")


def trial(message: EmailMessage, to: str) -> EmailMessage:
    """Return the message to `to`, marked in its subject; raises StoreError where nobody is the sender."""
    sender = parseaddr(str(message["From"] or ""))[1]
    if not sender:
        raise StoreError.of("mail_field", field="From")
    copy = deepcopy(message)
    subject = str(message["Subject"] or "")
    for field in AGAIN:
        del copy[field]
    copy["To"] = to
    copy["Subject"] = say("trial_subject", subject=subject)
    copy["Date"] = format_datetime(now())
    copy["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    return copy
