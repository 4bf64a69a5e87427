"""A file that was named on the command line, or what is piped in."""

import sys
from pathlib import Path

from recruiter_kit.errors import InputError


def content(file: Path, name: str) -> bytes:
    """Return what `file` holds, "-" being what is piped in; messages call it `name`. Raises InputError."""
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except FileNotFoundError as error:
        raise InputError.of("file_missing", file=name) from error
    except OSError as error:
        raise InputError.of("file_unreadable", file=name, reason=error.strerror or "") from error
