"""What is told, in which order: the plan of a feedback before a word of it is written.

In: the decision, the standings and the observations. Out: gaps heaviest first, strengths, and
what keeps a criterion from being told. Keeps R3 (published criteria only), R4 (no gap at or above
the bar, no praise below it) and the limits of FEEDBACK, "Order and budget".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from recruiter_kit.case import Case
from recruiter_kit.composing import advice, evidence
from recruiter_kit.composing.evidence import Evidence
from recruiter_kit.feedback import (
    BELOW_BAR,
    REASONS_WITH_GAPS,
    Agreement,
    Direction,
    Finding,
    Observation,
    Standing,
)
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Criterion, Decision, Reason, Role


@dataclass(frozen=True)
class Gap:
    """A criterion that decided it: what the role needs, what was seen, what would help.

    `other_view` is what spoke for the candidate where the panel split: both views are told.
    """

    criterion: Criterion
    standing: Standing
    seen: tuple[Evidence, ...]
    needs: str | None
    suggested: tuple[Evidence, ...]
    advice: str | None
    differing: bool
    other_view: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Strength:
    """A criterion at or above the bar on which something good was seen."""

    criterion: Criterion
    seen: tuple[Evidence, ...]


@dataclass(frozen=True)
class Plan:
    """What is told, in order, and what the recruiter must know.

    `gaps` come heaviest first, `left_out` counts those beyond the organisation's limit; `unseen` names the
    criteria that decided it but on which nothing was seen that can be told.
    """

    gaps: tuple[Gap, ...]
    left_out: int
    unseen: tuple[str, ...]
    strengths: tuple[Strength, ...]
    findings: tuple[Finding, ...]


def plan(case: Case, standings: Sequence[Standing], observations: Sequence[Observation]) -> Plan:
    """Return what the letter says: which gaps and strengths, with which observations."""
    application, decision, role, standard = case.application, case.decision, case.role, case.standard
    by_criterion = {criterion.id: _on(observations, criterion.id) for criterion in role.criteria}
    decisive = [criterion for criterion in role.criteria if criterion.id in decision.decisive]
    gaps: list[Gap] = []
    unseen: list[str] = []
    findings: list[Finding] = []
    if decision.reason in REASONS_WITH_GAPS:
        for standing in _heaviest_first(standings):
            if standing.criterion in decision.decisive and standing.band in BELOW_BAR:
                gap = _gap(role, standing, by_criterion[standing.criterion], application.id)
                findings += _what_a_gap_lacks(gap, application)
                if gap.seen:
                    gaps.append(gap)
                else:
                    unseen.append(gap.criterion.name)
        findings += _decision_against_levels(decision, decisive, standings)
    else:
        findings += [
            trouble(
                "contradicts-scorecard",
                "below_in_close_call",
                lasting=True,
                criterion=standing.name,
                decided_by=decision.decided_by,
            )
            for standing in standings
            if standing.band in BELOW_BAR and decision.reason is Reason.CLOSE_CALL
        ]
    strengths = _strengths(role, standings, decision, by_criterion)
    return Plan(
        gaps=tuple(gaps[: standard.most_gaps]),
        left_out=max(0, len(gaps) - standard.most_gaps),
        unseen=tuple(unseen),
        strengths=tuple(strengths[: standard.most_strengths]),
        findings=tuple(findings),
    )


def contradicting(standings: Sequence[Standing], observations: Sequence[Observation]) -> list[Observation]:
    """Return the observations that point against the panel's levels on their criterion (R4)."""
    bands = {standing.criterion: standing.band for standing in standings}
    found = []
    for observation in observations:
        band = bands.get(observation.criterion or "")
        wrong = Direction.STRENGTH if band in BELOW_BAR else Direction.GAP
        against = observation.direction is wrong or (
            band in BELOW_BAR and evidence.praise_for_a_gap(observation)
        )
        if band is not None and against:
            found.append(observation)
    return found


def trouble(label: str, key: str, *, lasting: bool = False, **fields: object) -> Finding:
    """Return an error in the feedback as a whole, which cannot be approved with it."""
    return Finding(
        label=label,
        severity="error",
        start=0,
        end=0,
        rule=f"composing.{key}",
        message=say(key, **fields),
        lasting=lasting,
    )


