"""From an application with its decision to a drafted feedback.

In: a Case. Out: a Feedback in the state draft, not judged yet. Keeps R1 (nothing without a recorded
decision), R2 (each statement says what it rests on) and R10 (the decision first).
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.case import Case
from recruiter_kit.composing import statements
from recruiter_kit.composing.plan import Plan, plan, trouble
from recruiter_kit.composing.policy import policy_of
from recruiter_kit.composing.sifting import sift, sift_asked
from recruiter_kit.composing.units import gather
from recruiter_kit.feedback import (
    BELOW_BAR,
    Closeness,
    Direction,
    Feedback,
    Finding,
    LeftToRecruiter,
    Observation,
    Standing,
    Verdict,
)
from recruiter_kit.language.direction import direction
from recruiter_kit.language.observing import Observed, observe
from recruiter_kit.messages import say
from recruiter_kit.model import Decision, Scale
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
    released = [release.id for release in case.releases]
    observed = observe(application, role, case.people, standard.spelling, case.answers, released)
    usable, doubtful = sift(observed.observations)
    everything = Observed(observed.observations, observed.withheld, (*sift_asked(observed.left), *doubtful))
    gathered = gather(application, everything, usable)
    planned = plan(case, panel, gathered)
    return Feedback(
        application=application.id,
        role=role.title,
        organisation=case.organisation,
        candidate=application.candidate,
        decision=case.decision,
        drafted_on=case.today,
        standard=standard,
        policy=policy_of(standard, application.stage, role.country),
        statements=statements.letter(case, panel, planned, criticised=_criticised(everything)),
        standings=panel,
        closeness=(near := closeness(application, role, _weighed(case.decision, panel))),
        observations=observed.observations,
        withheld=observed.withheld,
        left_to_recruiter=(*everything.left, *gathered.needing, *_contradicting(panel, planned)),
        answers=case.answers,
        releases=case.releases,
        findings=(*planned.findings, *_findings(standard, near, planned)),
    )


def _criticised(observed: Observed) -> bool:
    """Whether the words of any note that may be told speak of a failure, told or not."""
    asked = [left for left in observed.left if left.question]
    written: tuple[Observation | LeftToRecruiter, ...] = (*observed.observations, *asked)
    sources = [one.source.text for one in written if one.criterion]
    return any(direction(text, None, None, Scale()) is Direction.GAP for text in sources)


def _weighed(decision: Decision, found: Sequence[Standing]) -> list[Standing]:
    """Return the standings that the decision rests on: the decisive ones, or all when none is named."""
    decisive = [standing for standing in found if standing.criterion in decision.decisive]
    return decisive or list(found)


def _contradicting(found: Sequence[Standing], planned: Plan) -> Iterator[LeftToRecruiter]:
    """Yield the sentences of units whose words plainly contradict the rating beside them (R4)."""
    names = {standing.criterion: standing.name for standing in found}
    for unit in planned.contradicting:
        for observation in unit.told:
            yield LeftToRecruiter(
                source=observation.source,
                criterion=observation.criterion,
                direction=observation.direction,
                reason=say("contradicts_level", criterion=names[unit.criterion], level=f"{unit.level:g}"),
            )


def _findings(standard: Standard, near: Closeness | None, planned: Plan) -> Iterator[Finding]:
    if standard.sender is None:
        yield trouble("no-sender", "no_sender", lasting=True)
    strong_gap = any(gap.standing.band in BELOW_BAR for gap in planned.gaps)
    if near is not None and near.verdict is Verdict.TOO_CLOSE and strong_gap:
        too_close = trouble("too-close", "too_close", lasting=True)
        yield too_close.model_copy(update={"severity": "warning"})
