"""How close the panel's levels came to the bar, with their uncertainty.

In: an application, its role and the standings. Out: a Closeness for the record of the organisation; the
figures are never shown to a candidate (R9).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

from recruiter_kit.feedback import Closeness, Standing, Verdict
from recruiter_kit.model import Application, Role
from recruiter_kit.panel.levels import levels_by_card

COLD_START_SD = 0.78
COLD_START_WEIGHT = 8
SHARED_OCCASION = 0.30
SEPARATE_INTERVIEWS = 0.56
TOO_CLOSE_WITHIN = 0.25
CLOSE_WITHIN = 1.0


def blended_sd(deviations: Sequence[float]) -> float:
    """Return the standard deviation of single ratings, steadied by what panels show elsewhere.

    `deviations` are the raters' distances from the panel mean, in points of a five-point scale.
    Formula: s*² = (v0·s0² + Σd²) / (v0 + k - 1), with s0 = 0.78 and v0 = 8 where an organisation has
    no history of its own. Source: feedback-science, section 6, formula 2.
    """
    squares = sum(deviation * deviation for deviation in deviations)
    return sqrt((COLD_START_WEIGHT * COLD_START_SD**2 + squares) / (COLD_START_WEIGHT + len(deviations) - 1))


def standard_error(deviations: Sequence[float], occasions: Sequence[str]) -> float:
    """Return the standard error of the panel mean, in points of a five-point scale.

    `occasions` names the occasion of each rater; raters of one occasion share its error, so six
    people in one room are worth less than two separate interviews.
    Formula: SE² = s*²/k + 0.30·σ²·(Σ(k_g/k)² - 1/k), σ² = s0²/0.56, k_g raters of occasion g.
    Source: feedback-science, section 6, "Same-room panels are one interview".
    """
    k = len(deviations)
    variance = COLD_START_SD**2 / SEPARATE_INTERVIEWS
    shares = sum((size / k) ** 2 for size in Counter(occasions).values())
    return sqrt(blended_sd(deviations) ** 2 / k + SHARED_OCCASION * variance * max(0.0, shares - 1 / k))


def closeness(application: Application, role: Role, standings: Sequence[Standing]) -> Closeness | None:
    """Return how close it was on `standings`, or None when there are none.

    The margin is the weighted mean of (panel mean - required level), in points of a five-point
    scale. Within 0.25 standard errors of the bar it is too close to call, within 1.0 close, else
    clear. Source: feedback-science, section 6, formula 5 without a history of the organisation.
    """
    if not standings:
        return None
    stretch = 4 / (role.scale.highest - role.scale.lowest)
    weights = {standing.criterion: standing.weight for standing in standings}
    means = {standing.criterion: standing.mean for standing in standings}
    margin = stretch * sum(standing.weight * (standing.mean - standing.required) for standing in standings)
    margin /= sum(weights.values())

    deviations, occasions = [], []
    given = levels_by_card(application)
    for card in application.scorecards:
        by_weight: dict[str, float] = defaultdict(float)
        for criterion, levels in given.get(card.id, {}).items():
            if criterion in means:
                weight = weights[criterion]
                by_weight["weight"] += weight * len(levels)
                by_weight["deviation"] += weight * sum(level - means[criterion] for level in levels)
        if by_weight:
            deviations.append(stretch * by_weight["deviation"] / by_weight["weight"])
            occasions.append(card.occasion or card.id)
    error = standard_error(deviations, occasions)
    return Closeness(verdict=_verdict(abs(margin) / error), margin=margin, standard_error=error)


def _verdict(distance: float) -> Verdict:
    if distance < TOO_CLOSE_WITHIN:
        return Verdict.TOO_CLOSE
    return Verdict.CLOSE if distance < CLOSE_WITHIN else Verdict.CLEAR
