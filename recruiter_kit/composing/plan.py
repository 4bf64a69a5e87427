"""What is told, in which order: the plan of a feedback before a word of it is written.

In: the decision, the standings and the units. Out: gaps heaviest first, strengths, and
what keeps a criterion from being told. Keeps R3 (published criteria only), R4 (no gap at or above
the bar, no praise below it) and the limits of FEEDBACK, "Order and budget".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recruiter_kit.case import Case
from recruiter_kit.composing import advice
from recruiter_kit.composing.choosing import MOST_WORDS, Chosen, Evidence, for_gap, for_strength
from recruiter_kit.composing.needs import needs
from recruiter_kit.composing.units import Gathered, Unit
from recruiter_kit.feedback import BELOW_BAR, REASONS_WITH_GAPS, Agreement, Basis, Finding, Standing
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, Decision, Reason, Role

WORDS_ON_ALL_GAPS = 165


@dataclass(frozen=True)
class Gap:
    """A criterion below the bar: what the role needs, what was seen, what would help.

    `other_view` is what spoke for the candidate where the panel split: both views are told. `waiting` holds
    the units that say what was seen but are left to a person; where it and `seen` are empty, nobody wrote
    anything that can be shared.
    """

    criterion: Criterion
    standing: Standing
    seen: tuple[Evidence, ...]
    needs: str | None = None
    next_step: tuple[str, Basis] | None = None
    other_view: tuple[Evidence, ...] = ()
    waiting: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class Strength:
    """A criterion at or above the bar on which something good was seen."""

    criterion: Criterion
    seen: tuple[Evidence, ...]


@dataclass(frozen=True)
class Plan:
    """What is told, in order, and what the recruiter must know.

    `gaps` come heaviest first, `left_out` counts those beyond the organisation's limit; `below` are told,
    too, though they are not the reason (a close call, an internal candidate); `unseen` are criteria that
    decided it on which nobody wrote anything that can be shared; `contradicting` are the units whose words
    contradict the rating.
    """

    gaps: tuple[Gap, ...] = ()
    left_out: int = 0
    below: tuple[Gap, ...] = ()
    unseen: tuple[Criterion, ...] = ()
    strengths: tuple[Strength, ...] = ()
    contradicting: tuple[Unit, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan(case: Case, standings: Sequence[Standing], gathered: Gathered) -> Plan:
    """Return what the letter says: which gaps and strengths, with which units."""
    decision, role, standard = case.decision, case.role, case.standard
    deciding = list(_deciding(decision, standings))
    shares = min(MOST_WORDS, WORDS_ON_ALL_GAPS // max(1, min(len(deciding), standard.most_gaps)))
    told, contradicting = _gaps(role, deciding, gathered, shares)
    gaps = [gap for gap in told if gap.seen or gap.waiting]
    below: list[Gap] = []
    if decision.reason in (Reason.CLOSE_CALL, Reason.INTERNAL_CANDIDATE):
        others = [standing for standing in standings if standing.band in BELOW_BAR]
        below, against = _gaps(role, others, gathered, MOST_WORDS)
        contradicting += against
    strengths, against = _strengths(role, standings, decision, gathered)
    return Plan(
        gaps=tuple(gaps[: standard.most_gaps]),
        left_out=max(0, len(gaps) - standard.most_gaps),
        below=tuple(below),
        unseen=tuple(gap.criterion for gap in told if gap not in gaps),
        strengths=tuple(strengths[: standard.most_strengths]),
        contradicting=tuple(dict.fromkeys([*contradicting, *against])),
        findings=(*_problems(case, told, standings), *_waiting(case, [*gaps, *below])),
    )


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


def _deciding(decision: Decision, standings: Sequence[Standing]) -> Iterator[Standing]:
    """Yield the criteria that decided it and are below the bar, heaviest first, else in the role's order."""
    if decision.reason not in REASONS_WITH_GAPS:
        return
    for standing in sorted(standings, key=lambda standing: -standing.weight * standing.shortfall):
        if standing.criterion in decision.decisive and standing.band in BELOW_BAR:
            yield standing


