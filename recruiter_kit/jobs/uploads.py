"""Files dropped into the app, on their way into the store: read, asked about, confirmed, saved.

In: files. Out: a folder in instance/uploads/ with the files and their state, worked on by a thread, so that a
long import outlives the request and shows how far it is. A process that was stopped takes the work up again
when somebody looks. What is done or forgotten is removed, since it holds personal data.
"""

import logging
import re
import secrets
import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock, Thread
from typing import Literal

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, RecruiterKitError, StoreError
from recruiter_kit.files.whole import make_folder, write_whole
from recruiter_kit.installation import Installation
from recruiter_kit.intake.opening import open_files
from recruiter_kit.intake.table.asking import Asked, Values, to_ask
from recruiter_kit.intake.table.said import Said
from recruiter_kit.intake.table.sheet import Sheet
from recruiter_kit.jobs.completing import completed
from recruiter_kit.jobs.excerpts import Excerpt, excerpts
from recruiter_kit.jobs.open_questions import open_questions
from recruiter_kit.messages import say
from recruiter_kit.model import Bundle, Record
from recruiter_kit.store.database import Database, from_text, open_store, to_text
from recruiter_kit.workflow import headings, imports

LOG = logging.getLogger(__name__)
FOLDER = "uploads"
HIDDEN = "."
KEPT_FOR = timedelta(days=1)
SAID_EVERY = 100
"""Applications between two notes of how far it is."""
Step = Literal["reading", "asking", "values", "read", "keeping", "kept", "failed"]
WORKING = ("reading", "keeping")


