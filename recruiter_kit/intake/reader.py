"""Reads files together into one bundle.

In: paths of exports, role files and decisions files, in any order. Out: roles, applications and
notices. A bad application never stops the others, and a file that cannot be read does not stop
those that can.
"""

from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
from recruiter_kit.intake import sources
from recruiter_kit.intake.bundle import holds_only_roles, read_bundle
from recruiter_kit.intake.decisions import read_decisions
from recruiter_kit.intake.detection import Kind, Source
from recruiter_kit.intake.export import is_cut
from recruiter_kit.intake.joining.checking import checked_applications
from recruiter_kit.intake.joining.contradicting import contradictions
from recruiter_kit.intake.joining.decisions import join_decisions
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.interviewers import one_name_each
from recruiter_kit.intake.joining.lacking import lacking
from recruiter_kit.intake.joining.notes import clean_notes
from recruiter_kit.intake.joining.published import publish
from recruiter_kit.intake.joining.ties import tied
from recruiter_kit.intake.opening import Opened, open_files
from recruiter_kit.intake.roles import read_roles
from recruiter_kit.intake.sources import ExportSource
from recruiter_kit.intake.table.reader import read_tables
from recruiter_kit.intake.table.said import read_columns
from recruiter_kit.intake.table.sheet import Sheet
from recruiter_kit.model import Bundle, Notice


def read(
    *files: str | Path,
    role_file: str | Path | None = None,
    decisions_file: str | Path | None = None,
    columns: str | Path | None = None,
    criteria: Mapping[str, str] | None = None,
    ties: Mapping[str, str] | None = None,
) -> Bundle:
    """Return everything that the files hold, as one bundle.

    Files are of any kind in docs/formats.md, recognised by their contents. Role and decisions files may be
    among `files` or be given by name; one given by name has to be that, and readable. `columns` is a columns
    file: which headings of an organisation's own tables hold what, and what their values mean. `criteria`
    says which published criterion a name in the files means ("" for none), `ties` to which criterion the
    notes under a heading belong that are on none; a columns file may say both, too.

    Raises InputError when no file speaks of an application, and when `role_file`, `decisions_file` or
    `columns` cannot be used. Every other trouble is a notice of the bundle: a file that cannot be read, an
    application that cannot be worked on, whatever was left out.
    """
    said = read_columns(columns)
    opened = open_files(files, role_file, decisions_file, said.tables)
    return read_opened(opened, {**said.criteria, **(criteria or {})}, {**said.ties, **(ties or {})})


def read_opened(
    opened: Opened, criteria: Mapping[str, str] | None = None, ties: Mapping[str, str] | None = None
) -> Bundle:
    """Return everything that opened files hold, which are left as they are.

    The parameters are those of `read`. Raises InputError when no file speaks of an application.
    """
    found = Found(criteria=criteria or {})
    failures = [*opened.failures, *_read_all(opened.sources, found)]
    if not found.seen:
        raise _nothing_read(failures, opened.files, found)
    found.notices += [Where(error.file, error.place).note("error", error.problem) for error in failures]
    return tied(_put_together(found), ties or {})


def published_in(opened: Opened) -> Found:
    """Return the roles of the role files among opened files, and what is wrong with others there."""
    found = Found()
    for source in opened.sources:
        if source.kind is Kind.ROLES or (source.kind is Kind.BUNDLE and holds_only_roles(source.contents)):
            _read_alone(source, found)
    return found


def _put_together(found: Found) -> Bundle:
    clean_notes(found)
    one_name_each(found)
    roles = publish(found)
    join_decisions(found, roles)
    contradictions(found)
    applications = checked_applications(found, roles)
    used = {application.role for application in applications}
    found.notices += lacking(role for role_id, role in roles.items() if role_id in used)
    return Bundle(
        roles=tuple(role.role for role in roles.values()),
        applications=applications,
        notices=tuple(dict.fromkeys(found.notices)),
        unclear=tuple(dict.fromkeys(found.unclear)),
    )


def _read_all(opened: Sequence[Source], found: Found) -> list[InputError]:
    """Let each reader have its files; return why some could not be read."""
    failures: list[InputError] = []
    for source in opened:
        found.notices += _whole_file_notices(source)
        try:
            _read_alone(source, found)
        except InputError as error:
            failures.append(error)
    for export in sources.SOURCES:
        documents, before = _documents(opened, export), len(found.applications)
        export.read(documents, found)
        _refuse_cut({document.file for document in documents if is_cut(document)}, before, found)
    tables = (source for source in opened if source.kind is Kind.TABLE)
    read_tables(
        [(table.contents, table.said) for table in tables if isinstance(table.contents, Sheet)], found
    )
    return failures


def _refuse_cut(files: Set[str], before: int, found: Found) -> None:
    """Keep back the applications whose scorecards are in a list that goes on in a file that is not here."""
    for application in found.applications[before:]:
        cards = (place for path, place in application.where.places.items() if path.startswith("scorecards["))
        if cut := next((place for place in cards if place.file in files), None):
            found.notices.append(cut.of(application.application.id).notice("error", "scorecards_cut"))
            found.broken_applications.add(application.application.id)


def _read_alone(source: Source, found: Found) -> None:
    """Read a file that needs no other."""
    contents = source.contents
    if source.kind is Kind.DECISIONS:
        read_decisions(contents, found)
    elif isinstance(contents, Document):
        if source.kind is Kind.BUNDLE:
            read_bundle(contents, found)
        elif source.kind is Kind.ROLES:
            read_roles(contents, found)


def _documents(opened: Sequence[Source], export: ExportSource) -> list[Document]:
    return [
        source.contents
        for source in opened
        if source.kind is export and isinstance(source.contents, Document)
    ]


def _whole_file_notices(source: Source) -> list[Notice]:
    contents = source.contents
    if source.kind is Kind.NOTHING:
        key = "table_left_out" if isinstance(contents, Sheet) else "nothing_inside"
        return [Where(contents.file).notice("left_out", key)]
    if isinstance(contents, Document) and contents.cleaned:
        where = Where(contents.file, contents.cleaned[0])
        return [where.notice("left_out", "cleaned", count=len(contents.cleaned))]
    return []


def _nothing_read(failures: Sequence[InputError], files: Sequence[str], found: Found) -> InputError:
    """Return the error of a call that found no application at all."""
    if len(failures) == 1:
        return failures[0]
    if failures:
        return InputError("; ".join(str(error) for error in failures))
    if not files:
        return InputError.of("no_files")
    why = "; ".join(dict.fromkeys(notice.message for notice in found.notices))
    return InputError.of(
        "no_applications", file=", ".join(files), why=f" ({shorten(why, 300)})" if why else ""
    )
