"""A ZIP archive to the files in it.

In: bytes. Out: name and bytes of each file, within limits. Archives inside archives, locked and damaged ones
are refused with what to do.
"""

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import MEGABYTE, MOST_MEGABYTES

START = b"PK\x03\x04"
MOST_FILES = 200
_NOT_FILES = ("__MACOSX/", ".")


def is_archive(data: bytes) -> bool:
    """Whether these are the bytes of a ZIP archive, and not of an Office document, which is one inside."""
    if not data.startswith(START):
        return False
    names = _names(data)
    office = "[Content_Types].xml" in names or "mimetype" in names or "META-INF/manifest.xml" in names
    return bool(names) and not office


def unpacked(data: bytes, file: str) -> list[tuple[str, bytes]]:
    """Return the files of an archive, each with its name.

    Raises InputError when it is locked, damaged, holds an archive, or unpacks to too much.
    """
    files: list[tuple[str, bytes]] = []
    size = 0
    try:
        with ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                name = PurePosixPath(part.filename).name
                if part.is_dir() or name.startswith(_NOT_FILES) or part.filename.startswith(_NOT_FILES):
                    continue
                size += part.file_size
                if size > MOST_MEGABYTES * MEGABYTE or len(files) >= MOST_FILES:
                    raise InputError.of(
                        "archive_too_large", file=file, limit=MOST_MEGABYTES, files=MOST_FILES
                    )
                content = archive.read(part)
                if is_archive(content):
                    raise InputError.of("archive_in_archive", file=file, inner=name)
                files.append((name, content))
    except InputError:
        raise
    except Exception as error:  # BadZipFile, zlib.error, RuntimeError for a password: no common base
        raise InputError.of("archive_damaged", file=file) from error
    if not files:
        raise InputError.of("archive_empty", file=file)
    return files


def _names(data: bytes) -> frozenset[str]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except Exception:  # it says itself what is wrong when it is opened as what it is
        return frozenset()
