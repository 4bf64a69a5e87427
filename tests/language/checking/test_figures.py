"""The checker finds what people say, and leaves fair sentences alone.

Floors lie just below what is reached (docs/rules.md); they may be raised, never lowered in silence.
"""

import pytest

from benchmarks.checker_figures import ERRORS, Figures, measure
from recruiter_kit.language.checking.packs.loading import packs

WARNINGS = frozenset(rule.label for rule in packs().rules if rule.scope == "sentence") - ERRORS


@pytest.fixture(scope="module")
def dev() -> Figures:
    return measure("devset")


@pytest.fixture(scope="module")
def own() -> Figures:
    return measure("own")


def test_error_labels_are_found_in_the_development_set(dev: Figures) -> None:
    count = dev.together(ERRORS)
    assert count.precision >= 0.98, count.wrong
    assert count.recall >= 0.98, count.missed


def test_warnings_are_found_in_the_development_set(dev: Figures) -> None:
    count = dev.together(WARNINGS)
    assert count.precision >= 0.98, count.wrong
    assert count.recall >= 0.97, count.missed


def test_error_labels_are_found_in_sentences_of_our_own(own: Figures) -> None:
    count = own.together(ERRORS)
    assert count.precision >= 0.95, count.wrong
    assert count.recall >= 0.95, count.missed


def test_warnings_are_found_in_sentences_of_our_own(own: Figures) -> None:
    count = own.together(WARNINGS)
    assert count.precision >= 0.92, count.wrong
    assert count.recall >= 0.95, count.missed


def test_fair_sentences_are_left_alone(dev: Figures, own: Figures) -> None:
    assert len(dev.clean_flagged) <= 0.01 * dev.clean, dev.clean_flagged
    assert len(own.clean_flagged) <= 0.02 * own.clean, own.clean_flagged


@pytest.mark.parametrize("label", sorted(WARNINGS | ERRORS))
def test_no_label_falls_behind_the_others(label: str, dev: Figures) -> None:
    count = dev.labels[label]
    assert count.precision >= 0.9, count.wrong
    assert count.recall >= 0.9, count.missed