class State(Record):
    """How far an upload is.

    `counts` says how many are new, changed and the same, and how many sentences were set apart; `asked` what
    can be asked about the headings of tables, `said` what a person has said of them, `values` what has to be
    asked about the values of each of these; `excerpts` holds the rows with problems; `why` what was wrong.
    """

    step: Step
    by: str
    at: str
    names: tuple[str, ...]
    asked: tuple[Asked, ...] = ()
    said: tuple[Said, ...] = ()
    values: tuple[Values, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    done: int = 0
    total: int = 0
    counts: Mapping[str, int] = {}
    why: str = ""


_at_work: dict[str, Thread] = {}
_guard = Lock()


def begin(instance: Path, files: Iterable[tuple[str, bytes]], by: str) -> str:
    """Put the files aside, begin to read them, and return the name of the upload."""
    sweep(instance)
    name = secrets.token_urlsafe(12)
    # Under a name that sweep() leaves alone, until its state is in it.
    folder = instance / FOLDER / f"{HIDDEN}{name}"
    make_folder(folder / "files")
    folder.chmod(0o700)
    names: list[str] = []
    for file, content in files:
        name_here = _name(file, names)
        (folder / "files" / name_here).write_bytes(content)
        names.append(name_here)
    _write(folder, State(step="reading", by=by, at=to_text(now()), names=tuple(names)))
    folder.rename(instance / FOLDER / name)
    _work(instance, name)
    return name


def look(instance: Path, name: str, wait: float = 0) -> State:
    """Return how far it is, after at most `wait` seconds; raises NotFoundError when it is not there."""
    state = _read(_folder(instance, name))
    if state.step in WORKING:
        _work(instance, name).join(wait)
        state = _read(_folder(instance, name))
    return state


def bundle(instance: Path, name: str) -> Bundle:
    """Return what was read; raises NotFoundError when it was dropped or saved meanwhile."""
    try:
        return Bundle.model_validate_json((_folder(instance, name) / "bundle.json").read_text("utf-8"))
    except FileNotFoundError as error:
        raise NotFoundError.of("upload_gone") from error


def say_columns(instance: Path, name: str, said: Sequence[Said]) -> None:
    """Accept what a person said of the headings of each table, and read again."""
    if _step_on(instance, name, "asking", "reading", said=tuple(said)):
        _work(instance, name)


def say_values(instance: Path, name: str, said: Sequence[Said]) -> None:
    """Accept what a person said of the values of each table, and read again."""
    if _step_on(instance, name, "values", "reading", said=tuple(said)):
        _work(instance, name)


def tie(
    instance: Path, name: str, db: Database, ties: Mapping[str, str], criteria: Mapping[str, str]
) -> None:
    """Accept to which criteria notes and names belong, for this and later files, and read again."""
    if _step_on(instance, name, "read", "reading"):
        headings.remember_ties(db, ties)
        headings.remember_criteria(db, criteria)
        _work(instance, name)


def ask_again(instance: Path, name: str) -> None:
    """Go back to the question which column is which."""
    for step in ("values", "read"):
        if _read(_folder(instance, name)).asked and _step_on(instance, name, step, "asking"):
            return


def confirm(instance: Path, name: str) -> None:
    """Save what was read; once, however often it is asked for."""
    if _step_on(instance, name, "read", "keeping"):
        _work(instance, name)


def drop(instance: Path, name: str) -> None:
    """Remove the files; nothing is saved. Raises StoreError when it is being saved already."""
    with _guard:
        if _read(_folder(instance, name)).step in ("keeping", "kept"):
            raise StoreError.of("upload_kept")
        shutil.rmtree(_folder(instance, name), ignore_errors=True)


def sweep(instance: Path) -> None:
    """Remove what nobody has confirmed for a day."""
    folder = instance / FOLDER
    for upload in folder.iterdir() if folder.is_dir() else ():
        try:
            old = from_text(_read(upload).at) < now() - KEPT_FOR
        except NotFoundError:
            old = not upload.name.startswith(HIDDEN) or _age(upload) > KEPT_FOR
        if old:
            shutil.rmtree(upload, ignore_errors=True)


def _step_on(instance: Path, name: str, before: Step, after: Step, **values: object) -> bool:
    """Go from one step to the next; False when somebody was faster."""
    folder = _folder(instance, name)
    with _guard:
        state = _read(folder)
        if state.step != before:
            return False
        _write(folder, state.model_copy(update={"step": after, **values}))
    return True


def _work(instance: Path, name: str) -> Thread:
    with _guard:
        thread = _at_work.get(name)
        if thread is None or not thread.is_alive():
            thread = Thread(target=_run, args=(instance, name), name="upload", daemon=True)
            _at_work[name] = thread
            thread.start()
        return thread


def _run(instance: Path, name: str) -> None:
    folder = _folder(instance, name)
    try:
        state = _read(folder)
        # Another thread may have been done with it in the moment between a look and the start of this one.
        if state.step in WORKING:
            _finish(folder, _worked_on(instance, folder, state))
    except NotFoundError:
        # It was dropped meanwhile, and nobody waits for it.
        pass
    finally:
        with _guard:
            _at_work.pop(name, None)


def _finish(folder: Path, state: State) -> None:
    """Write what the work came to, unless the upload was dropped meanwhile, which must leave nothing."""
    with _guard:
        if _dropped(folder):
            shutil.rmtree(folder, ignore_errors=True)
            return
        _write(folder, state)
    if state.step in ("kept", "failed"):
        shutil.rmtree(folder / "files", ignore_errors=True)
        (folder / "bundle.json").unlink(missing_ok=True)


def _dropped(folder: Path) -> bool:
    return not (folder / "state.json").exists()


def _worked_on(instance: Path, folder: Path, state: State) -> State:
    db = open_store(Installation(instance).database)
    try:
        return _reading(folder, state, db) if state.step == "reading" else _keeping(folder, state, db)
    except RecruiterKitError as error:
        why = str(error)
    except Exception as error:  # whatever it is, the person who waits is shown it
        why = say("unexpected", kind=type(error).__name__)
        if not _dropped(folder):
            LOG.warning("upload: failed: %s", type(error).__name__)
    finally:
        db.conn.close()
    return state.model_copy(update={"step": "failed", "why": why})


def _reading(folder: Path, state: State, db: Database) -> State:
    paths = [path for path, _ in _files(folder)]
    said = (*state.said, *headings.said_before(db))
    opened = open_files(paths, said=said)
    own = [source for source in opened.sources if source.said is not None]
    tables = [*opened.other_tables, *(each.contents for each in own if isinstance(each.contents, Sheet))]
    asked = to_ask(tables, headings.chosen_before(db))
    if not state.said and to_ask(opened.other_tables, {}):
        return state.model_copy(update={"step": "asking", "asked": asked})
    opened, said, values = open_questions(opened)
    if any(values):
        return state.model_copy(update={"step": "values", "asked": asked, "said": said, "values": values})
    headings.remember(db, said)
    read = completed(opened, db, headings.criteria(db), headings.ties(db))
    write_whole(folder / "bundle.json", read.model_dump_json().encode())
    counts = imports.compare(db, read)._asdict()
    del counts["import_id"]
    update = {"step": "read", "total": len(read.applications), "counts": counts, "asked": asked, "said": said}
    return state.model_copy(update={**update, "excerpts": excerpts(opened, read.notices)})


def _keeping(folder: Path, state: State, db: Database) -> State:
    found = Bundle.model_validate_json((folder / "bundle.json").read_text("utf-8"))

    def said(done: int) -> None:
        if done % SAID_EVERY == 0:
            _write(folder, state.model_copy(update={"done": done}))

    contents = [(file, path.read_bytes()) for path, file in _files(folder)]
    names = ", ".join(state.names)
    kept = imports.keep_import(db, found, imports.packed(contents), names, state.by, progress=said)
    counts = {name: count or 0 for name, count in kept._asdict().items()}
    return state.model_copy(update={"step": "kept", "counts": counts, "done": state.total})


def _files(folder: Path) -> Sequence[tuple[Path, str]]:
    return [(folder / "files" / name, name) for name in _read(folder).names]


def _name(file: str, taken: Sequence[str]) -> str:
    """Return a name that is safe in a folder and not taken; a name from a browser may hold anything."""
    safe = re.sub(r"[^\w .()-]+", "_", Path(file.replace("\\", "/")).name).lstrip(". ")[-80:] or "file"
    number = 2
    name = safe
    while name in taken:
        name = f"{Path(safe).stem} ({number}){Path(safe).suffix}"
        number += 1
    return name


def _folder(instance: Path, name: str) -> Path:
    if not name.replace("-", "").replace("_", "").isalnum():
        raise NotFoundError.of("upload_gone")
    return instance / FOLDER / name


def _age(folder: Path) -> timedelta:
    try:
        return now() - datetime.fromtimestamp(folder.stat().st_mtime, UTC)
    except FileNotFoundError:
        return timedelta(0)


def _read(folder: Path) -> State:
    try:
        return State.model_validate_json((folder / "state.json").read_bytes())
    except (OSError, ValueError) as error:
        raise NotFoundError.of("upload_gone") from error


def _write(folder: Path, state: State) -> None:
    write_whole(folder / "state.json", state.model_dump_json().encode())
