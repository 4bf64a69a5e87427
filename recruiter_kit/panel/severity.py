"""How strict or mild each interviewer rates, beside the candidates they happened to meet.

In: who gave which candidate which level. Out: one Severity a rater, for coaching only: it never
changes a level, a band or a decision (feedback-science, section 6, formula 11).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from recruiter_kit.panel.closeness import COLD_START_SD, SEPARATE_INTERVIEWS

TOTAL_VARIANCE = COLD_START_SD**2 / SEPARATE_INTERVIEWS
RATER_VARIANCE = 0.14 * TOTAL_VARIANCE
ERROR_VARIANCE = 0.42 * TOTAL_VARIANCE
CANDIDATE_VARIANCE = 0.44 * TOTAL_VARIANCE
WORTH_A_FLAG = 0.5
ERRORS_AWAY = 2.0
ROUNDS = 500
SETTLED = 1e-9


@dataclass(frozen=True)
class Severity:
    """How far a rater's levels lie above (mild) or below (strict) those of others, in scale points."""

    shift: float
    standard_error: float

    @property
    def stands_out(self) -> bool:
        """Whether it is at least half a point, and more than two standard errors."""
        return abs(self.shift) >= WORTH_A_FLAG and abs(self.shift) > ERRORS_AWAY * self.standard_error


def severities(ratings: Mapping[str, Mapping[str, float]]) -> dict[str, Severity]:
    """Return the severity of each rater in `ratings` (candidate -> rater -> level, five-point scale).

    Model: x_ir = μ + θ_i + β_r + e. β_r = Σ(x - μ - θ_i) / (n_r + σ_e²/σ_R²), θ_i = Σ(x - μ - β_r) /
    (k + σ_e²/σ_T²), in turns until they settle; SE = √(σ_R²σ_e² / (σ_e² + n_r σ_R²)), with rater,
    error and candidate shares .14, .42 and .44 of the total variance. Few ratings pull a rater to 0,
    so nobody is flagged on a handful. Source: feedback-science, section 6, formula 11.
    """
    given = [
        (candidate, rater, level)
        for candidate in sorted(ratings)
        for rater, level in sorted(ratings[candidate].items())
    ]
    if not given:
        return {}
    mean = fmean(level for _, _, level in given)
    raters = dict.fromkeys(sorted({rater for _, rater, _ in given}), 0.0)
    candidates = dict.fromkeys(sorted(ratings), 0.0)
    for _ in range(ROUNDS):
        before = dict(raters)
        candidates = {
            each: sum(x - mean - raters[r] for c, r, x in given if c == each)
            / (len(ratings[each]) + ERROR_VARIANCE / CANDIDATE_VARIANCE)
            for each in candidates
        }
        raters = {
            each: sum(x - mean - candidates[c] for c, r, x in given if r == each)
            / (_count(given, each) + ERROR_VARIANCE / RATER_VARIANCE)
            for each in raters
        }
        if all(abs(raters[each] - before[each]) < SETTLED for each in raters):
            break
    return {each: Severity(raters[each], _error(_count(given, each))) for each in raters}


def _count(given: list[tuple[str, str, float]], rater: str) -> int:
    return sum(each == rater for _, each, _ in given)


def _error(ratings: int) -> float:
    return sqrt(RATER_VARIANCE * ERROR_VARIANCE / (ERROR_VARIANCE + ratings * RATER_VARIANCE))
