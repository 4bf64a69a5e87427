"""What a dropped file says of roles: a role file or an export whole, a document as lines to choose from.

In: a file's name and bytes. Out: roles, or lines that may be criteria. Nothing is kept.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import one_line
from recruiter_kit.intake import foreign
from recruiter_kit.intake.documents.reader import read_document
from recruiter_kit.intake.documents.written import Paragraph, Written
from recruiter_kit.intake.opening import open_files
from recruiter_kit.intake.reader import published_in, read_opened
from recruiter_kit.model import Role
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import headings

DOCUMENTS = (".txt", ".md", ".docx", ".eml", ".msg")
LONGEST_CRITERION = 200
MOST_LINES = 60


class FoundRoles(NamedTuple):
    """The roles of a file; or a title and lines that may be criteria, where it is a document."""

    roles: tuple[Role, ...] = ()
    title: str = ""
    criteria: tuple[str, ...] = ()


def found_in(db: Database, file: str, content: bytes) -> FoundRoles:
    """Return what a file says of roles; raises InputError where it says nothing that can be used."""
    suffix = Path(file).suffix.lower()
    if suffix in DOCUMENTS or foreign.loose(content):
        return _lines_of(read_document(content, file))
    with TemporaryDirectory() as folder:
        path = Path(folder) / (re.sub(r"[^\w .()-]+", "_", file).lstrip(". ")[-80:] or "file")
        path.write_bytes(content)
        opened = open_files([path], said=headings.said_before(db))
        if opened.other_tables:
            raise InputError.of("role_file_asks", file=file)
        published = published_in(opened)
        roles = tuple(each.role for each in published.published)
        if not roles and published.notices:
            notice = published.notices[0]
            raise InputError(notice.message, file=file, place=notice.place)
        roles = roles or read_opened(opened).roles
    if not roles:
        raise InputError.of("role_file_nothing", file=file)
    return FoundRoles(roles)


def _lines_of(document: Written) -> FoundRoles:
    """Return the title of a job advert, and the items of its lists, or all its short lines without any."""
    headed = [each for each in document.paragraphs if each.heading]
    title = one_line((headed or list(document.paragraphs))[0].text)[:LONGEST_CRITERION]
    items = [each for each in document.paragraphs if each.item]
    lines = [_line(each) for each in items or document.paragraphs if not each.heading]
    lines = [line for line in dict.fromkeys(lines) if line != title and len(line) <= LONGEST_CRITERION]
    if not lines:
        raise InputError.of("role_file_nothing", file=document.file)
    return FoundRoles((), title, tuple(lines[:MOST_LINES]))


def _line(paragraph: Paragraph) -> str:
    return one_line(paragraph.text).rstrip(";,. ")
