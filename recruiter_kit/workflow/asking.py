"""The mail that asks an interviewer, and its reminders: what each says, and when it leaves.

In: a question and what its mail names. Out: messages for notices.py. They name the candidate, so that the
interviewer can trust the link, and hold nothing that anybody wrote.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from recruiter_kit.messages import say

REMINDED_AFTER = (1, 3)
"""Days after which somebody who has not answered is reminded."""


class NoteToSend(NamedTuple):
    """What a mail names: who asks, about whom, for which role, on what, and the link."""

    asker: str
    candidate: str
    role: str
    criterion: str
    link: str


class Asked(Protocol):
    """What is read of a question."""

    @property
    def interviewer(self) -> str:
        """Who is asked."""

    @property
    def asked_at(self) -> datetime:
        """When the first mail leaves."""


def messages(asked: Asked, note: NoteToSend) -> Iterator[tuple[str, str, str, datetime]]:
    """Yield the key, subject and text of each message, and when it leaves."""
    fields = note._asdict() | {"name": asked.interviewer or say("ask_nobody")}
    text = say("ask_mail_text", **fields)
    yield "mail", say("ask_mail_subject", **fields), text, asked.asked_at
    for days in REMINDED_AFTER:
        subject = say("ask_reminder_subject", **fields)
        reminder = say("ask_reminder_text", text=text)
        yield f"reminder-{days}", subject, reminder, asked.asked_at + timedelta(days=days)
