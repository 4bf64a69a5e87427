"""The letter: a feedback in, a PDF out."""

from recruiter_kit.documents.glyphs import undrawn
from recruiter_kit.documents.logo import logo_uri
from recruiter_kit.documents.templates import fill
from recruiter_kit.documents.view import letter_values
from recruiter_kit.errors import RenderError
from recruiter_kit.feedback import Feedback
from recruiter_kit.messages import say


def letter_pdf(feedback: Feedback) -> bytes:
    """Return the letter as a PDF; it carries a DRAFT mark until the feedback is approved.

    Raises RenderError when the letter cannot be laid out, or when no font of this machine can draw the
    candidate's name.
    """
    # Loaded when first needed: the app answers before that (style.py).
    from recruiter_kit.documents.pdf import lay_out

    missing = undrawn(feedback.candidate.full_name)
    if missing:
        raise RenderError(say("not_drawn", signs=" ".join(missing)))
    standard = feedback.standard
    logo = logo_uri(standard.look.logo)
    return lay_out(letter_html(feedback), "letter.css", standard.page, standard.look.accent, logo)


def letter_html(feedback: Feedback) -> str:
    """Return the letter as HTML, every value escaped."""
    logo = logo_uri(feedback.standard.look.logo)
    return fill("documents/letter.html", **letter_values(feedback), logo=logo)
