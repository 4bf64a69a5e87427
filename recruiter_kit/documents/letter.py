"""The letter: a feedback in, a PDF out."""

from recruiter_kit.documents.pages import lay_out
from recruiter_kit.documents.templates import fill
from recruiter_kit.documents.view import letter_values
from recruiter_kit.feedback import Feedback


def letter_pdf(feedback: Feedback) -> bytes:
    """Return the letter as a PDF; it carries a DRAFT mark until the feedback is approved.

    Raises RenderError when the letter cannot be laid out.
    """
    return lay_out(letter_html(feedback), "letter.css", feedback.standard.page)


def letter_html(feedback: Feedback) -> str:
    """Return the letter as HTML, every value escaped."""
    return fill("documents/letter.html", **letter_values(feedback))
