"""What the second opinion gains from more authors: `python -m benchmarks.learning_curve`.

In: the labelled sentences and notes. Out: for growing numbers of authors, the recall of error labels at a
precision of 0.9 by the classifier alone, and how many notes that may leave are caught up in doubt where two
in a hundred of those that must not are let go. Measured on four authors that are never learned from here.
"""

import random
from collections.abc import Sequence

import numpy as np

from benchmarks import notes_left_out
from benchmarks.checker_figures import ERRORS
from benchmarks.labelled import OF_RULES, Note, Sentence, notes, sentences
from benchmarks.learning import learn
from benchmarks.left_out import taught

MEASURED_ON = frozenset({"author_b", "author_f", "author_ag", "author_v"})
SIZES = (1, 2, 4, 8, 16, 99)
PRECISION, LET_GO = 0.9, 0.02


def main() -> None:
    """Print a row for each number of authors."""
    every, written = sentences(), notes()
    print("authors  sentences  recall of errors   notes  caught up in doubt")
    for size in SIZES:
        some = _of_some(every, size, also=OF_RULES if size == SIZES[-1] else frozenset())
        of_notes = _of_some(
            written, size, also={each.author for each in written} if size == SIZES[-1] else set()
        )
        recall = _recall([part for each in some for part in each.parts()], _measured(every))
        doubt = _doubt(of_notes, _measured(written))
        print(f"{size:7}{len(some):11}{recall:18.2f}{len(of_notes):8}{doubt:20.2f}")


def _of_some(texts, size: int, also) -> list:
    authors = sorted({each.author for each in texts if each.author.startswith("author_")} - MEASURED_ON)
    random.Random(1).shuffle(authors)  # noqa: S311 - the same authors each time
    chosen = (set(authors[:size]) | set(also)) - MEASURED_ON
    return [each for each in texts if each.author in chosen]


def _measured(texts) -> list:
    return [each for each in texts if each.author in MEASURED_ON]


def _recall(learned_from: Sequence[Sentence], measured: Sequence[Sentence]) -> float:
    labels = tuple(sorted(ERRORS))
    asked = taught(measured, labels)
    weights = learn(taught(learned_from, labels), labels)
    said = ~asked.open
    scores, holds = weights.scores(asked.texts)[said], asked.holds[said]
    right = np.cumsum(holds[np.argsort(-scores, kind="stable")])
    precise = np.flatnonzero(right / np.arange(1, len(right) + 1) >= PRECISION)
    return float(right[precise[-1]] / holds.sum()) if len(precise) else 0.0


def _doubt(learned_from: Sequence[Note], measured: Sequence[Note]) -> float:
    weights = notes_left_out.learned(learned_from)
    scores = np.array([weights.most_telling(each.note)[0] for each in measured])
    unfit = np.array([each.why_not is not None for each in measured])
    line = np.sort(scores[unfit])[int(LET_GO * unfit.sum())]
    return float((scores[~unfit] >= line).mean())


if __name__ == "__main__":
    main()
