"""Files that are never half-written, in folders whose names give nobody away.

In: contents and a place. Out: the file, whole, or the old one untouched.
"""

import os
import re
import secrets
from hashlib import sha256
from pathlib import Path

from recruiter_kit.errors import InputError

SAFE_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
PART = ".part"


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; raises InputError when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError.of("no_folder", file=folder.name, reason=error.strerror) from error


def write_whole(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write a file so that a reader sees the old one or the new one, never half of one.

    `mode` is who may read and write it, less what the process takes away (umask).
    """
    # A name of its own, for two may write the same file at once.
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what a process that was killed while writing left in `folder`."""
    for leftover in folder.glob(f".*{PART}"):
        leftover.unlink()


def folder_name(application: str) -> str:
    """Return a safe name for an application's folder; an id that is not one is replaced by its hash."""
    if SAFE_FOLDER.fullmatch(application):
        return application
    return f"application-{sha256(application.encode()).hexdigest()[:16]}"
