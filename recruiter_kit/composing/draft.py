"""From an application with its decision to a drafted feedback.

In: application, role, standard. Out: a Feedback in the state draft, checked. Keeps R1 (nothing
without a recorded decision), R2 (each statement says what it rests on) and R10 (the decision first).
"""

from collections.abc import Sequence
from datetime import date

from recruiter_kit.composing import statements
from recruiter_kit.composing.plan import Plan, contradicting, plan, trouble
from recruiter_kit.composing.policy import policy_of
from recruiter_kit.composing.revising import reason_untold
from recruiter_kit.composing.sifting import sift
from recruiter_kit.errors import IncompleteError, UndecidedError
from recruiter_kit.feedback import (
    BELOW_BAR,
    Feedback,
    Finding,
    LeftToRecruiter,
    Observation,
    Standing,
    Verdict,
)
from recruiter_kit.language.observing import observe
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Decision, Reason, Role
from recruiter_kit.panel.closeness import closeness
from recruiter_kit.panel.standing import standings
from recruiter_kit.review import candour
from recruiter_kit.review.statements import check_feedback
from recruiter_kit.standard import Standard

NEED_A_DECISIVE_CRITERION = frozenset({Reason.BELOW_BAR, Reason.MISSING_REQUIREMENT})


def compose(
    application: Application,
    role: Role,
    standard: Standard | None = None,
    *,
    people: Sequence[str] = (),
    drafted_on: date | None = None,
) -> Feedback:
    """Draft the feedback on one application.

    `people` names everybody in the files (Bundle.people), so that nobody else is named to the
    candidate (R7, R9). The candidate's days to object count from the decision, or from `drafted_on` where
    that is later. The same input gives the same feedback, to the letter.
    Raises UndecidedError without a recorded decision (R1), IncompleteError when the sources
    lack something: scorecards, a required level, a decisive criterion, the organisation.
    """
    standard = standard or Standard()
    decision = _decision(application)
    organisation = _organisation(role, standard)
    found = standings(application, role)
    observed = observe(application, role, people, standard.spelling)
    usable, doubtful = sift(observed.observations)
    planned = plan(application, decision, role, found, usable, standard)
    weighed = _weighed(decision, found)
    near = closeness(application, role, weighed)
    feedback = Feedback(
        application=application.id,
        role=role.title,
        organisation=organisation,
        candidate=application.candidate,
        decision=decision,
        drafted_on=drafted_on,
        standard=standard,
        policy=policy_of(standard, application.stage, role.country),
        statements=statements.letter(
            application, decision, role, standard, found, planned, people, drafted_on
        ),
        standings=found,
        closeness=near,
        observations=observed.observations,
        withheld=observed.withheld,
        left_to_recruiter=(*observed.left, *doubtful, *_contradicting(usable, found, planned)),
    )
    measured = candour.measure(feedback)
    findings = (
        *planned.findings,
        *reason_untold(feedback),
        *_findings(feedback, planned),
        *check_feedback(feedback, people),
        *candour.findings(feedback, measured),
    )
    return feedback.model_copy(update={"findings": findings, "candour": measured})


def _decision(application: Application) -> Decision:
    decision = application.decision
    if decision is None:
        raise UndecidedError(say("undecided", application=application.id))
    if not application.scorecards:
        raise IncompleteError(say("no_scorecards", application=application.id))
    if decision.reason in NEED_A_DECISIVE_CRITERION and not decision.decisive:
        raise IncompleteError(say("needs_decisive", application=application.id, reason=decision.reason.value))
    return decision


def _organisation(role: Role, standard: Standard) -> str:
    organisation = standard.organisation or role.organisation
    if organisation is None:
        raise IncompleteError(say("lacking", what=f"the organisation of the role {role.title}"))
    return organisation


def _weighed(decision: Decision, found: Sequence[Standing]) -> list[Standing]:
    """Return the standings that the decision rests on: the decisive ones, or all when none is named."""
    decisive = [each for each in found if each.criterion in decision.decisive]
    return decisive or list(found)


def _contradicting(
    observations: Sequence[Observation], found: Sequence[Standing], planned: Plan
) -> list[LeftToRecruiter]:
    """Return the notes that point against the panel's levels and are not told (R4)."""
    pieces = [piece for gap in planned.gaps for piece in (*gap.other_view, *gap.seen)]
    pieces += [piece for strength in planned.strengths for piece in strength.seen]
    told = {observation for piece in pieces for observation in piece.observations}
    names = {each.criterion: each.name for each in found}
    return [
        LeftToRecruiter(
            source=each.source,
            criterion=each.criterion,
            direction=each.direction,
            reason=say("contradicts_level", criterion=names[each.criterion or ""]),
        )
        for each in contradicting(found, observations)
        if each.id not in told
    ]


def _findings(feedback: Feedback, planned: Plan) -> tuple[Finding, ...]:
    found = []
    if feedback.standard.sender is None:
        found.append(trouble("no-sender", "no_sender"))
    near = feedback.closeness
    strong_gap = any(gap.standing.band in BELOW_BAR for gap in planned.gaps)
    if near is not None and near.verdict is Verdict.TOO_CLOSE and strong_gap:
        found.append(trouble("too-close", "too_close").model_copy(update={"severity": "warning"}))
    return tuple(found)
