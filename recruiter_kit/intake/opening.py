"""Opens files that are read together.

In: paths. Out: one source for each file or sheet that can be read, and why the others cannot. Each file is
parsed once; what is opened can be asked about and read as often as needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import read_bytes
from recruiter_kit.files.document import Document
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.archive import is_archive, unpacked
from recruiter_kit.intake.bundle import holds_only_roles
from recruiter_kit.intake.detection import FEWEST_COLUMNS, Kind, Source, contents_of, source_of
from recruiter_kit.intake.sources import ExportSource, adopting
from recruiter_kit.intake.table.names import is_known
from recruiter_kit.intake.table.said import Said
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
    said: Sequence[Said] = (),
) -> Opened:
    """Open every file; the parameters are those of `read`.

    Raises InputError when `role_file` or `decisions_file` cannot be used.
    """
    by_kind = {Kind.ROLES: role_file, Kind.DECISIONS: decisions_file}
    given = {kind: path for kind, path in by_kind.items() if path is not None}
    names = _names([*files, *given.values()])
    opening = _Opening(said)
    for path in files:
        opening.open(Path(path), names[str(path)])
    opening.adopt()
    opening.sources += [_open_as(kind, Path(path), names[str(path)]) for kind, path in given.items()]
    shown = tuple(names[str(path)] for path in files)
    return Opened(shown, tuple(opening.sources), tuple(opening.failures), tuple(opening.other_tables))


class _Opening:
    """Gathers sources and failures, file by file."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.sources: list[Source] = []
        self.failures: list[InputError] = []
        self.other_tables: list[Sheet] = []
        self._said = said
        self._unknown: list[tuple[Document, InputError]] = []

    def open(self, path: Path, file: str) -> None:
        try:
            data = read_bytes(path, file)
            if is_archive(data):
                for name, content in unpacked(data, file):
                    self._take_packed(file, name, content)
            else:
                self._take(file, data)
        except InputError as error:
            self.failures.append(error)

    def adopt(self) -> None:
        """Give documents that nothing recognises to the export beside them that they may belong to."""
        present: dict[ExportSource, list[Any]] = {}
        for source in self.sources:
            if isinstance(source.kind, ExportSource) and isinstance(source.contents, Document):
                present.setdefault(source.kind, []).append(source.contents.value)
        for document, why in self._unknown:
            try:
                self.sources.append(Source(adopting(document.value, present), document))
            except LookupError as error:
                self.failures.append(_homeless(document.file, error.args, present) if error.args else why)

    def _take_packed(self, file: str, name: str, data: bytes) -> None:
        if is_archive(data):
            self.failures.append(InputError.of("archive_in_archive", file=file, inner=name))
        else:
            self._take(f"{file}/{name}", data)

    def _take(self, file: str, data: bytes) -> None:
        try:
            contents = contents_of(data, file, Path(file).suffix.casefold())
        except InputError as error:
            self.failures.append(error)
            return
        sources: list[Source] = []
        failed: list[tuple[Sheet, InputError]] = []
        hidden = [each.name for each in contents if isinstance(each, Sheet) and each.is_hidden]
        for each in contents:
            if isinstance(each, Sheet) and each.is_hidden and len(hidden) < len(contents):
                continue
            try:
                sources.append(source_of(each, self._said))
            except InputError as error:
                if isinstance(each, Document):
                    self._unknown.append((each, error))
                else:
                    failed.append((each, error))
        if sources and (failed or hidden):
            # Of a workbook, the sheets that can be read are; the others are named.
            others = (*(sheet.name for sheet, _ in failed if sheet.name), *hidden)
            first = sources[0]
            if isinstance(first.contents, Sheet):
                sources[0] = replace(first, contents=replace(first.contents, others=others))
        elif failed:
            self.failures.append(failed[0][1])
        self.other_tables += [sheet for sheet, _ in failed if not sources or _may_hold_scorecards(sheet)]
        self.sources += sources


def _may_hold_scorecards(sheet: Sheet) -> bool:
    """Whether a person is asked about a sheet beside others that are read: two of its headings are known."""
    return sum(map(is_known, sheet.columns)) >= FEWEST_COLUMNS


def _homeless(
    file: str, may_be: Sequence[ExportSource], present: Mapping[ExportSource, object]
) -> InputError:
    """Return why a list that may belong to these sources is not read."""
    names = choices([source.name for source in may_be])
    if may_be[0] in present:
        return InputError.of("goes_with_several", file=file, sources=names)
    return InputError.of("goes_with_others", file=file, sources=names)


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
    opened = contents_of(read_bytes(path, file), file, path.suffix.casefold())
    source = source_of(opened[0])
    if kind is Kind.ROLES and source.kind is Kind.BUNDLE and holds_only_roles(source.contents):
        return source
    if source.kind is not kind:
        raise InputError.of("wrong_kind", file=file, found=source.kind, expected=kind)
    return source
