"""The second opinion on each label of the checker.

In: sentences. Out: how much speaks for each label, and where a score begins to count. The weights are in
labels.npz, the card and the thresholds in labels.json, both written by `make train`. Source: LANGUAGE, "The
learned second opinion".
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from recruiter_kit.language.learned.weights import Card, Weights, read
from recruiter_kit.model import Record

LABELS = "labels"
MOST_WORDS = 3


class LabelThresholds(Record):
    """A sentence gets a label from its `adds` on; what a rule finds stands from its `keeps` on."""

    card: Card
    adds: Mapping[str, float]
    keeps: Mapping[str, float]


class Weighed(NamedTuple):
    """The words that speak most for a label: from `start` to `end` together, `words` above all."""

    start: int
    end: int
    words: tuple[str, ...]


@cache
def weights() -> Weights:
    """Return what was learned of each label; read once."""
    return read(LABELS)


@cache
def thresholds() -> LabelThresholds:
    """Return where a score begins to count; read once."""
    return LabelThresholds.model_validate_json(
        files(__package__).joinpath(f"{LABELS}.json").read_bytes()
    )


def weighed(text: str, label: str) -> Weighed:
    """Return the run of words in `text` that speaks most for `label`, and those that weigh most in it."""
    words = weights().by_word(text, label)
    mean = sum(weight for _, weight in words) / len(words)
    first = best_first = best_last = 0
    total = best = -float("inf")
    for place, (_, weight) in enumerate(words):
        if total < 0:
            first, total = place, 0.0
        total += weight - mean
        if total > best:
            best, best_first, best_last = total, first, place
    run = words[best_first : best_last + 1]
    heaviest = sorted(run, key=lambda each: -each[1])[:MOST_WORDS]
    said = tuple(text[word.start : word.end] for word, weight in run if (word, weight) in heaviest)
    return Weighed(run[0][0].start, run[-1][0].end, said)