def _on(observations: Sequence[Observation], criterion_id: str) -> list[Observation]:
    return [observation for observation in observations if observation.criterion == criterion_id]


def _heaviest_first(standings: Sequence[Standing]) -> list[Standing]:
    """Order by weighted shortfall; the order of the role settles a tie."""
    return sorted(standings, key=lambda standing: -standing.weight * standing.shortfall)


def _gap(role: Role, standing: Standing, observations: Sequence[Observation], seed: str) -> Gap:
    criterion = role.criterion(standing.criterion)
    if criterion is None:
        raise KeyError(standing.criterion)
    below = sum(level < standing.required for level in standing.levels)
    suggested, others = advice.apart(observations)
    seen = evidence.for_gap(others)
    told_plainly = standing.agreement is Agreement.AGREED or (
        standing.agreement is Agreement.MIXED and below * 3 >= 2 * len(standing.levels) and len(seen) > 1
    )
    return Gap(
        criterion=criterion,
        standing=standing,
        seen=seen,
        needs=needs(criterion),
        suggested=evidence.for_gap(suggested)[:1],
        advice=advice.for_criterion(criterion, seed),
        differing=not told_plainly,
        other_view=_other_view(standing, others, seen),
    )


def _other_view(
    standing: Standing, observations: Sequence[Observation], seen: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    if standing.agreement is not Agreement.SPLIT:
        return ()
    return tuple(piece for piece in evidence.for_strength(observations) if piece not in seen)


def needs(criterion: Criterion) -> str | None:
    """Return the text of the required level, or of the next level above it that has one."""
    if criterion.required is None:
        return None
    levels = {int(level): text for level, text in criterion.levels.items()}
    enough = [level for level in sorted(levels) if level >= criterion.required]
    return levels[enough[0]].strip() if enough else None


def _what_a_gap_lacks(gap: Gap, application: Application) -> list[Finding]:
    name = gap.criterion.name
    found = []
    if not gap.seen:
        cards = [
            card.id
            for card in application.scorecards
            if any(
                rating.criterion == gap.criterion.id and rating.level is not None for rating in card.ratings
            )
        ]
        found.append(trouble("incomplete-gap", "not_seen", criterion=name, scorecards=", ".join(cards)))
    if gap.needs is None:
        found.append(
            trouble("incomplete-gap", "no_level_text", criterion=name, level=f"{gap.standing.required:g}")
        )
    if gap.advice is None:
        found.append(trouble("incomplete-gap", "no_advice", criterion=name))
    return found


def _decision_against_levels(
    decision: Decision, decisive: Sequence[Criterion], standings: Sequence[Standing]
) -> list[Finding]:
    by_criterion = {standing.criterion: standing for standing in standings}
    found = []
    for criterion in decisive:
        standing = by_criterion.get(criterion.id)
        who = {"criterion": criterion.name, "decided_by": decision.decided_by}
        if standing is None:
            found.append(trouble("contradicts-scorecard", "decisive_not_assessed", lasting=True, **who))
        elif standing.band not in BELOW_BAR:
            found.append(trouble("contradicts-scorecard", "decisive_at_bar", lasting=True, **who))
    return found


def _strengths(
    role: Role,
    standings: Sequence[Standing],
    decision: Decision,
    by_criterion: dict[str, list[Observation]],
) -> list[Strength]:
    """Rank by weighted distance above the bar; criteria that decided it or that split are left out."""
    able = [
        standing
        for standing in standings
        if standing.band not in BELOW_BAR
        and standing.agreement is not Agreement.SPLIT
        and standing.criterion not in decision.decisive
    ]
    found = []
    for standing in sorted(able, key=lambda standing: -standing.weight * (standing.mean - standing.required)):
        criterion = role.criterion(standing.criterion)
        seen = evidence.for_strength(by_criterion[standing.criterion])
        if criterion is not None and seen:
            found.append(Strength(criterion=criterion, seen=seen))
    return found
