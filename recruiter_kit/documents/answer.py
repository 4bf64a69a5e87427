"""The answer to a dispute: words that a person wrote, as a message to the candidate.

In: the words, the feedback that was told and the candidate's address. Out: a message of text alone: one
question is answered, and nothing else is told.
"""

from email.message import EmailMessage
from email.policy import SMTP

from recruiter_kit.composing.promises import sender_name
from recruiter_kit.composing.voice import Voice
from recruiter_kit.documents.email import address_of
from recruiter_kit.feedback import Feedback
from recruiter_kit.standard import Standard

KINDS = ("stands", "corrected")


def offered(kind: str, feedback: Feedback, sentence: str, standard: Standard) -> str:
    """Return the answer of a kind (KINDS) that a person starts from; blanks are in square brackets."""
    return Voice(standard=standard).say(
        f"dispute.answer.{kind}",
        candidate=feedback.candidate.address_name,
        sentence=sentence or "[the sentence]",
        sign_off=(standard.sign_off or "").rstrip(",") or feedback.organisation,
        sender=sender_name(standard),
    )


def answer_message(words: str, feedback: Feedback, email: str | None, standard: Standard) -> EmailMessage:
    """Return the message, with no address in it where there is none or it is not valid."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = Voice(standard=standard).say("dispute.subject.line", role=feedback.role)
    sender = standard.sender
    if sender and sender.email and (address := address_of(sender.name, sender.email)):
        message["From"] = address
        message["Reply-To"] = address
    if email and (recipient := address_of(feedback.candidate.full_name, email)):
        message["To"] = recipient
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n".join(line.rstrip() for line in words.strip().splitlines()) + "\n")
    return message
