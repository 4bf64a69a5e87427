"""Documents with notes, on their way into scorecards: kept until a person has confirmed or cancelled.

In: a file or a pasted text. Out: a folder of its own in instance/uploads/, read again whenever somebody
looks. Confirmed, cancelled or forgotten for a day, it is removed, since it holds personal data.
"""

import secrets
import shutil
from datetime import timedelta
from pathlib import Path

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError
from recruiter_kit.files.text import shorten
from recruiter_kit.files.whole import make_folder, write_whole
from recruiter_kit.intake.documents.reader import read_document, read_text
from recruiter_kit.intake.documents.written import Written
from recruiter_kit.model import Record
from recruiter_kit.store.database import from_text, to_text

FOLDER = "uploads"
PREFIX = ".notes-"
"""Hidden, so that nothing that sweeps imports takes it for one of them."""
KEPT_FOR = timedelta(days=1)


class Kept(Record):
    """Whose document it is, for which application, since when; `file` is empty for a pasted text."""

    by: str
    at: str
    application: str
    file: str


def begin(instance: Path, application: str, file: str, content: bytes, by: str) -> str:
    """Put a document aside and return its name here; raises InputError when it cannot be read."""
    sweep(instance)
    shown = shorten(Path(file.replace("\\", "/")).name, 80)
    kept = Kept(by=by, at=to_text(now()), application=application, file=shown)
    _read(kept, content)
    name = secrets.token_urlsafe(12)
    folder = _folder(instance, name)
    make_folder(folder)
    folder.chmod(0o700)
    write_whole(folder / "content", content, 0o600)
    write_whole(folder / "kept.json", kept.model_dump_json().encode(), 0o600)
    return name


def look(instance: Path, name: str, application: str, by: str) -> Written:
    """Return what the document holds; raises NotFoundError where it is not there, or is somebody else's."""
    folder = _folder(instance, name)
    try:
        kept = Kept.model_validate_json((folder / "kept.json").read_bytes())
        content = (folder / "content").read_bytes()
    except (OSError, ValueError) as error:
        raise NotFoundError.of("notes_gone") from error
    if (kept.by, kept.application) != (by, application):
        raise NotFoundError.of("notes_gone")
    return _read(kept, content)


def drop(instance: Path, name: str) -> None:
    """Remove a document; what was taken from it is in the scorecards."""
    shutil.rmtree(_folder(instance, name), ignore_errors=True)


def sweep(instance: Path) -> None:
    """Remove what nobody has confirmed for a day."""
    for folder in (instance / FOLDER).glob(f"{PREFIX}*"):
        try:
            kept = Kept.model_validate_json((folder / "kept.json").read_bytes())
            old = from_text(kept.at) < now() - KEPT_FOR
        except (OSError, ValueError):
            old = True
        if old:
            shutil.rmtree(folder, ignore_errors=True)


def _read(kept: Kept, content: bytes) -> Written:
    if kept.file:
        return read_document(content, kept.file)
    return read_text(content.decode("utf-8"))


def _folder(instance: Path, name: str) -> Path:
    if not name.replace("-", "").replace("_", "").isalnum():
        raise NotFoundError.of("notes_gone")
    return instance / FOLDER / f"{PREFIX}{name}"
