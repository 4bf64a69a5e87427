"""How likely it is that a candidate truly meets the bar, where a house has a history of ratings.

In: a panel's mean and what the house's ratings are like. Out: a probability for the record of the house;
never shown to a candidate (R9).
"""

from math import sqrt
from statistics import NormalDist

from recruiter_kit.panel.reliability import of_the_mean

SINGLE_RATING = 0.44


def of_meeting(
    bar: float, mean: float, raters: int, *, average: float, spread: float, single: float = SINGLE_RATING
) -> float:
    """Return the probability, 0 to 1, that the true level is at the `bar` or above it.

    `mean` is that of `raters` separate interviews; `average` and `spread` (above 0) are the mean and
    the standard deviation of single ratings over the house's candidates; all in points of one scale.
    `single` is the reliability of one rating, above 0 and below 1. Raises ValueError otherwise.
    Formula: R = kρ/(1 + (k - 1)ρ), τ = μ + R(m - μ), SD = σ√ρ √(1 - R), p = 1 - Φ((c - τ)/SD).
    Source: Kelley's shrinkage; feedback-science, section 6, formulas 3 to 5.
    """
    if not (0 < single < 1 and spread > 0 and raters >= 1):
        raise ValueError("a reliability between 0 and 1, a spread above 0 and at least one rater")
    whole = of_the_mean(single, raters)
    likely = average + whole * (mean - average)
    return 1 - NormalDist(likely, spread * sqrt(single * (1 - whole))).cdf(bar)
