"""The second opinion on each label of the checker.

In: sentences. Out: how much speaks for each label, and where a score begins to count. The weights are in
labels.npz, the card and the thresholds in labels.json, both written by `make train`. Source: LANGUAGE,
"The learned second opinion".
"""

from collections.abc import Mapping
from functools import cache

from recruiter_kit.language.learned.weights import Card, Weights, read, read_thresholds
from recruiter_kit.model import Record

LABELS = "labels"


class LabelThresholds(Record):
    """A sentence gets a label from its `adds` on; what a rule finds stands from its `keeps` on."""

    card: Card
    adds: Mapping[str, float]
    keeps: Mapping[str, float]


def weights() -> Weights:
    """Return what was learned of each label."""
    return read(LABELS)


@cache
def thresholds() -> LabelThresholds:
    """Return where a score begins to count; read once."""
    return read_thresholds(LABELS, LabelThresholds)
