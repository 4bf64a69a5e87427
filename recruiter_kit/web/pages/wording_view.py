"""What a feedback's page shows of a language model: offers with their added words marked, and what answered.

In: a version and its application. Out: values for the templates; none of them where no model is set and none
was used.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from recruiter_kit.composing import grounds
from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Feedback, Proposal
from recruiter_kit.installation import here
from recruiter_kit.model import Application
from recruiter_kit.writing.settings import Model, model_settings
from recruiter_kit.writing.taking import offered


class Offer(NamedTuple):
    """A proposal that a person may take; `marked` is its text with the words that no note holds marked."""

    proposal: Proposal
    marked: Markup


class WordedBy(NamedTuple):
    """What is shown of models: which is set, offers by statement, proposals by id, who was shown notes."""

    set: Model | None
    offers: dict[str, list[Offer]]
    proposals: dict[str, Proposal]
    elsewhere: str | None


def worded_by(feedback: Feedback | None, application: Application, people: Sequence[str]) -> WordedBy:
    """Return what the page of a feedback shows of models."""
    if feedback is None:
        return WordedBy(model_set(), {}, {}, None)
    offers: dict[str, list[Offer]] = {}
    for proposal in offered(feedback):
        offer = Offer(proposal, _marked(proposal, feedback, application, people))
        offers.setdefault(proposal.replaces[-1].id, []).append(offer)
    proposals = {proposal.id: proposal for proposal in feedback.proposals}
    elsewhere = next((each.model for each in feedback.proposals if each.elsewhere), feedback.shown_elsewhere)
    return WordedBy(model_set(), offers, proposals, elsewhere)


def model_set() -> Model | None:
    """Return which model is set; a broken file is said on its own page, and keeps nobody from their work."""
    try:
        return model_settings(here())
    except InputError:
        return None


def _marked(
    proposal: Proposal, feedback: Feedback, application: Application, people: Sequence[str]
) -> Markup:
    proof = grounds.proof(proposal.text, proposal.sources, feedback, application, people)
    shown, at = Markup(), 0
    for start, end in proof.added:
        shown += escape(proof.text[at:start]) + Markup("<mark>{}</mark>").format(proof.text[start:end])
        at = end
    return shown + escape(proof.text[at:])
