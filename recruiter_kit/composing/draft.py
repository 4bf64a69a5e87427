"""From an application with its decision to a drafted feedback.

In: a Case. Out: a Feedback in the state draft, not judged yet. Keeps R1 (nothing without a recorded
decision), R2 (each statement says what it rests on) and R10 (the decision first).
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.case import Case
from recruiter_kit.composing import statements
from recruiter_kit.composing.plan import Plan, contradicting, plan, trouble
from recruiter_kit.composing.policy import policy_of
from recruiter_kit.composing.sifting import sift
from recruiter_kit.feedback import (
    BELOW_BAR,
    Closeness,
    Feedback,
    Finding,
    LeftToRecruiter,
    Observation,
    Standing,
    Verdict,
)
from recruiter_kit.language.observing import observe
from recruiter_kit.messages import say
from recruiter_kit.model import Decision
from recruiter_kit.panel.closeness import closeness
from recruiter_kit.panel.standing import standings
from recruiter_kit.standard import Standard


def compose(case: Case) -> Feedback:
    """Draft the feedback on a case; its findings are only those of composing (review/ finds the others).

    The same case gives the same feedback, to the letter. Raises UndecidedError without a recorded decision
    (R1), IncompleteError when the sources lack something: scorecards, a required level, a decisive criterion,
    the organisation.
    """
    application, role, standard = case.application, case.role, case.standard
    panel = standings(application, role)
    observed = observe(application, role, case.people, standard.spelling)
    usable, doubtful = sift(observed.observations)
    planned = plan(case, panel, usable)
    return Feedback(
        application=application.id,
        role=role.title,
        organisation=case.organisation,
        candidate=application.candidate,
        decision=case.decision,
        drafted_on=case.today,
        standard=standard,
        policy=policy_of(standard, application.stage, role.country),
        statements=statements.letter(case, panel, planned),
        standings=panel,
        closeness=(near := closeness(application, role, _weighed(case.decision, panel))),
        observations=observed.observations,
        withheld=observed.withheld,
        left_to_recruiter=(*observed.left, *doubtful, *_contradicting(usable, panel, planned)),
        findings=(*planned.findings, *_findings(standard, near, planned)),
    )


def _weighed(decision: Decision, found: Sequence[Standing]) -> list[Standing]:
    """Return the standings that the decision rests on: the decisive ones, or all when none is named."""
    decisive = [standing for standing in found if standing.criterion in decision.decisive]
    return decisive or list(found)


def _contradicting(
    observations: Sequence[Observation], found: Sequence[Standing], planned: Plan
) -> list[LeftToRecruiter]:
    """Return the notes that point against the panel's levels and are not told (R4)."""
    pieces = [piece for gap in planned.gaps for piece in (*gap.other_view, *gap.seen)]
    pieces += [piece for strength in planned.strengths for piece in strength.seen]
    told = {observation for piece in pieces for observation in piece.observations}
    names = {standing.criterion: standing.name for standing in found}
    return [
        LeftToRecruiter(
            source=observation.source,
            criterion=observation.criterion,
            direction=observation.direction,
            reason=say("contradicts_level", criterion=names[observation.criterion or ""]),
        )
        for observation in contradicting(found, observations)
        if observation.id not in told
    ]


def _findings(standard: Standard, near: Closeness | None, planned: Plan) -> Iterator[Finding]:
    if standard.sender is None:
        yield trouble("no-sender", "no_sender", lasting=True)
    strong_gap = any(gap.standing.band in BELOW_BAR for gap in planned.gaps)
    if near is not None and near.verdict is Verdict.TOO_CLOSE and strong_gap:
        too_close = trouble("too-close", "too_close", lasting=True)
        yield too_close.model_copy(update={"severity": "warning"})
