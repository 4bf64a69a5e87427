"""Learn the weights of language/suspicion.py: `make train`.

In: the labelled notes of tests/corpora and the examples of the screening rules. Out: lexicon/suspicion.json,
the same bytes for the same data, and the figures by author left out. Needs scikit-learn, which only
development has.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from benchmarks.labelled_notes import CORPORA, Note, notes
from recruiter_kit.language import suspicion
from recruiter_kit.language.screening import RulesSay, ask_rules

SAMPLE = CORPORA / "notes_suspicion.jsonl"
EVERY = 12
WEIGHTS = Path(suspicion.__file__).parent / "lexicon" / suspicion.WEIGHTS
SCALE = 1000
STRENGTH, STRENGTH_OF_KINDS = 8.0, 0.5
RELEASE = 0.0
SURE = 0.5
MAY_BE_HELD_BACK = 0.05
LEFT_OUT = (
    "author_a",
    "author_d",
    "author_e",
    "author_g",
    "author_h",
    "author_i",
    "notes_a",
    "notes_b",
    "letters",
)
# What authors call it, and what it is here. Colleagues are for names.py, other languages have a gate.
KINDS = {
    **dict.fromkeys(("protected", "criminal", "belief", "union", "appearance"), "protected"),
    **dict.fromkeys(("referee", "third_party", "third-party", "outside"), "third-party"),
    **dict.fromkeys(("other_candidate", "comparison"), "comparison"),
    **dict.fromkeys(("internal_process", "internal"), "internal"),
    **dict.fromkeys(("proxy_only", "proxy"), "proxy"),
    **dict.fromkeys(("verdict_only", "opinion"), "verdict"),
    **{
        why: why for why in ("health", "family", "confidential", "instruction", "pay", "accusation", "insult")
    },
}


# ------------------------------------------------------------------ features


def blocks(text: str) -> tuple[list[str], ...]:
    """Return the features of `text` as suspicion.py adds them up: words with pairs, parts, classes."""
    words = suspicion.words_of(text)
    return (
        [f"w:{each}" for each in (*words, *suspicion.pairs_of(words))],
        [f"c:{part}" for word in words for part in suspicion.parts_of(word)],
        [f"k:{kind}" for word in words for kind in suspicion.classes_of(word)],
    )


def words_and_classes(text: str) -> tuple[list[str], ...]:
    """Return the features by which a kind is told: single words and classes, not scaled."""
    words = suspicion.words_of(text)
    classes = [kind for word in words for kind in suspicion.classes_of(word)]
    return tuple(
        [feature] for feature in (*(f"w:{word}" for word in words), *(f"k:{kind}" for kind in classes))
    )


Blocks = Callable[[str], tuple[list[str], ...]]


def vocabulary(texts: Iterable[str], features: Blocks) -> dict[str, int]:
    """Return a number for every feature that two texts have."""
    counted = Counter(each for text in texts for each in {each for block in features(text) for each in block})
    often = sorted(each for each, count in counted.items() if count > 1)
    return {each: number for number, each in enumerate(often)}


def matrix(texts: Sequence[str], known: dict[str, int], features: Blocks) -> csr_matrix:
    """Return one row for each text; a block counts the less of each feature the more it has."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        for block in features(text):
            for feature, count in Counter(block).items():
                if (column := known.get(feature)) is not None:
                    rows.append(row)
                    columns.append(column)
                    values.append(count / len(block) ** 0.5)
    return csr_matrix((values, (rows, columns)), shape=(len(texts), len(known)))


class Learned(NamedTuple):
    """A separation of what must not leave from what may, in whole numbers."""

    bias: float
    features: dict[str, int]

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        known = {feature: number for number, feature in enumerate(sorted(self.features))}
        weights = np.array([self.features[feature] for feature in sorted(self.features)]) / SCALE
        return matrix(texts, known, blocks) @ weights + self.bias


def learn(taught: Sequence[Note]) -> Learned:
    """Learn what distinguishes the notes that must not leave.

    Two classifiers are averaged, which is one: the second sees each feature as many times larger as it
    speaks for one side by itself, and is better on authors that nobody has seen.
    """
    texts = [note.text for note in taught]
    unfit = np.array([note.why is not None for note in taught])
    known = vocabulary(texts, blocks)
    plain = matrix(texts, known, blocks)
    ratio = _log_ratio(plain, unfit)
    first = LogisticRegression(C=STRENGTH, max_iter=3000).fit(plain, unfit)
    second = LogisticRegression(C=1.0, max_iter=3000).fit(plain @ diags(ratio), unfit)
    ours, theirs = first.coef_[0], second.coef_[0] * ratio
    same = np.std(plain @ ours) / np.std(plain @ theirs)
    bias = (first.intercept_[0] + same * second.intercept_[0]) / 2
    return Learned(round(float(bias), 4), _whole(known, (ours + same * theirs) / 2, 20))


def _log_ratio(counted: csr_matrix, unfit: np.ndarray) -> np.ndarray:
    """Return how much more likely each feature is in a text that must not leave, as a logarithm."""
    there = counted > 0
    often, seldom = (np.asarray(there[side].sum(0)).ravel() + 0.5 for side in (unfit, ~unfit))
    return np.log((often / often.sum()) / (seldom / seldom.sum()))


