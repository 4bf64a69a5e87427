"""A ZIP archive to the files in it.

In: bytes. Out: name and bytes of each file, within limits. Locked and damaged archives are refused with what
to do; what an operating system puts into each archive or folder is left out.
"""

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import MEGABYTE, MOST_MEGABYTES
from recruiter_kit.intake.packed import names_in

STARTS = (b"PK\x03\x04", b"PK\x05\x06")
MOST_FILES = 200
SMALLEST = 30
"""The bytes before the name of the first file."""
_OF_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml")
_NOT_FILES = ("__MACOSX/", ".", "Thumbs.db", "desktop.ini")


def is_archive(data: bytes) -> bool:
    """Whether these are the bytes of a ZIP archive, and not of an Office document, which is one inside.

    A damaged one, whose list of files is lost, is an archive as long as no part of a document is in sight.
    """
    if not data.startswith(STARTS):
        return False
    names = names_in(data)
    if names is None:
        return len(data) >= SMALLEST and not any(part.encode() in data for part in _OF_OFFICE)
    return not any(part in names for part in _OF_OFFICE)


def unpacked(data: bytes, file: str) -> list[tuple[str, bytes]]:
    """Return the files of an archive, each with its name.

    The name has its folders where two files have the same. Raises InputError when the archive is locked,
    damaged or empty, or unpacks to too much.
    """
    files: list[tuple[str, bytes]] = []
    size = 0
    try:
        with ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                name = PurePosixPath(part.filename).name or part.filename
                if part.is_dir() or name.startswith(_NOT_FILES) or part.filename.startswith(_NOT_FILES):
                    continue
                size += part.file_size
                if size > MOST_MEGABYTES * MEGABYTE or len(files) >= MOST_FILES:
                    raise InputError.of(
                        "archive_too_large", file=file, limit=MOST_MEGABYTES, files=MOST_FILES
                    )
                files.append((part.filename, archive.read(part)))
    except InputError:
        raise
    except Exception as error:  # BadZipFile, zlib.error, RuntimeError for a password: no common base
        raise InputError.of("archive_damaged", file=file) from error
    if not files:
        raise InputError.of("archive_empty", file=file)
    short = [PurePosixPath(name).name for name, _ in files]
    return [
        (name if short.count(name) == 1 else whole, content)
        for name, (whole, content) in zip(short, files, strict=True)
    ]
