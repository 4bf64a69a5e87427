"""Every author's notes judged with weights that never saw that author, and where to draw the lines.

In: labelled notes. Out: for each author the scores, with what the rules and the gate of opinions say; the
thresholds; and counts of what is told, asked and withheld. A note is told only where nothing objects.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

import numpy as np

from benchmarks.labelled import KINDS, RULES, Note
from benchmarks.learning import Taught, learn
from recruiter_kit.language.learned.notes import UNFIT
from recruiter_kit.language.learned.weights import Weights
from recruiter_kit.language.opinions import why_opinion
from recruiter_kit.language.screening import ScreeningRule, ask_rules

PROCESSES = 2
MOST_TOLD, MOST_TOLD_OVERALL, MOST_WITHHELD = 0.03, 0.01, 0.03
OVERRULES, OVERRULES_SENSITIVE, HARMLESS, SURE = 1.0, -1.5, 0.0, -1.0
# Sets that no interviewer wrote whole, or that the rules were written with.
NOT_MEASURED = frozenset({RULES, "guide", "samples", "screening", "gold", "knowledge", "real", "stages"})
NAMES = (UNFIT, *sorted(set(KINDS.values())))


class JudgedNotes(NamedTuple):
    """Notes of one author, each with its score and what else is said of it."""

    author: str
    notes: Sequence[Note]
    scores: np.ndarray
    unfit: np.ndarray
    ruled: np.ndarray
    overruled_below: np.ndarray
    in_exercise: np.ndarray
    near_miss: np.ndarray
    opinion: np.ndarray

    def withheld(self, line: float) -> np.ndarray:
        """Return which notes screen() would withhold, as it decides."""
        by_rule = self.ruled & ~self._harmless() & (self.scores >= self.overruled_below)
        return by_rule | (~self.ruled & ~self.near_miss & (self.scores >= line))

    def told(self, asked: float) -> np.ndarray:
        """Return which notes would be told with nobody asked."""
        doubtful = (self.ruled | (self.scores >= asked)) & ~self._harmless()
        return ~doubtful & ~self.opinion

    def _harmless(self) -> np.ndarray:
        return (self.in_exercise | self.near_miss) & (self.scores < HARMLESS)


def taught(notes: Sequence[Note]) -> Taught:
    """Return what is to be learned: what must not leave, and of that each kind."""
    kinds = [KINDS.get(note.why_not or "") for note in notes]
    unfit = np.array([note.why_not is not None for note in notes])
    of_kind = np.array([[kind == name for name in NAMES[1:]] for kind in kinds])
    unknown = np.array([kind is None for kind in kinds])
    is_open = np.repeat(unknown[:, None], len(NAMES) - 1, axis=1)
    return Taught(
        [note.note for note in notes],
        np.column_stack([unfit, of_kind]),
        np.column_stack([np.zeros(len(notes), bool), is_open]),
    )


def learned(notes: Sequence[Note]) -> Weights:
    """Return the weights that `notes` teach."""
    return learn(taught(notes), NAMES)


def judged(notes: Sequence[Note]) -> list[JudgedNotes]:
    """Return every author, judged by the others."""
    authors = dict.fromkeys(note.author for note in notes if note.author not in NOT_MEASURED)
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(pool.map(partial(_left_out, notes), authors))


def _left_out(notes: Sequence[Note], author: str) -> JudgedNotes:
    weights = learned([note for note in notes if note.author != author])
    return judge(author, [note for note in notes if note.author == author], weights)


def judge(author: str, theirs: Sequence[Note], weights: Weights) -> JudgedNotes:
    """Return what `weights`, the rules and the gate of opinions say of the notes of one author."""
    said = [ask_rules(note.note) for note in theirs]
    ruled, in_exercise, near_miss = (
        np.array([bool(each[number]) for each in said], dtype=bool) for number in range(3)
    )
    return JudgedNotes(
        author,
        theirs,
        np.array([weights.most_telling(note.note)[0] for note in theirs]),
        np.array([note.why_not is not None for note in theirs]),
        ruled,
        np.array([_overruled_below(each.rule) for each in said]),
        in_exercise,
        near_miss,
        np.array([why_opinion(note.note) is not None for note in theirs]),
    )


def _overruled_below(rule: ScreeningRule | None) -> float:
    if rule is not None and rule.final:
        return -np.inf
    return OVERRULES_SENSITIVE if rule is not None and rule.is_sensitive else OVERRULES


def thresholds(judged: Sequence[JudgedNotes]) -> dict[str, float]:
    """Return the lines at which no more is told, or withheld in vain, than may be."""
    withheld = _least(
        judged,
        lambda each, line: ~each.unfit & each.withheld(line),
        sum(int((~each.unfit).sum()) for each in judged) * MOST_WITHHELD,
    )
    unfit = sum(int(each.unfit.sum()) for each in judged)
    asked, overall = (
        -_least(judged, lambda each, line: each.unfit & each.told(-line), unfit * most)
        for most in (MOST_TOLD, MOST_TOLD_OVERALL)
    )
    return {
        "asked": asked,
        "asked_overall": overall,
        "withheld": withheld,
        "overrules": OVERRULES,
        "overrules_sensitive": OVERRULES_SENSITIVE,
        "harmless": HARMLESS,
        "sure": SURE,
    }


def _least(judged: Sequence[JudgedNotes], which, most: float) -> float:
    """Return the least line, in hundredths, at which `which` says so of no more than `most` notes."""
    low, high = -1500, 1500
    while low < high:
        middle = (low + high) // 2
        if sum(int(which(each, middle / 100).sum()) for each in judged) <= most:
            high = middle
        else:
            low = middle + 1
    return low / 100


def counted(each: JudgedNotes, lines: dict[str, float]) -> dict[str, float]:
    """Return what becomes of what must not leave and of what may."""
    told, withheld = each.told(lines["asked"]), each.withheld(lines["withheld"])
    counts: dict[str, float] = {}
    for name, of in (("unfit", each.unfit), ("fit", ~each.unfit)):
        counts[name] = int(of.sum())
        counts[f"{name}_told"] = int((of & told).sum())
        counts[f"{name}_withheld"] = int((of & withheld).sum())
    return counts
