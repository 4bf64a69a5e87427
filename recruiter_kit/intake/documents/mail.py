"""An e-mail (.eml) to paragraphs.

In: bytes. Out: a Written, with who sent it, when and with what subject. The text part is read, or else the
HTML part as a page would show it; attachments are not opened, and what is there of them is said.
"""

from collections.abc import Iterable
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import MEGABYTE
from recruiter_kit.files.text import one_line
from recruiter_kit.intake.cleaning.html_text import without_html
from recruiter_kit.intake.documents.text import paragraphs_of
from recruiter_kit.intake.documents.thread import mails, name_in
from recruiter_kit.intake.documents.written import LeftLine, Paragraph, Written
from recruiter_kit.messages import say

LONGEST = 2 * MEGABYTE
"""Characters of a mail's text that are read; nobody types more."""


def read_mail(data: bytes, file: str) -> Written:
    """Return what an e-mail holds; raises InputError for one without a word."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        text = _text(message)
        author = name_in(str(message["from"] or ""))
        subject, sent_at = one_line(str(message["subject"] or "")), _date(str(message["date"] or ""))
        attached = [part.get_filename() or "" for part in message.iter_attachments()]
    except InputError:
        raise
    except Exception as error:  # the library raises whatever a damaged header makes it meet
        raise InputError.of("mail_damaged", file=file) from error
    return written(file, text, author, subject, sent_at, attached)


def written(
    file: str, text: str, author: str, subject: str, sent_at: datetime | None, attached: Iterable[str]
) -> Written:
    """Return a mail of any program; raises InputError for one without a word, or with far too many."""
    if len(text) > LONGEST:
        raise InputError.of("document_too_large", file=file, limit=LONGEST // MEGABYTE)
    if not text.strip():
        raise InputError.of("document_empty", file=file)
    paragraphs: list[Paragraph] = []
    left = [LeftLine(text=name, reason=say("left_attachment")) for name in attached if name]
    for mail in mails(text, subject):
        by = mail.by or author or None
        paragraphs += [each.model_copy(update={"by": by}) for each in paragraphs_of(mail.text)]
        left += [LeftLine(text=line, reason=say("left_around_mail")) for line in mail.left]
    return Written(
        file=file,
        paragraphs=tuple(paragraphs),
        author=author or None,
        sent_at=sent_at,
        subject=subject,
        left=tuple(left),
    )


def _text(message: EmailMessage) -> str:
    """Return the text part, or else the HTML part without its markup."""
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        if part is None:
            continue
        content = part.get_content()
        text = content if isinstance(content, str) else ""
        if kind == "html":
            text = without_html(text)
        if text.strip():
            return text
    return ""


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else None
