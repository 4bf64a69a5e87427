"""Opens files that are read together.

In: paths. Out: one source for each file that can be read, and why the others cannot. Each file is parsed
once; what is opened can be asked about and read as often as needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import Document
from recruiter_kit.intake.bundle import holds_only_roles
from recruiter_kit.intake.detection import Kind, Source, open_contents, open_source, source_of
from recruiter_kit.intake.sources import ExportSource, adopting
from recruiter_kit.intake.table.sheet import Sheet


@dataclass(frozen=True)
class Opened:
    """Files by the names shown for them: the sources that can be read, and why the others cannot.

    `other_tables` holds the tables among the others, whose headings a person may be asked about.
    """

    files: tuple[str, ...]
    sources: tuple[Source, ...]
    failures: tuple[InputError, ...]
    other_tables: tuple[Sheet, ...]


def open_files(
    files: Sequence[str | Path],
    role_file: str | Path | None = None,
    decisions_file: str | Path | None = None,
    columns: Mapping[str, str] | None = None,
) -> Opened:
    """Open every file; the parameters are those of `read`.

    Raises InputError when `role_file` or `decisions_file` cannot be used.
    """
    by_kind = {Kind.ROLES: role_file, Kind.DECISIONS: decisions_file}
    given = {kind: path for kind, path in by_kind.items() if path is not None}
    names = _names([*files, *given.values()])
    sources: list[Source] = []
    failures: list[InputError] = []
    other_tables: list[Sheet] = []
    unknown: list[tuple[Document, InputError]] = []
    for path in files:
        contents = None
        try:
            contents = open_contents(Path(path), names[str(path)], columns or {})
            sources.append(source_of(contents))
        except InputError as error:
            if isinstance(contents, Document):
                unknown.append((contents, error))
                continue
            failures.append(error)
            if isinstance(contents, Sheet):
                other_tables.append(contents)
    present = {source.kind for source in sources if isinstance(source.kind, ExportSource)}
    for document, why in unknown:
        adopted = adopting(document.value, present)
        if adopted is None:
            failures.append(why)
        else:
            sources.append(Source(adopted, document))
    sources += [_open_as(kind, Path(path), names[str(path)]) for kind, path in given.items()]
    shown = tuple(names[str(path)] for path in files)
    return Opened(shown, tuple(sources), tuple(failures), tuple(other_tables))


def _names(files: Sequence[str | Path]) -> dict[str, str]:
    """Return the names shown: the file's own, or the whole path where two files share a name."""
    own = [Path(path).name for path in dict.fromkeys(map(str, files))]
    return {
        path: Path(path).name if Path(path).name and own.count(Path(path).name) == 1 else path
        for path in map(str, files)
    }


def _open_as(kind: Kind, path: Path, file: str) -> Source:
    """Open a file that was said to be of one kind.

    Raises InputError when it is of another.
    """
    source = open_source(path, file)
    if kind is Kind.ROLES and source.kind is Kind.BUNDLE and holds_only_roles(source.contents):
        return source
    if source.kind is not kind:
        raise InputError.of("wrong_kind", file=file, found=source.kind, expected=kind)
    return source
