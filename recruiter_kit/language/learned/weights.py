"""Weights that `make train` learned, and how a text is weighed with them.

In: a text. Out: for each thing that was learned (a label, a kind) how much speaks for it, and which words
do. Each group of features counts for the less the more of them a text has, so that long texts are not
suspect for being long. The files are read once; numpy adds them up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from recruiter_kit.language.learned.features import (
    Word,
    kinds_of,
    pairs_of,
    parts_of,
    plain_words,
    words_of,
)
from recruiter_kit.model import Record

Scores = NDArray[np.float32]
Thresholds = TypeVar("Thresholds", bound=Record)
_PACKAGE = "recruiter_kit.language.learned"
MOST_SAID = 3
WINDOW, STEP = 12, 4
_ROOM, _MOST_WORDS = 1024, 32_768


class Card(Record):
    """What is behind weights: the date, how many texts of each author, and the figures by author left out."""

    date: str
    data: Mapping[str, int]
    figures: Mapping[str, Mapping[str, float]]


class Weighed(NamedTuple):
    """The words that speak most for a thing: from `start` to `end` together, `words` above all."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(eq=False)
class Weights:
    """The weight of each of `features` for each of `names`, in whole numbers of `step`."""

    names: tuple[str, ...]
    features: tuple[str, ...]
    whole: NDArray[np.int8]
    step: Scores
    bias: Scores
    _words: "_Words | None" = field(default=None, init=False, repr=False)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        return {feature: row for row, feature in enumerate(self.features, start=1)}

    @cached_property
    def values(self) -> NDArray[np.float32]:
        none = np.zeros((1, len(self.names)), np.float32)
        return np.concatenate([none, self.whole.astype(np.float32) * self.step])

    def scores(self, texts: Sequence[str]) -> Scores:
        """Return the scores of `texts`, [text, name]; above 0 a thing is more likely than not."""
        return self._scores([plain_words(text) for text in texts])

    def most_telling(self, text: str) -> Scores:
        """Return the score of `text` for each of `names`: the mean of the whole's and of its worst words'.

        Those are the `WINDOW` words in a row that say most, so that what they say does not drown in the rest.
        """
        words = plain_words(text)
        whole: Scores = self._scores([words])[0]
        if len(words) <= WINDOW:
            return whole
        worst: Scores = self._scores(list(_pieces(words))).max(axis=0)
        mean: Scores = ((whole + worst) / 2).astype(np.float32)
        return mean

    def _scores(self, told: Sequence[Sequence[str]]) -> Scores:
        known = self._known_words()
        rows: list[int] = []
        places: list[int] = []
        row_starts, word_starts = [], []
        for words in told:
            # Row 0 and word 0 weigh nothing; with them no text is without any.
            row_starts.append(len(rows))
            word_starts.append(len(places))
            rows.append(0)
            places.append(0)
            rows += filter(None, map(self.rows.get, words))
            rows += filter(None, map(self.rows.get, pairs_of(words)))
            places += map(known.place, words)
        grams = [2 * len(words) + 1 for words in told]
        parts = np.maximum(np.add.reduceat(known.part_counts.take(places), word_starts), 1)
        kinds = np.maximum(np.add.reduceat(known.kind_counts.take(places), word_starts), 1)
        total = np.add.reduceat(self.values.take(rows, 0), row_starts) / _root(grams)
        total += np.add.reduceat(known.parts.take(places, 0), word_starts) / _root(parts)
        total += np.add.reduceat(known.kinds.take(places, 0), word_starts) / _root(kinds)
        return (total + self.bias).astype(np.float32)

    def by_word(self, text: str, name: str) -> list[tuple[Word, float]]:
        """Return the words of `text`, each with how much it speaks for `name`; a pair speaks for both."""
        words = words_of(text)
        plain = [word.plain for word in words]
        column, known = self.names.index(name), self._known_words()
        places = [known.place(word) for word in plain]
        weight = known.parts[places, column] / known.part_counts[places].sum() ** 0.5
        weight += known.kinds[places, column] / max(1, known.kind_counts[places].sum()) ** 0.5
        root = (2 * len(words) + 1) ** 0.5
        for place, word in enumerate(plain):
            weight[place] += self.values[self.rows.get(word, 0), column] / root
        for place, pair in enumerate(pairs_of(plain)):
            half = self.values[self.rows.get(pair, 0), column] / root / 2
            weight[max(0, place - 1)] += half
            weight[min(len(words) - 1, place)] += half
        return list(zip(words, map(float, weight), strict=True))

    def _known_words(self) -> "_Words":
        """Return the words met so far; they are forgotten once they are too many."""
        if self._words is None or len(self._words) > _MOST_WORDS:
            self._words = _Words(self)
        return self._words


