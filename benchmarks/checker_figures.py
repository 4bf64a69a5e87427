"""What the checker finds in labelled sentences, and how long its slowest rule takes.

Run: python -m benchmarks.checker_figures [AUTHOR ...] [--errors] [--speed]
In: the labelled sentences of these authors, "devset" where none is named. Out: a table by label; with
--errors also each sentence on which the checker and the label differ. A borderline label counts neither
way. Authors that the weights were learned from say little: benchmarks/README.md has the figures by author
left out.
"""

import sys
import time
from dataclasses import dataclass, field

from benchmarks.labelled import Sentence, sentences
from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.checking.packs.rule import Rule

ADVERSARIAL = 100_000
SEEDS = ("you ", "your a ", "not ", "we ", "a", "very ", "the more ", "' ", "Graham ", "1 ", "you were so ")
ERRORS = frozenset({"evasion", "protected", "comparison", "promise", "admission", "disclosure"})


@dataclass
class Count:
    """What was found rightly, found wrongly and missed, each with its sentences."""

    right: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        found = len(self.right) + len(self.wrong)
        return len(self.right) / found if found else 1.0

    @property
    def recall(self) -> float:
        wanted = len(self.right) + len(self.missed)
        return len(self.right) / wanted if wanted else 1.0


@dataclass
class Figures:
    """Counts by label, and the clean sentences in which something was found."""

    labels: dict[str, Count]
    clean: int
    clean_flagged: list[str]

    def together(self, labels: frozenset[str]) -> Count:
        """Return the counts of several labels as one."""
        whole = Count()
        for label in sorted(labels & set(self.labels)):
            count = self.labels[label]
            whole.right += count.right
            whole.wrong += count.wrong
            whole.missed += count.missed
        return whole


def measure(*authors: str) -> Figures:
    """Return the figures of the checker on the labelled sentences of `authors`."""
    names = sorted({rule.label for rule in packs().rules if rule.scope == "sentence"})
    figures = Figures({name: Count() for name in names}, 0, [])
    for sentence in sentences(authors):
        _count(sentence, figures)
    return figures


def _count(sentence: Sentence, figures: Figures) -> None:
    found = {each.label for each in check(sentence.text)}
    for label, count in figures.labels.items():
        if label in sentence.borderline:
            continue
        if label in sentence.labels:
            (count.right if label in found else count.missed).append(sentence.text)
        elif label in found:
            count.wrong.append(sentence.text)
    if not sentence.labels:
        figures.clean += 1
        if found - set(sentence.borderline):
            figures.clean_flagged.append(sentence.text)


def slowest() -> list[tuple[float, str]]:
    """Return rules with the milliseconds they take on their worst of some hostile texts, slowest first.

    Each rule also gets its own must-flag sentences over and over, without an end between them.
    """
    taken = []
    for rule in packs().rules:
        if rule.scope == "sentence":
            own = " ".join(rule.flag).translate({ord(mark): None for mark in "[].!?"}) + " "
            run("".join(rule.flag), [(rule, None)])
            taken.append((max(_milliseconds(rule, text) for text in map(_filled, (*SEEDS, own))), rule.id))
    return sorted(taken, reverse=True)


def _milliseconds(rule: Rule, text: str) -> float:
    start = time.perf_counter()
    run(text, [(rule, None)])
    return (time.perf_counter() - start) * 1000


def _filled(seed: str) -> str:
    return (seed * (ADVERSARIAL // len(seed) + 1))[:ADVERSARIAL]


def throughput() -> float:
    """Return megabytes a second on ordinary text: all sentences of the corpora, rules warm."""
    text = "\n\n".join(each.text for each in sentences(("devset", "own")))
    check(text)
    start = time.perf_counter()
    check(text)
    return len(text.encode()) / (time.perf_counter() - start) / 1e6


def _table(figures: Figures) -> None:
    print(f"{'label':16}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}")
    others = frozenset(figures.labels) - ERRORS
    rows = [
        *figures.labels.items(),
        ("all errors", figures.together(ERRORS)),
        ("all others", figures.together(others)),
    ]
    for label, count in rows:
        print(
            f"{label:16}{len(count.right):7}{len(count.wrong):7}{len(count.missed):8}"
            f"{count.precision:11.2f}{count.recall:8.2f}"
        )
    share = len(figures.clean_flagged) / figures.clean
    print(f"clean sentences flagged: {len(figures.clean_flagged)} of {figures.clean} ({share:.1%})")


def _differences(figures: Figures) -> None:
    for label, count in figures.labels.items():
        for text in count.wrong:
            print(f"WRONG  {label:14} {text}")
        for text in count.missed:
            print(f"MISSED {label:14} {text}")


def main() -> None:
    """Print the figures."""
    figures = measure(*([each for each in sys.argv[1:] if not each.startswith("-")] or ["devset"]))
    _table(figures)
    if "--errors" in sys.argv:
        _differences(figures)
    if "--speed" in sys.argv:
        print(f"slowest rules on {ADVERSARIAL // 1000} kB of hostile text:")
        for milliseconds, rule in slowest()[:10]:
            print(f"{milliseconds:8.1f} ms  {rule}")
        print(f"ordinary text: {throughput():.2f} MB/s with all rules")


if __name__ == "__main__":
    main()
