"""Every author judged with weights that never saw that author.

In: labelled sentences. Out: for each author the scores of their texts, and what the rules say of
them, so that thresholds can be chosen and figures counted. Source: LANGUAGE, "The learned second opinion".
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from typing import NamedTuple

import numpy as np

from benchmarks.labelled import OF_RULES, Sentence
from benchmarks.learning import Taught, learn
from recruiter_kit.language.checking.engine.page import prepare
from recruiter_kit.language.checking.engine.ruleset import Ruleset
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.learned.weights import Weights

PROCESSES = 2


class Judged(NamedTuple):
    """Texts of one author: each sentence's scores and the rules' finds, both [sentence, label].

    `text` says of which text each sentence is; `holds` and `open` are [text, label].
    """

    author: str
    texts: Sequence[str]
    text: np.ndarray
    scores: np.ndarray
    ruled: np.ndarray
    holds: np.ndarray
    open: np.ndarray


def taught(sentences: Sequence[Sentence], labels: Sequence[str]) -> Taught:
    """Return what is to be learned of each label from `sentences`."""
    return Taught(
        [each.text for each in sentences],
        np.array([[label in each.labels for label in labels] for each in sentences]),
        np.array([[label in each.borderline for label in labels] for each in sentences]),
    )


def judge(author: str, theirs: Sequence[Sentence], weights: Weights) -> Judged:
    """Return what `weights` and the rules say of the sentences of one author."""
    labels = weights.names
    parts = [[part.text for part in prepare(each.text).sentences] for each in theirs]
    every = [(number, text) for number, texts in enumerate(parts) for text in texts]
    about = taught(theirs, labels)
    return Judged(
        author,
        about.texts,
        np.array([number for number, _ in every]),
        weights.scores([text for _, text in every]),
        np.concatenate([_ruled(each.text, labels) for each in theirs]),
        about.holds,
        about.open,
    )


def _ruled(text: str, labels: Sequence[str]) -> np.ndarray:
    """Return for each sentence of `text` of which labels a rule finds something that begins in it."""
    page = prepare(text)
    found = np.zeros((len(page.sentences), len(labels)), bool)
    for finding in run(text, _rules()):
        if finding.label in labels:
            found[page.part_at(finding.start, "sentence"), labels.index(finding.label)] = True
    return found


@cache
def _rules() -> Ruleset:
    """Return the rules without the second opinion, whose finds it does not overrule."""
    pairs = packs().of("sentence", "paragraph").pairs
    final = {"final": True}
    return Ruleset(
        tuple(
            (rule.model_copy(update=final), claim and claim.model_copy(update=final))
            for rule, claim in pairs
            if rule.kind != "learned"
        )
    )


def judged(sentences: Sequence[Sentence], labels: Sequence[str]) -> list[Judged]:
    """Return every author that the rules were not written with, judged by the others."""
    authors = dict.fromkeys(each.author for each in sentences if each.author not in OF_RULES)
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(pool.map(partial(_left_out, sentences, labels), authors))


def _left_out(sentences: Sequence[Sentence], labels: Sequence[str], author: str) -> Judged:
    others = [part for each in sentences if each.author != author for part in each.parts()]
    weights = learn(taught(others, labels), labels)
    return judge(author, [each for each in sentences if each.author == author], weights)
