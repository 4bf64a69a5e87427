"""The letter: a feedback in, a PDF out."""

from dataclasses import dataclass

from recruiter_kit.documents.glyphs import refuse_undrawn
from recruiter_kit.documents.logo import logo_uri
from recruiter_kit.documents.templates import fill
from recruiter_kit.documents.view import letter_values
from recruiter_kit.feedback import Feedback


@dataclass(frozen=True)
class LetterPage:
    """A letter that is not laid out yet: its HTML, and the data: URI of the one picture it may show."""

    html: str
    logo: str | None


def letter_pdf(feedback: Feedback, page: LetterPage | None = None) -> bytes:
    """Return the letter as a PDF; it carries a DRAFT mark until the feedback is approved.

    `page` hands over the letter's page where it was made already. Raises RenderError when the letter cannot
    be laid out; UndrawnError, a kind of it, when no font of this machine can draw the candidate's name.
    """
    # Loaded when first needed: the app answers before that (style.py).
    from recruiter_kit.documents.pdf import lay_out

    refuse_undrawn(feedback.candidate.full_name)
    page = page or letter_page(feedback)
    standard = feedback.standard
    return lay_out(page.html, "letter.css", standard.page, standard.look.accent, page.logo)


def letter_page(feedback: Feedback, logo: str | None = None) -> LetterPage:
    """Return the letter as a page to lay out; raises RenderError when its template or logo is broken.

    `logo` is a data: URI that goes before the logo of the standard.
    """
    logo = logo or logo_uri(feedback.standard.look.logo)
    return LetterPage(fill("documents/letter.html", **letter_values(feedback), logo=logo), logo)


def letter_html(feedback: Feedback) -> str:
    """Return the letter as HTML, every value escaped."""
    return letter_page(feedback).html
