"""How well the model of a reader guesses levels, and the weights it is given.

Run: python -m benchmarks.candour
In: tests/corpora/candour.jsonl: passages with the level that the panel gave, in levels from the
required one. Out: weights fitted by least squares to the part for training, to be put into
composing/wording/reader.yaml; mean absolute error and bias of the weights that stand there, by part.
A passage belongs to a part by a hash of its text, so that no choice of ours can favour the model.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from statistics import fmean
from typing import Any

from recruiter_kit.review.imagined_reader import inferred, read

CORPUS = Path(__file__).parent.parent / "tests" / "corpora" / "candour.jsonl"
HELD_BACK_ONE_IN = 3
NAMES = ("constant", "praise", "blame", "heading")

Row = dict[str, Any]


def rows(*, held_back: bool) -> list[Row]:
    """Return the passages held back, or those for training."""
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if _held_back(row) is held_back]


def errors(passages: Sequence[Row]) -> list[float]:
    """Return guess minus level of each passage."""
    return [inferred(row["heading"], [row["text"]]) - row["level"] for row in passages]


def fitted(passages: Sequence[Row], *, headed: bool) -> dict[str, float]:
    """Return the weights of least squares for passages with or without a heading."""
    points, levels = [], []
    for row in passages:
        found = read(row["heading"], [row["text"]])
        if (found.heading is not None) is headed:
            points.append([1.0, found.praise, found.blame, *([found.heading or 0.0] if headed else [])])
            levels.append(float(row["level"]))
    return dict(zip(NAMES, (round(each, 2) for each in _least_squares(points, levels)), strict=False))


def _held_back(row: Row) -> bool:
    return sha256(row["text"].encode()).digest()[0] % HELD_BACK_ONE_IN == 0


def _least_squares(points: Sequence[Sequence[float]], levels: Sequence[float]) -> list[float]:
    """Solve the normal equations by elimination; four unknowns need no library."""
    size = len(points[0])
    table = [
        [sum(p[i] * p[j] for p in points) for j in range(size)]
        + [sum(p[i] * level for p, level in zip(points, levels, strict=True))]
        for i in range(size)
    ]
    for i in range(size):
        table[i] = [each / table[i][i] for each in table[i]]
        for j in range(size):
            if j != i:
                factor = table[j][i]
                table[j] = [a - factor * b for a, b in zip(table[j], table[i], strict=True)]
    return [row[-1] for row in table]


def main() -> None:
    """Print the weights and the errors."""
    train = rows(held_back=False)
    for headed in (True, False):
        print("with_heading" if headed else "alone", fitted(train, headed=headed))
    for name, part in (("train", train), ("held back", rows(held_back=True))):
        found = errors(part)
        absolute = fmean(map(abs, found))
        within = sum(abs(each) <= 1 for each in found) / len(found)
        print(
            f"{name}: {len(part)} passages, mean absolute error {absolute:.2f}, bias {fmean(found):+.2f}, "
            f"within one level {within:.0%}"
        )


if __name__ == "__main__":
    main()
