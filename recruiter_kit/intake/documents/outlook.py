"""An e-mail as Outlook saves it (.msg) to paragraphs.

In: bytes. Out: a Written, as of any e-mail.
"""

from recruiter_kit.errors import InputError
from recruiter_kit.intake.cleaning.html_text import without_html
from recruiter_kit.intake.documents.mail import written
from recruiter_kit.intake.documents.thread import name_in
from recruiter_kit.intake.documents.written import Written

RICH_TEXT = 0x1009
"""The property that holds a text in Outlook's own compressed form (PidTagRtfCompressed)."""


def read_outlook(data: bytes, file: str) -> Written:
    """Return what an e-mail of Outlook holds; raises InputError for a damaged one or one without a word."""
    from oxmsg import Message

    try:
        message = Message.load(data)
        text = message.body or without_html(message.html_body or "")
        sender, subject, sent_at = message.sender or "", message.subject, message.sent_date
        attached = [each.file_name or "" for each in message.attachments]
        rich = message.properties.binary_prop_value(RICH_TEXT)
    except Exception as error:  # a damaged part makes the library raise whatever it happens to meet
        raise InputError.of("mail_damaged", file=file) from error
    if rich and not text.strip():
        raise InputError.of("mail_only_rich", file=file)
    return written(file, text.replace("\r\n", "\n"), name_in(sender), subject, sent_at, attached)
