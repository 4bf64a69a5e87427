"""How far the levels that a panel gave on one criterion agree.

In: levels and their scale. Out: agreed, mixed or split. Keeps the rule that a split panel is
never averaged into a mild sentence (feedback-science, section 6, formula 7).
"""

from collections.abc import Sequence
from statistics import fmean, variance

from recruiter_kit.feedback import Agreement
from recruiter_kit.model import Scale

AVERAGE_DEVIATION_LIMIT = 5 / 6
LOW_END = 2.0
HIGH_END = 4.0


def agreement(levels: Sequence[float], scale: Scale) -> Agreement:
    """Return how far `levels` (at least one) agree.

    agreed: range of at most 1 point. split: average deviation from the mean above 5/6 of a point,
    or at least a third of the levels at 2 or lower and at least a third at 4 or higher.
    mixed: everything else. All on a five-point scale, to which other scales are stretched.
    Source: Burke and Dunlap (2002) for 5/6; the straddle is our own proposal.
    """
    points = [1 + (level - scale.lowest) * 4 / (scale.highest - scale.lowest) for level in levels]
    if max(points) - min(points) <= 1:
        return Agreement.AGREED
    at_low_end = sum(point <= LOW_END for point in points)
    at_high_end = sum(point >= HIGH_END for point in points)
    straddles = at_low_end * 3 >= len(points) and at_high_end * 3 >= len(points)
    if straddles or average_deviation(points) > AVERAGE_DEVIATION_LIMIT:
        return Agreement.SPLIT
    return Agreement.MIXED


def average_deviation(points: Sequence[float]) -> float:
    """Return the mean absolute distance from the mean, in the units of `points`."""
    mean = fmean(points)
    return fmean(abs(point - mean) for point in points)


def within_group(levels: Sequence[float], scale: Scale) -> float | None:
    """Return a_wg, the agreement within the panel: 1 when all agree, -1 at the widest split.

    None with fewer than two levels. Formula: 1 - 2s² / {[(H + L)m - m² - HL]·k/(k - 1)}, with the
    variance s² (n - 1), the mean m, k levels and the scale's ends L and H; all at one end agree.
    Unlike r_wg it does not change with the mean. Source: Brown and Hauenstein (2005);
    feedback-science, section 6, formula 7.
    """
    k = len(levels)
    if k < 2:
        return None
    lowest, highest = float(scale.lowest), float(scale.highest)
    mean, spread = fmean(levels), variance(levels)
    if spread == 0:
        return 1.0
    return 1 - 2 * spread / (((highest + lowest) * mean - mean * mean - highest * lowest) * k / (k - 1))