def _pieces(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield `WINDOW` words of `words` from every few on, and the last."""
    for start in range(0, len(words) - WINDOW, STEP):
        yield words[start : start + WINDOW]
    yield words[-WINDOW:]


class _Words:
    """What the parts and kinds of each word weigh together, added up once; number 0 weighs nothing."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._places: dict[str, int] = {}
        self._lock = Lock()
        self.parts, self.kinds = (np.zeros((_ROOM, len(weights.names)), np.float32) for _ in range(2))
        self.part_counts, self.kind_counts = (np.zeros(_ROOM, np.int32) for _ in range(2))

    def __len__(self) -> int:
        return len(self._places)

    def place(self, word: str) -> int:
        """Return the number of `word`."""
        return self._places.get(word) or self._new(word)

    def _new(self, word: str) -> int:
        with self._lock:
            place = len(self._places) + 1
            if place == len(self.parts):
                for name in ("parts", "kinds", "part_counts", "kind_counts"):
                    before = getattr(self, name)
                    setattr(self, name, np.concatenate([before, np.zeros_like(before)]))
            self.parts[place], self.part_counts[place] = self._weighed(parts_of(word))
            self.kinds[place], self.kind_counts[place] = self._weighed(kinds_of(word))
            return self._places.setdefault(word, place)

    def _weighed(self, features: Sequence[str]) -> tuple[Scores, int]:
        rows = [self._weights.rows.get(feature, 0) for feature in features]
        return self._weights.values[rows].sum(axis=0), len(features)


def _root(counts: Sequence[int] | NDArray[np.int32]) -> Scores:
    root: Scores = np.sqrt(np.asarray(counts, np.float32))[:, None]
    return root


def weighed(weights: Weights, text: str, name: str) -> Weighed:
    """Return the run of words in `text` that speaks most for `name`, and those that weigh most in it."""
    words = weights.by_word(text, name)
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
    heaviest = sorted(run, key=lambda each: -each[1])[:MOST_SAID]
    said = tuple(text[word.start : word.end] for word, weight in run if (word, weight) in heaviest)
    return Weighed(run[0][0].start, run[-1][0].end, said)


@cache
def read(name: str) -> Weights:
    """Return the weights of the file `name`.npz; read once."""
    with files(_PACKAGE).joinpath(f"{name}.npz").open("rb") as file, np.load(file) as kept:
        names, features = (kept[key].tobytes().decode().split("\n") for key in ("names", "features"))
        return Weights(tuple(names), tuple(features), kept["whole"], kept["step"], kept["bias"])


def read_thresholds(name: str, shape: type[Thresholds]) -> Thresholds:
    """Return the card and the thresholds of the file `name`.json."""
    return shape.model_validate_json(files(_PACKAGE).joinpath(f"{name}.json").read_bytes())


def write(path: Path, weights: Weights) -> None:
    """Write a file that read() reads, the same bytes for the same weights."""
    texts = {
        key: np.frombuffer("\n".join(of).encode(), np.uint8)
        for key, of in (("names", weights.names), ("features", weights.features))
    }
    np.savez(
        path,
        names=texts["names"],
        features=texts["features"],
        whole=weights.whole,
        step=weights.step,
        bias=weights.bias,
    )