def learn_kinds(taught: Sequence[Note]) -> dict[str, dict[str, int]]:
    """Learn what distinguishes the kinds from each other."""
    unfit = [(note.text, KINDS[note.why]) for note in taught if note.why in KINDS]
    texts = [text for text, _ in unfit]
    known = vocabulary(texts, words_and_classes)
    model = LogisticRegression(C=STRENGTH_OF_KINDS, max_iter=3000).fit(
        matrix(texts, known, words_and_classes), [kind for _, kind in unfit]
    )
    return {
        kind: {"": round(float(bias) * SCALE), **_whole(known, row, 60)}
        for kind, row, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True)
    }


def _whole(known: dict[str, int], weights: np.ndarray, least: int) -> dict[str, int]:
    found = {feature: round(float(weights[number]) * SCALE) for feature, number in known.items()}
    return {feature: weight for feature, weight in sorted(found.items()) if abs(weight) >= least}


# ------------------------------------------------------------------ figures


class Measured(NamedTuple):
    """An author's notes, what the rules find in them, and their scores by weights that never saw them."""

    notes: list[Note]
    said: list[RulesSay]
    scores: np.ndarray

    def held(self, threshold: float) -> np.ndarray:
        """Return which notes screen() would withhold, as it decides."""
        ruled, in_exercise, near_miss = (
            np.array([bool(each[number]) for each in self.said], dtype=bool) for number in range(3)
        )
        enough = np.array(
            [len(suspicion.words_of(note.text)) >= suspicion.FEWEST_WORDS for note in self.notes]
        )
        released = enough & in_exercise & (self.scores < RELEASE)
        return (ruled & ~released) | (enough & ~near_miss & (self.scores > threshold))

    def figures(self, threshold: float) -> dict[str, int]:
        """Return how many leak and how many are held back in vain, also by the rules alone."""
        unfit, held = np.array([note.why is not None for note in self.notes]), self.held(threshold)
        ruled = np.array([each.rule is not None for each in self.said], dtype=bool)
        return {
            "unfit": int(unfit.sum()),
            "leaked": int((unfit & ~held).sum()),
            "leaked_by_rules_alone": int((unfit & ~ruled).sum()),
            "fit": int((~unfit).sum()),
            "held_back": int((~unfit & held).sum()),
            "held_back_by_rules_alone": int((~unfit & ruled).sum()),
        }


def left_out(taught: Sequence[Note], author: str) -> Measured:
    """Measure `author` with weights learned from all others."""
    theirs = [note for note in taught if note.author == author]
    learned = learn([note for note in taught if note.author != author])
    said = [ask_rules(note.text) for note in theirs]
    return Measured(theirs, said, learned.scores([note.text for note in theirs]))


def threshold_of(all_measured: Iterable[Measured]) -> float:
    """Return the threshold at which no more is held back than may be, counting what the rules hold back."""
    fit = [
        (score, held)
        for each in all_measured
        for note, score, held in zip(each.notes, each.scores, each.held(np.inf), strict=True)
        if note.why is None
    ]
    may = int(len(fit) * MAY_BE_HELD_BACK) - sum(held for _, held in fit)
    scores = sorted((score for score, held in fit if not held), reverse=True)
    return round(float(scores[max(0, may)]) + 0.01, 2)


def write_sample(by_author: dict[str, Measured], learned: Learned) -> None:
    """Write some notes of each author with their scores, for a test that teaches nothing."""
    lines = []
    for author, each in by_author.items():
        picked = range(0, len(each.notes), EVERY)
        texts = [each.notes[number].text for number in picked]
        for number, score in zip(picked, learned.scores(texts), strict=True):
            note = each.notes[number]
            row = {
                "author": author,
                "note": note.text,
                "shareable": note.why is None,
                "score": round(float(score), 6),
                "left_out": round(float(each.scores[number]), 6),
            }
            lines.append(json.dumps(row, ensure_ascii=False))
    SAMPLE.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn, measure, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat(), help="the date on the card")
    date = parser.parse_args().date
    taught = notes()
    by_author = {author: left_out(taught, author) for author in LEFT_OUT}
    threshold = threshold_of(by_author[author] for author in ("author_a", "author_e"))
    figures = {author: each.figures(threshold) for author, each in by_author.items()}
    learned = learn(taught)
    data = dict(sorted(Counter(note.author for note in taught).items()))
    card = {"date": date, "data": data, "figures": figures}
    written = {
        "card": card,
        "scale": SCALE,
        "bias": learned.bias,
        "threshold": threshold,
        "release": RELEASE,
        "sure": SURE,
        "features": learned.features,
        "kinds": learn_kinds(taught),
    }
    text = json.dumps(written, ensure_ascii=False, indent=0, separators=(",", ":"))
    WEIGHTS.write_text(text + "\n", "utf-8")
    write_sample(by_author, learned)
    print(json.dumps({**card, "threshold": threshold, "features": len(learned.features)}, indent=1))
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
