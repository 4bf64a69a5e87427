"""Where a score of the second opinion begins to count, chosen on authors left out.

In: judged authors (left_out.py). Out: for each label the least score that adds it, and the least that keeps
what a rule found: those that are worth most where a wrong find costs `COST` right ones.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from benchmarks.left_out import Judged

COST = 2.5
NEVER = 1e6
_A_HAIR = 1e-4


def choose(judged: Sequence[Judged], labels: Sequence[str], cost: float = COST) -> Mapping[str, np.ndarray]:
    """Return `adds` and `keeps`, one number for each of `labels`."""
    ruled, free = (np.concatenate([_highest(each, of) for each in judged]) for of in (True, False))
    holds = np.concatenate([each.holds for each in judged])
    said = ~np.concatenate([each.open for each in judged])
    adds, keeps = [], []
    for number in range(len(labels)):
        found = np.isfinite(ruled[:, number])
        for scores, those, chosen in ((free, ~found, adds), (ruled, found, keeps)):
            counted = those & said[:, number]
            chosen.append(_best(scores[counted, number], holds[counted, number], cost))
    return {"adds": np.array(adds), "keeps": np.array(keeps)}


def found(judged: Judged, thresholds: Mapping[str, np.ndarray]) -> np.ndarray:
    """Return which labels rules and second opinion together find, [text, label]."""
    kept = _highest(judged, True) >= thresholds["keeps"]
    added = np.full_like(kept, False)
    np.logical_or.at(added, judged.text, judged.scores >= thresholds["adds"])
    return kept | added


def _highest(judged: Judged, ruled: bool) -> np.ndarray:
    """Return each text's highest score among its sentences in which a rule finds the label, or none does."""
    highest = np.full(judged.holds.shape, -np.inf)
    np.maximum.at(highest, judged.text, np.where(judged.ruled == ruled, judged.scores, -np.inf))
    return highest


def _best(scores: np.ndarray, holds: np.ndarray, cost: float) -> float:
    order = np.argsort(-scores, kind="stable")
    worth = np.cumsum(np.where(holds[order], 1.0, -cost))
    if not len(worth) or worth.max() <= 0:
        return NEVER
    return round(float(scores[order][worth.argmax()]) - _A_HAIR, 3)
