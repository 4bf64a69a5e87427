"""The answer to a dispute is held to what a letter may say, and the wording that is offered passes."""

import pytest

from recruiter_kit.documents.answer import KINDS, answer_message, offered
from recruiter_kit.review.answers import answer_findings
from recruiter_kit.standard import Sender, Standard
from tests import build
from tests.workflow.build import feedback

STANDARD = Standard(sender=Sender(name="Ines Okoro", email="ines@example.org"))
PEOPLE = ("Marta Silva", "Ana Reyes", "Omar Haddad")
CANDIDATE = build.application().candidate


def labels(words: str) -> list[tuple[str, str]]:
    found = answer_findings(words, CANDIDATE, PEOPLE, STANDARD)
    return [(each.label, words[each.start : each.end]) for each in found]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_offered_has_one_blank_and_nothing_else_that_is_wrong(kind: str) -> None:
    words = offered(kind, feedback(), "You left out the index.", STANDARD)
    (blank,) = labels(words)
    assert blank[0] == "blank"
    assert labels(words.replace(blank[1], "The recording shows it.")) == []
    assert "“You left out the index.”" in words
    assert "Ines Okoro" in words


def test_without_a_sentence_that_is_a_blank_too() -> None:
    words = offered("stands", feedback(), "", STANDARD)
    assert [label for label, _ in labels(words)] == ["blank", "blank"]


def test_an_organisation_may_word_it_itself() -> None:
    own = "{candidate}: we looked at {sentence}. {sign_off}, {sender}"
    standard = STANDARD.model_copy(update={"wording": {"dispute.answer.stands": own}})
    words = offered("stands", feedback(), "this", standard)
    assert words == "Marta: we looked at this. Yours sincerely, Ines Okoro"


def test_interviewers_and_other_candidates_are_not_named_and_the_candidate_and_the_sender_are() -> None:
    assert labels("Ana Reyes has looked at it.") == [("disclosure", "Ana")]
    assert labels("Dear Marta, the recording shows it. Ines Okoro") == []


def test_a_message_goes_to_the_candidate_from_the_sender_and_holds_the_words() -> None:
    words = "Dear Marta,\n\nThe recording shows it.  "
    message = answer_message(words, feedback(), "marta@example.org", STANDARD)
    assert str(message["To"]) == "Marta Silva <marta@example.org>"
    assert str(message["From"]) == str(message["Reply-To"]) == "Ines Okoro <ines@example.org>"
    assert str(message["Subject"]) == "Our answer about your feedback: Data Engineer"
    assert message.get_content().splitlines() == ["Dear Marta,", "", "The recording shows it."]


@pytest.mark.parametrize("email", [None, "marta at home", "märta@example.org"])
def test_without_an_address_that_mail_can_be_sent_to_there_is_none(email: str | None) -> None:
    assert answer_message("Dear Marta", feedback(), email, STANDARD)["To"] is None
