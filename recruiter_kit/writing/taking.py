"""A proposal put in instead of the statements it words better, and taken out again.

In: a feedback and a proposal. Out: the feedback with other statements, not judged yet. Nothing is lost: a
proposal keeps what it replaced, so that the noted form is always one step away.
"""

from collections.abc import Sequence

from recruiter_kit.composing.revising import GAP
from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Basis, Feedback, Form, Part, Proposal, Statement


def put(feedback: Feedback, proposal: Proposal, by: str | None = None) -> Feedback:
    """Return the feedback with the proposal's words instead of the statements it replaces.

    `by` is the person who took it, None where it was proved. Raises InputError when one of the statements has
    changed since, or is gone.
    """
    replaced = {statement.id: statement for statement in proposal.replaces}
    here = {statement.id: statement for statement in feedback.statements}
    if any(here.get(id) != statement for id, statement in replaced.items()):
        raise InputError.of("proposal_overtaken")
    new = _worded(proposal, feedback, by)
    told: list[Statement] = []
    done = False
    for statement in feedback.statements:
        if statement.id not in replaced:
            told.append(statement)
        elif not done:
            told.append(new)
            done = True
    if not done:
        told.insert(_after_gap(told, proposal.criterion), new)
    return feedback.model_copy(update={"statements": tuple(told)})


def take(feedback: Feedback, proposal_id: str, by: str) -> Feedback:
    """Return the feedback with an offered proposal taken by a person.

    Raises InputError for a proposal that there is not, and when what it replaces has changed since.
    """
    return put(feedback, _proposal(feedback, proposal_id), by)


def noted_again(feedback: Feedback, statement_id: str) -> Feedback:
    """Return the feedback with what a proposal replaced back in its place, whatever its words are now.

    Raises InputError for a statement that has no proposal.
    """
    statement = next((each for each in feedback.statements if each.id == statement_id), None)
    if statement is None or statement.proposal is None:
        raise InputError.of("proposal_gone")
    proposal = _proposal(feedback, statement.proposal)
    taken = {each.id for each in feedback.statements if each.id != statement_id}
    noted = [
        each if each.id not in taken else each.model_copy(update={"id": f"{proposal.id}.{each.id}"})
        for each in proposal.replaces
    ]
    told: list[Statement] = []
    for each in feedback.statements:
        told += noted if each.id == statement_id else [each]
    return feedback.model_copy(update={"statements": tuple(told)})


def offered(feedback: Feedback) -> tuple[Proposal, ...]:
    """Return the proposals that a person may still take: what they would replace stands as it was."""
    here = set(feedback.statements)
    return tuple(
        proposal
        for proposal in feedback.proposals
        if proposal.verdict == "look" and proposal.replaces and here.issuperset(proposal.replaces)
    )


def _worded(proposal: Proposal, feedback: Feedback, by: str | None) -> Statement:
    step = proposal.part is Part.ADVICE
    old = proposal.replaces
    rests_on = {id for each in old for id in each.observations}
    rests_on |= {seen.id for seen in feedback.observations if seen.source in proposal.sources}
    return Statement(
        id=old[0].id if old else proposal.id,
        part=proposal.part,
        text=proposal.text,
        basis=Basis.MODEL if step else Basis.OBSERVATION,
        criterion=proposal.criterion,
        interview=_interview(proposal),
        form=None if step else Form.ADDRESSED,
        observations=tuple(seen.id for seen in feedback.observations if seen.id in rests_on),
        sources=proposal.sources,
        by=by,
        proposal=proposal.id,
    )


def _interview(proposal: Proposal) -> str | None:
    """Return the name of the interview that stands before the words, where they do not name it themselves."""
    names = {each.interview for each in proposal.replaces}
    cards = {source.scorecard for source in proposal.sources}
    name = names.pop() if len(names) == 1 and len(cards) == 1 else None
    return name if name and name.casefold() not in proposal.text.casefold() else None


def _proposal(feedback: Feedback, id: str) -> Proposal:
    found = next((proposal for proposal in feedback.proposals if proposal.id == id), None)
    if found is None:
        raise InputError.of("proposal_gone")
    return found


def _after_gap(told: Sequence[Statement], criterion: str) -> int:
    """Return where a next step goes that replaces none: after everything else on its gap."""
    places = [
        place
        for place, statement in enumerate(told, start=1)
        if statement.part in GAP and statement.criterion == criterion
    ]
    return places[-1] if places else len(told)