def _gaps(
    role: Role, standings: Iterable[Standing], gathered: Gathered, most_words: int
) -> tuple[list[Gap], list[Unit]]:
    gaps: list[Gap] = []
    contradicting: list[Unit] = []
    for standing in standings:
        criterion = role.criterion(standing.criterion)
        if criterion is None:
            continue
        units = gathered.on(criterion.id)
        chosen = for_gap(units, standing.required, most_words)
        contradicting += chosen.contradicting
        gaps.append(
            Gap(
                criterion=criterion,
                standing=standing,
                seen=chosen.evidence,
                needs=needs(criterion),
                next_step=advice.next_step(criterion, role),
                other_view=_other_view(standing, units),
                waiting=_units_waiting(standing, units, chosen),
            )
        )
    return gaps, contradicting


def _units_waiting(standing: Standing, units: Sequence[Unit], chosen: Chosen) -> tuple[Unit, ...]:
    """Return the units that a person must look at where nothing can be told: a gap needs what was seen."""
    if chosen.evidence:
        return ()
    below = [unit for unit in units if unit.level is None or unit.level < standing.required]
    return tuple(unit for unit in below if unit.holds_observation)


def _other_view(standing: Standing, units: Sequence[Unit]) -> tuple[Evidence, ...]:
    if standing.agreement is not Agreement.SPLIT:
        return ()
    return for_strength(units, standing.required).evidence


def _problems(case: Case, told: Sequence[Gap], standings: Sequence[Standing]) -> Iterator[Finding]:
    decision, role = case.decision, case.role
    for gap in told:
        name = gap.criterion.name
        if not gap.seen and not gap.waiting:
            people = _interviewers(case, gap.criterion.id)
            yield trouble("incomplete-gap", "not_seen", criterion=name, people=people)
        if gap.needs is None:
            missing = trouble(
                "incomplete-gap", "no_level_text", criterion=name, level=f"{gap.standing.required:g}"
            )
            yield missing.model_copy(update={"severity": "warning"})
    if decision.reason in REASONS_WITH_GAPS:
        decisive = [criterion for criterion in role.criteria if criterion.id in decision.decisive]
        yield from _decision_against_levels(decision, decisive, standings)


def _waiting(case: Case, gaps: Sequence[Gap]) -> Iterator[Finding]:
    """Yield for each gap that waits who wrote what has to be looked at."""
    for gap in gaps:
        if not gap.seen and gap.waiting:
            people = [_name(case, unit.scorecard.id) for unit in gap.waiting]
            yield trouble(
                "incomplete-gap",
                "waiting",
                criterion=gap.criterion.name,
                people=_listed(dict.fromkeys(people)),
            )


def _interviewers(case: Case, criterion: str) -> str:
    """Return who gave a level on the criterion, by name: only the organisation's own pages show it."""
    cards = [
        card.id
        for card in case.application.scorecards
        if any(rating.criterion == criterion and rating.level is not None for rating in card.ratings)
    ]
    return _listed(dict.fromkeys(_name(case, card) for card in cards))


def _name(case: Case, scorecard: str) -> str:
    card = next(card for card in case.application.scorecards if card.id == scorecard)
    return card.interviewer.name or say("unnamed_interviewer", scorecard=scorecard)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


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
    role: Role, standings: Sequence[Standing], decision: Decision, gathered: Gathered
) -> tuple[list[Strength], list[Unit]]:
    """Rank by weighted distance above the bar; criteria that decided it or that split are left out."""
    able = [
        standing
        for standing in standings
        if standing.band not in BELOW_BAR
        and standing.agreement is not Agreement.SPLIT
        and standing.criterion not in decision.decisive
    ]
    found: list[Strength] = []
    contradicting: list[Unit] = []
    for standing in sorted(able, key=lambda standing: -standing.weight * (standing.mean - standing.required)):
        criterion = role.criterion(standing.criterion)
        chosen = for_strength(gathered.on(standing.criterion), standing.required)
        contradicting += chosen.contradicting
        if criterion is not None and chosen.evidence:
            found.append(Strength(criterion=criterion, seen=chosen.evidence))
    return found, contradicting
