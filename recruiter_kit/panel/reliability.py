"""How far a house's ratings tell candidates apart, over many candidates.

In: the levels each candidate was given. Out: shares between 0 and 1. For the house's own record:
never shown to a candidate (R9).
"""

from collections.abc import Sequence
from statistics import fmean

FEWEST_CANDIDATES = 30

Panels = Sequence[Sequence[float]]


def enough(panels: Panels) -> bool:
    """Return whether there are enough candidates (30, each with two raters) to show a reliability.

    Source: feedback-science, section 6, formula 12: with 10 candidates a true .40 comes out
    anywhere between .07 and .64.
    """
    return sum(len(each) >= 2 for each in panels) >= FEWEST_CANDIDATES


def of_the_mean(single: float, raters: int) -> float:
    """Return the reliability of the mean of `raters` (1 or more) ratings, each of reliability `single`.

    Formula (Spearman-Brown): R_k = kρ / (1 + (k - 1)ρ). Without unit.
    Source: feedback-science, section 6, formula 3.
    """
    return raters * single / (1 + (raters - 1) * single)


def icc_single(panels: Panels) -> float:
    """Return ICC(1), the reliability of one rating; below 0 when raters differ more than candidates.

    `panels` holds each candidate's levels, on any one scale; at least two candidates and one with
    two raters, and not all levels the same, else ValueError.
    Formula: (MSB - MSW) / (MSB + (k0 - 1)MSW), k0 = (N - Σk_i²/N) / (n - 1).
    Source: Shrout and Fleiss (1979); feedback-science, section 6, formula 8.
    """
    between, within = _mean_squares(panels)
    sizes = [len(each) for each in panels]
    raters = (sum(sizes) - sum(size * size for size in sizes) / sum(sizes)) / (len(sizes) - 1)
    return (between - within) / _not_nought(between + (raters - 1) * within)


def icc_mean(panels: Panels) -> float:
    """Return ICC(1,k), the reliability of a panel's mean, with the limits and errors of `icc_single`.

    Formula: (MSB - MSW) / MSB. Source: as `icc_single`.
    """
    between, within = _mean_squares(panels)
    return (between - within) / _not_nought(between)


def _mean_squares(panels: Panels) -> tuple[float, float]:
    ratings = sum(len(each) for each in panels)
    if len(panels) < 2 or ratings <= len(panels) or not all(panels):
        raise ValueError("at least two rated candidates, one of them with two raters")
    whole = fmean(level for each in panels for level in each)
    between = sum(len(each) * (fmean(each) - whole) ** 2 for each in panels)
    within = sum((level - fmean(each)) ** 2 for each in panels for level in each)
    return between / (len(panels) - 1), within / (ratings - len(panels))


def _not_nought(square: float) -> float:
    if square <= 0:
        raise ValueError("all levels are the same")
    return square
