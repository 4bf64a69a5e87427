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


def counted(texts: Sequence[str]) -> tuple[csr_matrix, list[str]]:
    """Return the features of `texts`, [text, feature], and their names; a long text has less of each."""
    numbers: dict[str, int] = {}
    columns, values, ends = [], [], [0]
    for text in texts:
        for group in groups(text):
            for feature, count in Counter(group).items():
                columns.append(numbers.setdefault(feature, len(numbers)))
                values.append(count / len(group) ** 0.5)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(texts), len(numbers))), list(numbers)


def learn(taught: Taught, names: Sequence[str]) -> Weights:
    """Return the weights of what distinguishes each of `names` in what is taught."""
    every, features = counted(taught.texts)
    texts_with = np.asarray((every > 0).sum(0)).ravel()
    often = np.flatnonzero(texts_with > 1)
    # A feature of few texts says more than one of many; that is in its weight, so that judging need not know.
    rarity = np.log((1 + len(taught.texts)) / (1 + texts_with[often])) + 1
    seen = (every[:, often] @ diags(rarity)).tocsr()
    columns, bias = [], []
    for number in range(len(names)):
        said = ~taught.open[:, number]
        model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(seen[said], taught.holds[said, number])
        columns.append(model.coef_[0] * rarity)
        bias.append(model.intercept_[0])
    kept = [features[number] for number in often]
    return _whole(kept, np.array(columns).T, np.array(bias), texts_with[often], names)


def _whole(
    features: Sequence[str],
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
    named = [features[place] for place in kept]
    order = np.array(sorted(range(len(named)), key=named.__getitem__))
    return Weights(
        names=tuple(names),
        features=tuple(named[place] for place in order),
        whole=whole[order],
        step=step.astype(np.float32),
        bias=bias.astype(np.float32),
    )
