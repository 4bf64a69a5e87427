"""What somebody wrote without a form, as it is in the document.

In: what a reader found. Out: immutable records. Nobody is named here and nothing is sorted: that is
workflow/sorting/, and a person confirms it.
"""

from datetime import datetime

from recruiter_kit.model import Record


class Paragraph(Record):
    """One paragraph, in the words and characters of the document.

    `heading` is the level of a heading, 0 for anything else; `label` is what the text begins with in bold, or
    as the heading of a row of a table ("Planning: Comments:"); `item` says that it is one of a list, `alone`
    that an empty line, or nothing, is before it. `by` is who wrote it, where the document itself says so.
    """

    text: str
    heading: int = 0
    label: str = ""
    item: bool = False
    alone: bool = True
    by: str | None = None


class LeftLine(Record):
    """Words of the document that are no note: quoted mail, a signature."""

    text: str
    reason: str


class Written(Record):
    """A document: its paragraphs in reading order, and what it says about itself.

    `author` is who sent an e-mail, `sent_at` when, `subject` its subject. `left` are lines around the note.
    """

    file: str
    paragraphs: tuple[Paragraph, ...] = ()
    author: str | None = None
    sent_at: datetime | None = None
    subject: str = ""
    left: tuple[LeftLine, ...] = ()
