"""Learn the weights of the second opinion: `make train`.

In: the labelled sentences and notes of tests/corpora. Out: language/learned/labels.npz and notes.npz with
their cards, the same bytes for the same data. Needs scikit-learn, which only development has.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks import notes_left_out
from benchmarks.checker_figures import ERRORS
from benchmarks.labelled import RULES, Note, Sentence, notes, sentences
from benchmarks.learning import learn
from benchmarks.left_out import Judged, judged, taught
from benchmarks.thresholds import choose, found
from recruiter_kit.language.learned import labels as learned
from recruiter_kit.language.learned.weights import write

LEARNED = Path(learned.__file__).parent


def main() -> None:
    """Learn, measure by author left out, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat(), help="the date on the cards")
    date = parser.parse_args().date
    learn_notes(date)
    learn_labels(date)


def learn_notes(date: str) -> None:
    """Write the weights of what must not leave, with thresholds and figures."""
    taught_from = notes()
    by_others = notes_left_out.judged(taught_from)
    lines = notes_left_out.thresholds(by_others)
    figures = {each.author: notes_left_out.counted(each, lines) for each in by_others}
    write(LEARNED / "notes.npz", notes_left_out.learned(taught_from))
    _write_card("notes", {"card": card(date, taught_from, figures), **lines})
    _print(figures)


def learn_labels(date: str) -> None:
    """Write the weights of the checker's labels, with thresholds and figures."""
    taught_from = sentences()
    labels = tuple(sorted({label for each in taught_from if each.author != RULES for label in each.labels}))
    by_others = judged(taught_from, labels)
    chosen = choose(by_others, labels)
    figures = {}
    for each in by_others:
        rest = [other for other in by_others if other is not each]
        figures[each.author] = counted(each, found(each, choose(rest, labels)), labels)
    parts = [part for each in taught_from for part in each.parts()]
    write(LEARNED / "labels.npz", learn(taught(parts, labels), labels))
    thresholds = {name: dict(zip(labels, map(float, values), strict=True)) for name, values in chosen.items()}
    _write_card("labels", {"card": card(date, taught_from, figures), **thresholds})
    _print(figures)


def counted(each: Judged, said: np.ndarray, labels: Sequence[str]) -> dict[str, float]:
    """Return what is found rightly, wrongly and missed, of errors and of others, and clean texts flagged."""
    counts: dict[str, float] = {}
    errors = np.array([label in ERRORS for label in labels])
    for kind, of in (("errors", errors), ("others", ~errors)):
        open_, right = each.open[:, of], each.holds[:, of]
        counts[f"{kind}_right"] = int((said[:, of] & right & ~open_).sum())
        counts[f"{kind}_wrong"] = int((said[:, of] & ~right & ~open_).sum())
        counts[f"{kind}_missed"] = int((~said[:, of] & right & ~open_).sum())
    clean = ~each.holds.any(axis=1)
    counts["clean"] = int(clean.sum())
    counts["clean_flagged"] = int(((said & ~each.open).any(axis=1) & clean).sum())
    return counts


def card(
    date: str, texts: Iterable[Sentence | Note], figures: Mapping[str, Mapping[str, float]]
) -> dict[str, object]:
    """Return the card of weights."""
    return {
        "date": date,
        "data": dict(sorted(Counter(each.author for each in texts).items())),
        "figures": figures,
    }


def _print(figures: Mapping[str, Mapping[str, float]]) -> None:
    for author, counts in figures.items():
        print(f"{author:16}", *(f"{name} {count:g}" for name, count in counts.items()))


def _write_card(name: str, values: Mapping[str, object]) -> None:
    (LEARNED / f"{name}.json").write_text(json.dumps(values, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
