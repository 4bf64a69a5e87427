"""The e-mail: a feedback in, an unsent message out.

The standard library builds the headers, so that no value can add one of its own.
"""

import re
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from recruiter_kit.composing import phrasing
from recruiter_kit.documents.letter import letter_pdf
from recruiter_kit.documents.templates import fill
from recruiter_kit.documents.view import letter_values
from recruiter_kit.feedback import Feedback

LONGEST_NAME = 80
NOWHERE = "recruiter-kit.invalid"


def email_message(
    feedback: Feedback, *, attach_pdf: bool = False, letter: bytes | None = None
) -> EmailMessage:
    """Return the feedback as a message with a text and an HTML part that say the same.

    It opens as an unsent draft. `attach_pdf` attaches the letter; `letter` hands over its bytes
    where they exist already. A missing address of the candidate or the sender is left blank for a
    person to fill. Raises RenderError when the letter cannot be laid out.
    """
    values = letter_values(feedback)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = phrasing.say(f"letter.subject.{feedback.state}", subject=values["subject"])
    sender = feedback.standard.sender
    address = address_of(sender.name, sender.email) if sender and sender.email else None
    if address:
        message["From"] = address
    candidate = feedback.candidate
    if candidate.email and (recipient := address_of(candidate.full_name, candidate.email)):
        message["To"] = recipient
    if address:
        message["Reply-To"] = address
    message["Message-ID"] = f"<{_own_id(feedback)}@{address.domain if address else NOWHERE}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Unsent"] = "1"
    message.set_content(_paragraphs(fill("email/feedback.txt", **values)))
    message.add_alternative(fill("email/feedback.html", **values), subtype="html")
    if attach_pdf:
        pdf = letter_pdf(feedback) if letter is None else letter
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=_file_name(feedback))
    _fix_boundaries(message)
    return message


def _file_name(feedback: Feedback) -> str:
    """Return a name that tells the reader which letter it is, and nobody else who they are (R9)."""
    role = " ".join(re.sub(r"[^\w .,&()+-]", " ", feedback.role).split())
    return f"Feedback {role}"[:LONGEST_NAME].rstrip(" .") + ".pdf"


def _own_id(feedback: Feedback) -> str:
    """Return an id for the message that the same feedback always gets and that gives nobody away."""
    return sha256(feedback.model_dump_json().encode()).hexdigest()[:32]


def address_of(name: str, email: str) -> Address | None:
    """Return the address, or None when it is not a valid one: a person then fills the line in."""
    try:
        address = Address(display_name=" ".join(name.split()), addr_spec=email)
    except (ValueError, HeaderParseError, AttributeError):
        # The parser trips over some texts that are not addresses, such as "a@[".
        return None
    return address if email.isascii() else None


def _paragraphs(text: str) -> str:
    """Leave one empty line between paragraphs, their own line breaks, and no other spacing."""
    blocks = [_lines(block) for block in text.split("\n\n")]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _lines(block: str) -> str:
    lines = [" ".join(line.split()) for line in block.splitlines()]
    return "\n".join(line for line in lines if line)


def _fix_boundaries(message: EmailMessage) -> None:
    """Derive the boundaries from the contents: the same feedback gives the same bytes."""
    for index, part in enumerate(part for part in message.walk() if part.is_multipart()):
        leaves = [str(leaf.get_payload()) for leaf in part.walk() if not leaf.is_multipart()]
        part.set_boundary(f"part-{index}-{sha256(''.join(leaves).encode()).hexdigest()[:32]}")
