"""A proposal taken by a person, and the noted form one step away."""

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Feedback, Form, Part, Proposal
from recruiter_kit.writing.taking import noted_again, offered, take
from tests.writing.build import FIRST, better, drafted
from tests.writing.server import serving, told_back

OFFER = "You jumped to the tables before you asked anything about the reports."


def with_offer(feedback: Feedback | None = None) -> Feedback:
    feedback = feedback or drafted()
    old = next(each for each in feedback.said(Part.SEEN) if FIRST in [one.text for one in each.sources])
    offer = Proposal(
        id="m1",
        part=Part.SEEN,
        criterion="modelling",
        text=OFFER,
        verdict="look",
        replaces=(old,),
        sources=old.sources,
        model="smollm2",
        prompt="0" * 64,
    )
    return feedback.model_copy(update={"proposals": (offer,)})


def test_an_offer_is_taken_with_its_sources_and_who_took_it() -> None:
    feedback = with_offer()
    (offer,) = offered(feedback)
    taken = take(feedback, offer.id, "dana@example.org")
    (new,) = [each for each in taken.statements if each.proposal == offer.id]
    assert (new.text, new.form, new.by) == (OFFER, Form.ADDRESSED, "dana@example.org")
    assert (new.id, new.sources) == (offer.replaces[0].id, offer.replaces[0].sources)
    assert len(taken.statements) == len(feedback.statements)
    assert offered(taken) == ()


def test_the_noted_form_comes_back_as_it_was() -> None:
    feedback = with_offer()
    taken = take(feedback, "m1", "dana@example.org")
    again = noted_again(taken, offered(feedback)[0].replaces[0].id)
    assert again.statements == feedback.statements
    assert offered(again) == offered(feedback)


def test_every_statement_of_a_model_goes_back_to_its_notes() -> None:
    with serving(told_back) as server:
        feedback, _ = better(server)
    while told := next((each for each in feedback.statements if each.proposal), None):
        feedback = noted_again(feedback, told.id)
    assert feedback.statements == drafted().statements


def test_an_offer_lapses_when_what_it_replaces_has_changed() -> None:
    feedback = with_offer()
    changed = tuple(
        each.model_copy(update={"text": "Other words."}) if each.part is Part.SEEN else each
        for each in feedback.statements
    )
    feedback = feedback.model_copy(update={"statements": changed})
    assert offered(feedback) == ()
    with pytest.raises(InputError, match="has changed since"):
        take(feedback, "m1", "dana@example.org")


@pytest.mark.parametrize("id", ["m9", "t1"])
def test_what_is_no_proposal_cannot_be_taken_or_given_back(id: str) -> None:
    with pytest.raises(InputError, match="no such proposal"):
        take(with_offer(), id, "dana@example.org")
    with pytest.raises(InputError, match="no such proposal"):
        noted_again(with_offer(), id)


@pytest.mark.parametrize(
    ("text", "interview"),
    [(OFFER, "Modelling exercise"), (f"In the modelling exercise y{OFFER[1:]}", None)],
)
def test_the_interview_stands_before_words_that_do_not_name_it(text: str, interview: str | None) -> None:
    feedback = with_offer()
    offer = feedback.proposals[0].model_copy(update={"text": text})
    taken = take(feedback.model_copy(update={"proposals": (offer,)}), "m1", "dana@example.org")
    assert [each.interview for each in taken.statements if each.proposal] == [interview]
