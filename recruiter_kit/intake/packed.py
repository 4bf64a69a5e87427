"""Zip files that a stranger packed: refused by what they say they unpack to, then by what they really do.

In: the bytes of a file. Out: nothing. Raises InputError for a damaged or locked file and for one that
unpacks to too much.
"""

from io import BytesIO
from zipfile import ZipFile

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import MEGABYTE

MOST_MEGABYTES = 50
MOST_RATIO = 100
MOST_PARTS = 2_000
MOST_ELEMENTS = 3_000_000
SMALL = 2 * MEGABYTE
CHUNK = 1 << 16


def names_in(data: bytes) -> frozenset[str] | None:
    """Return the names of the parts of a zip, None where the list of them is damaged."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except Exception:
        # What the library raises on a list that somebody damaged has no common base.
        return None


def check_unpacked(
    data: bytes, file: str, too_large: str, damaged: str, most_elements: int = MOST_ELEMENTS
) -> None:
    """Refuse a file that unpacks to too much; `too_large` and `damaged` are the messages for it."""
    limit = MOST_MEGABYTES * MEGABYTE
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            declared = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or declared > min(limit, max(SMALL, MOST_RATIO * len(data))):
                raise InputError.of(too_large, file=file, limit=MOST_MEGABYTES)
            unpacked = elements = 0
            for part in parts:
                with archive.open(part) as opened:
                    while chunk := opened.read(CHUNK):
                        if not _is_plain(part.filename, chunk):
                            raise InputError.of(damaged, file=file)
                        unpacked += len(chunk)
                        elements += chunk.count(b"<")
                        if unpacked > limit or elements > most_elements:
                            raise InputError.of(too_large, file=file, limit=MOST_MEGABYTES)
    except InputError:
        raise
    except Exception as error:  # BadZipFile, zlib.error, RuntimeError for a password: no common base
        raise InputError.of(damaged, file=file) from error


def _is_plain(name: str, chunk: bytes) -> bool:
    """Whether a part declares no entities and names no document type, as no Office program does."""
    return not name.endswith((".xml", ".rels")) or not (b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk)
