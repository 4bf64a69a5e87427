"""The call script on paper and as Markdown: a feedback in, bytes or text out."""

from datetime import date

from recruiter_kit.call.script import CallScript, call_script
from recruiter_kit.documents.templates import fill
from recruiter_kit.feedback import Feedback
from recruiter_kit.model import Record


class Head(Record):
    """What the head of a printed script says that the feedback does not hold; empty ones are left out."""

    telephone: str = ""
    said_as: str = ""
    day: date | None = None


def call_script_pdf(feedback: Feedback, head: Head | None = None) -> bytes:
    """Return the call script as a PDF: the call on one sheet, the cards on its back.

    With a `head` it says how the candidate is reached, and what to settle before dialling.

    Raises RenderError when it cannot be laid out.
    """
    from recruiter_kit.documents.pdf import lay_out

    standard = feedback.standard
    return lay_out(call_script_html(feedback, head), "call-script.css", standard.page, standard.look.accent)


def call_script_html(feedback: Feedback, head: Head | None = None) -> str:
    """Return the call script as HTML, every value escaped."""
    return fill("documents/call-script.html", **_values(feedback), head=head)


def call_script_markdown(feedback: Feedback) -> str:
    """Return the call script as Markdown, for a phone or a notes program."""
    return fill("documents/call-script.md", **_values(feedback))


def call_script_text(feedback: Feedback) -> str:
    """Return the call script as plain text, for a phone that shows nothing else."""
    return fill("documents/call-script.txt", **_values(feedback))


def _values(feedback: Feedback) -> dict[str, object]:
    script = call_script(feedback)
    return {
        "role": feedback.role,
        "candidate": feedback.candidate.full_name,
        "organisation": feedback.organisation,
        "draft": feedback.state == "draft",
        "language": feedback.standard.spelling,
        "script": script,
        "minutes": _minutes(script),
    }


def _minutes(script: CallScript) -> str:
    return f"{script.seconds // 60}:{script.seconds % 60:02}"
