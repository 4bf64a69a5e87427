"""A document of any kind that is read without a form.

In: bytes and the name of the file, or a pasted text. Out: a Written. Raises InputError for what is not read
here, with what it is and what to do.
"""

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import MEGABYTE, decode
from recruiter_kit.files.text import clean
from recruiter_kit.intake import foreign
from recruiter_kit.intake.documents.mail import read_mail
from recruiter_kit.intake.documents.outlook import read_outlook
from recruiter_kit.intake.documents.text import paragraphs_of
from recruiter_kit.intake.documents.thread import mails
from recruiter_kit.intake.documents.word import read_word
from recruiter_kit.intake.documents.written import LeftLine, Written
from recruiter_kit.intake.foreign import Loose
from recruiter_kit.messages import say

LONGEST_MEGABYTES = 2
"""Plain text that is read; nobody types more about one candidate."""


def read_document(data: bytes, file: str) -> Written:
    """Return what the document holds.

    Raises InputError when it is of another kind, damaged, too large or without a word.
    """
    foreign.refuse_foreign(data, file)
    readers = {Loose.WORD: read_word, Loose.MAIL: read_mail, Loose.OUTLOOK: read_outlook}
    kind = foreign.loose(data)
    if kind is not None:
        return readers[kind](data, file)
    if foreign.is_workbook(data):
        raise InputError.of("document_table", file=file)
    if data.startswith((foreign.ZIP, foreign.COMPOUND)):
        raise InputError.of("foreign_archive" if data.startswith(foreign.ZIP) else "foreign_old", file=file)
    if len(data) > LONGEST_MEGABYTES * MEGABYTE:
        raise InputError.of("document_too_large", file=file, limit=LONGEST_MEGABYTES)
    return read_text(decode(data, file), file)


def read_text(text: str, file: str = "") -> Written:
    """Return a pasted text, or that of a text file; it may be a mail with what is around it."""
    if len(text) > LONGEST_MEGABYTES * MEGABYTE:
        raise InputError.of("document_too_large", file=file, limit=LONGEST_MEGABYTES)
    paragraphs, left = [], []
    for mail in mails(clean(text)[0], ""):
        paragraphs += [each.model_copy(update={"by": mail.by}) for each in paragraphs_of(mail.text)]
        left += [LeftLine(text=line, reason=say("left_around_mail")) for line in mail.left]
    if not paragraphs:
        raise InputError.of("document_empty", file=file)
    return Written(file=file, paragraphs=tuple(paragraphs), left=tuple(left))
