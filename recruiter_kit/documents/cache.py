"""Letters of approved feedback, laid out once and kept by their content.

In: a feedback and a folder. Out: the letter's bytes. The file's name is a hash of all that the letter
depends on, so that a change of the feedback, the standard, a template or the software makes another one, and
no name gives anybody away. Drafts are never kept.
"""

import json
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from recruiter_kit.documents.letter import LetterPage, letter_page, letter_pdf
from recruiter_kit.documents.style import style_sheet
from recruiter_kit.feedback import Feedback
from recruiter_kit.files.whole import make_folder, write_whole


def kept_letter(feedback: Feedback, folder: Path) -> bytes:
    """Return the letter, from `folder` where it was laid out before; raises RenderError like letter_pdf."""
    if feedback.state != "approved":
        return letter_pdf(feedback)
    page = letter_page(feedback)
    path = _path(feedback, page, folder)
    try:
        return path.read_bytes()
    except OSError:
        pdf = letter_pdf(feedback, page)
    make_folder(folder)
    folder.chmod(0o700)
    write_whole(path, pdf)
    return pdf


def forget(feedback: Feedback, folder: Path) -> None:
    """Remove the kept letter of `feedback`, for an erasure."""
    _path(feedback, letter_page(feedback), folder).unlink(missing_ok=True)


def _path(feedback: Feedback, page: LetterPage, folder: Path) -> Path:
    standard = feedback.standard
    parts = [
        version("recruiter-kit"),
        version("weasyprint"),
        page.html,
        style_sheet("letter.css", standard.page, standard.look.accent),
    ]
    return folder / f"{sha256(json.dumps(parts).encode()).hexdigest()}.pdf"
