"""Weights learned from labelled texts (language/learned/).

In: texts, and for each what holds of it. Out: Weights in whole numbers, the same for the same texts. Linear
classifiers by logistic regression (scikit-learn, liblinear), one for each thing learned.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from recruiter_kit.language.learned.features import kinds_of, pairs_of, parts_of, plain_words
from recruiter_kit.language.learned.weights import Weights

MOST_FEATURES = 60_000
STRENGTH = 4.0
LARGEST = 127


class Taught(NamedTuple):
    """Texts with what holds of each ([text, name]) and what is open and counts neither way."""

    texts: Sequence[str]
    holds: np.ndarray
    open: np.ndarray


def groups(text: str) -> tuple[list[str], ...]:
    """Return the features of `text` as weights.py adds them up."""
    words = plain_words(text)
    return (
        [*words, *pairs_of(words)],
        [part for word in words for part in parts_of(word)],
        [kind for word in words for kind in kinds_of(word)],
    )


class Table:
    """The features of some texts, counted once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.names: dict[str, int] = {}
        self._counted = []
        for text in texts:
            row: dict[int, float] = {}
            for group in groups(text):
                for feature, count in Counter(group).items():
                    row[self.names.setdefault(feature, len(self.names))] = count / len(group) ** 0.5
            self._counted.append(row)

    def matrix(self, rows: Sequence[int]) -> csr_matrix:
        """Return one row for each of the texts `rows`, one column for each feature of all."""
        ends = np.cumsum([0, *(len(self._counted[row]) for row in rows)])
        columns = [column for row in rows for column in self._counted[row]]
        values = [value for row in rows for value in self._counted[row].values()]
        return csr_matrix((values, columns, ends), shape=(len(rows), len(self.names)))


def learn(table: Table, rows: Sequence[int], taught: Taught, names: Sequence[str]) -> Weights:
    """Learn what distinguishes each of `names` from the texts `rows` of `table`; `taught` has all of them."""
    plain = table.matrix(rows)
    texts_with = np.asarray((plain > 0).sum(0)).ravel()
    often = np.flatnonzero(texts_with > 1)
    # A feature of few texts says more than one of many; that is in its weight, so that judging need not know.
    rarity = np.log((1 + len(rows)) / (1 + texts_with[often])) + 1
    counted = (plain[:, often] @ diags(rarity)).tocsr()
    holds, is_open = taught.holds[rows], taught.open[rows]
    columns, bias = [], []
    for number in range(len(names)):
        said = ~is_open[:, number]
        model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(counted[said], holds[said, number])
        columns.append(model.coef_[0] * rarity)
        bias.append(model.intercept_[0])
    return _whole(table, often, np.array(columns).T, np.array(bias), texts_with[often], names)


def _whole(
    table: Table,
    often: np.ndarray,
    values: np.ndarray,
    bias: np.ndarray,
    texts_with: np.ndarray,
    names: Sequence[str],
) -> Weights:
    """Round to whole numbers, of the features that matter most."""
    weight = np.abs(values).max(axis=1) * texts_with**0.5
    kept = np.sort(np.argsort(-weight, kind="stable")[:MOST_FEATURES])
    step = np.abs(values[kept]).max(axis=0) / LARGEST
    whole = np.round(values[kept] / step).astype(np.int8)
    by_number = {number: name for name, number in table.names.items()}
    features = [by_number[number] for number in often[kept]]
    order = np.array(sorted(range(len(features)), key=features.__getitem__))
    return Weights(
        names=tuple(names),
        features=tuple(features[place] for place in order),
        whole=whole[order],
        step=step.astype(np.float32),
        bias=bias.astype(np.float32),
    )
