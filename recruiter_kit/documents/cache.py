"""Cache of rendered letters, keyed by a hash of their content; at most one per application.

In: a feedback and a folder. Out: the letter's bytes. Only approved letters are stored. A file's name is a
hash of the application's id and a hash of all that the letter depends on, so that a change of the feedback,
the standard, a template or the software makes another file, and the older one goes.

The names tell nobody's name at a glance. An id that can be guessed can be checked against its hash, but only
by somebody who can list the folder, and it is open to its owner alone, who can read the letters too; a key
would protect nothing more.
"""

import json
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from recruiter_kit.documents.letter import LetterPage, letter_page, letter_pdf
from recruiter_kit.documents.style import style_sheet
from recruiter_kit.feedback import Feedback
from recruiter_kit.files.whole import make_folder, write_whole


def cached_letter(feedback: Feedback, folder: Path) -> bytes:
    """Return the letter, from `folder` where it was laid out before; raises RenderError like letter_pdf.

    A draft is laid out each time, and the letters that were stored for its application are removed: their
    approval has been withdrawn, or they are out of date.
    """
    if feedback.state != "approved":
        forget(feedback.application, folder)
        return letter_pdf(feedback)
    page = letter_page(feedback)
    path = folder / f"{_hash(feedback.application)}-{_content(feedback, page)}.pdf"
    try:
        return path.read_bytes()
    except OSError:
        pdf = letter_pdf(feedback, page)
    _store(path, pdf)
    return pdf


def forget(application: str, folder: Path) -> None:
    """Remove every stored letter of the application with this id, half-written ones too.

    Called when a draft is shown, because an approval was withdrawn then; an erasure calls it, too. Does
    nothing where there is none.
    """
    for path in folder.glob(f"*{_hash(application)}-*"):
        path.unlink(missing_ok=True)


def _store(path: Path, pdf: bytes) -> None:
    folder = path.parent
    make_folder(folder)
    folder.chmod(0o700)
    # The folder may be removed, and the letter forgotten, at any moment: then nothing is stored.
    with suppress(FileNotFoundError):
        write_whole(path, pdf)
    owner = path.name.partition("-")[0]
    for older in folder.glob("*.pdf"):
        # Version 0.1 named letters by their content alone: nobody can say whose they are.
        if older != path and (older.name.startswith(owner) or "-" not in older.name):
            older.unlink(missing_ok=True)


def _content(feedback: Feedback, page: LetterPage) -> str:
    standard = feedback.standard
    parts = [
        version("recruiter-kit"),
        version("weasyprint"),
        page.html,
        style_sheet("letter.css", standard.page, standard.look.accent),
    ]
    return _hash(json.dumps(parts))


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
