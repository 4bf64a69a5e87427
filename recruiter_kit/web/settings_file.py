"""Settings files that a page changes: what people wrote in them stays, and a broken whole is never written.

In: a file of the installation and the values that were typed. Out: the file with them, and a line in the
audit log that names the settings and no values. The file is the setting: whoever edits it by hand changes
what the page shows, and one that is write-protected is only shown.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import g

from recruiter_kit.errors import InputError, RecruiterKitError, StoreError
from recruiter_kit.files.yaml_round_trip import change_yaml
from recruiter_kit.installation import Installation, here
from recruiter_kit.model import Record
from recruiter_kit.store import audit
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import store

OWNER_WRITES = 0o200
Reader = Callable[[Installation], Record | None]


def locked(file: Path) -> bool:
    """Whether the app must leave this file alone: somebody has protected it, or its folder, from writing."""
    if not file.exists():
        return not os.access(file.parent, os.W_OK)
    writable = file.stat().st_mode & OWNER_WRITES and os.access(file, os.W_OK)
    return not (writable and os.access(file.parent, os.W_OK))


def save(file: Path, changes: Mapping[str, Any], read: Reader, event: Event) -> None:
    """Write what was typed; `read` reads the setting of an installation, and refuses what cannot be used.

    Raises StoreError for a write-protected file, and InputError for values that cannot be used, with nothing
    changed.
    """
    if locked(file):
        raise StoreError.of("settings_locked")
    before = read(here())

    def accept(content: bytes) -> None:
        changed = ", ".join(_differing(before, trial(file.name, content, read)))
        audit.record(store(), g.user.email, event, settings=changed)

    change_yaml(file, changes, accept)


def why_not(error: RecruiterKitError) -> str:
    """Return what was wrong with a setting, without the name of the file that nobody at the page knows."""
    return error.problem if isinstance(error, InputError) else str(error)


def trial(name: str, content: bytes, read: Reader) -> Record | None:
    """Return the settings as they would be read from a file of this name and content; raises InputError."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        return read(Installation(Path(folder)))


def _differing(before: Record | None, after: Record | None) -> list[str]:
    fields = type(after or before or Record()).model_fields
    return [name for name in fields if getattr(before, name, None) != getattr(after, name, None)]
