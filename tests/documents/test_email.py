"""The e-mail as it opens on the recruiter's machine."""

import re
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from recruiter_kit.documents.email import email_message
from recruiter_kit.model import Candidate
from recruiter_kit.standard import Sender
from tests.gold import gold


def opened(message: EmailMessage) -> EmailMessage:
    read_back = message_from_bytes(message.as_bytes(), policy=policy.default)
    assert isinstance(read_back, EmailMessage)
    return read_back


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    content: str = body.get_content()
    return content


def lines(text: str) -> str:
    """Return a text of the message with the line ends of this language."""
    return text.replace("\r\n", "\n")


def test_it_opens_as_an_unsent_draft_to_the_candidate() -> None:
    message = opened(email_message(gold()))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Marta Silva <marta@example.org>"
    assert message["From"] == "Dana Okafor <dana.okafor@example.org>"
    assert message["Date"] is None


def test_its_subject_is_marked_until_it_is_approved() -> None:
    subject = "Your interviews for Data Engineer: our decision and our feedback"
    assert opened(email_message(gold()))["Subject"] == f"DRAFT, not approved: {subject}"
    assert opened(email_message(gold(state="approved")))["Subject"] == subject


def test_text_and_html_say_every_statement() -> None:
    message = opened(email_message(gold()))
    text, html = part(message, "plain"), part(message, "html")
    for statement in gold().statements:
        assert statement.text in text
        assert statement.text.replace("'", "&#39;") in html


def test_it_bears_the_day_of_the_letter_and_closes_as_the_letter_does() -> None:
    text = lines(part(opened(email_message(gold())), "plain"))
    assert text.startswith("12 November 2026\n\nDear Marta,\n\nWe are not offering")
    assert text.endswith("\n\nYours sincerely,\nDana Okafor, Talent, Northgate Logistics\n")
    assert "<p>12 November 2026</p>" in part(opened(email_message(gold())), "html")


def test_one_that_corrects_a_letter_says_so_in_its_subject_and_its_first_line() -> None:
    message = opened(email_message(gold(corrects=date(2026, 11, 13), state="approved")))
    subject = "Correction to our letter of 13 November 2026: your interviews for Data Engineer"
    line = "This letter corrects and replaces our letter of 13 November 2026."
    assert message["Subject"] == subject
    assert f"Dear Marta,\n\n{line}\n\nWe are not" in lines(part(message, "plain"))
    assert f"<p>{line}</p>" in part(message, "html")


def test_the_letter_is_attached_when_asked_for() -> None:
    message = opened(email_message(gold(), attach_pdf=True))
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Feedback Data Engineer.pdf"
    assert attached.get_content().startswith(b"%PDF")
    assert not list(opened(email_message(gold())).iter_attachments())


def test_the_same_feedback_gives_the_same_bytes() -> None:
    first, second = (email_message(gold(), attach_pdf=True).as_bytes() for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "email", [None, "no address", "two@at@signs", "marta@example.org\r\nBcc: x@example.org"]
)
def test_a_candidate_without_a_usable_address_leaves_the_line_blank(email: str | None) -> None:
    candidate = Candidate(given_name="Marta", email=email)
    message = opened(email_message(gold(candidate=candidate)))
    assert message["To"] is None
    assert message["Bcc"] is None


@pytest.mark.parametrize(
    "name", ["王小明", "Marta\r\nBcc: x@example.org", "=?utf-8?q?x?=", '"Marta" <x@example.org>']
)
def test_a_name_never_becomes_a_header(name: str) -> None:
    candidate = Candidate(given_name=name, email="marta@example.org")
    message = opened(email_message(gold(candidate=candidate)))
    assert message["Bcc"] is None
    assert [address.addr_spec for address in message["To"].addresses] == ["marta@example.org"]


def test_answers_go_to_a_person_and_no_machine_answers() -> None:
    message = email_message(gold())
    assert message["Reply-To"] == message["From"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", message["Message-ID"])
    assert "marta" not in message["Message-ID"].lower()


def test_an_organisation_without_an_address_has_a_message_id_of_nowhere() -> None:
    standard = gold().standard.model_copy(update={"sender": Sender(name="Dana Okafor")})
    message = email_message(gold(standard=standard))
    assert message["Message-ID"].endswith("@recruiter-kit.invalid>")
    assert "Reply-To" not in message
