"""Weights add up the same for one text as for many, say which words weighed, and are kept byte for byte."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.language.learned import labels, notes
from recruiter_kit.language.learned.features import kinds_of, pairs_of, parts_of, plain_words, words_of
from recruiter_kit.language.learned.weights import WINDOW, Weights, weighed, write

TEXT = "The guy who got it had run a bigger yard."


def small() -> Weights:
    """Return weights of two words for one thing."""
    return Weights(
        ("rival",),
        ("guy", "yard"),
        np.array([[100], [-50]], np.int8),
        np.array([0.1], np.float32),
        np.array([-1], np.float32),
    )


def test_words_have_their_places_and_shorthand_is_written_out() -> None:
    found = words_of("Said   abt what?")
    assert [(word.plain, word.start, word.end) for word in found] == [
        ("said", 0, 4),
        ("about", 7, 10),
        ("what", 11, 15),
        ("?", 15, 16),
    ]
    assert plain_words("Said abt") == ["said", "about"]


def test_pairs_have_the_edges_and_parts_the_edges_of_the_word() -> None:
    assert pairs_of(["a", "b"]) == ["^ a", "a b", "b $"]
    assert pairs_of([]) == ["^ $"]
    assert parts_of("at") == ("- at", "-at ", "- at ")


def test_a_word_weighs_what_its_kind_does() -> None:
    assert kinds_of("niece") == kinds_of("sisters") != ()
    assert kinds_of("17") == ("#number",)
    assert kinds_of("zebra") == ()


def test_a_score_is_the_sum_of_what_is_known_for_its_length() -> None:
    (score,) = small().scores(["guy yard guy"])[0]
    assert score == pytest.approx((10 - 5 + 10) / 7**0.5 - 1)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_one_text_scores_the_same_alone_and_among_others(texts: list[str]) -> None:
    known = labels.weights()
    together = known.scores(texts) if texts else np.zeros((0, len(known.names)))
    for text, scores in zip(texts, together, strict=True):
        assert np.array_equal(known.scores([text])[0], scores)


def test_the_words_of_a_text_weigh_what_the_text_does() -> None:
    known = labels.weights()
    column = known.names.index("comparison")
    by_word = known.by_word(TEXT, "comparison")
    assert [TEXT[word.start : word.end] for word, _ in by_word] == [*TEXT[:-1].split()]
    total = sum(weight for _, weight in by_word) + known.bias[column]
    assert total == pytest.approx(known.scores([TEXT])[0, column], abs=1e-3)


def test_a_find_marks_the_run_that_weighs_most_and_names_its_words() -> None:
    found = weighed(labels.weights(), TEXT, "comparison")
    assert "guy who got" in TEXT[found.start : found.end]
    assert set(found.words) <= set(TEXT.split())
    assert 0 < len(found.words) <= 3


def test_what_a_few_words_say_does_not_drown_in_a_long_note() -> None:
    dangerous = "wife is due in March"
    buried = f"Explained the tide tables clearly and marked the chart in pencil as asked to, {dangerous}"
    known = notes.weights()
    assert len(plain_words(buried)) > WINDOW
    assert known.most_telling(buried)[0] > known.scores([buried])[0, 0]
    assert known.most_telling(dangerous)[0] == known.scores([dangerous])[0, 0]


def test_many_words_are_forgotten_again_and_change_nothing() -> None:
    known = small()
    before = known.scores(["guy"])
    for start in range(0, 40_000, 1000):
        known.scores([f"word{number}" for number in range(start, start + 1000)])
    assert np.array_equal(known.scores(["guy"]), before)


def test_weights_are_written_the_same_byte_for_byte(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        write(tmp_path / name, small())
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_all_weights_together_stay_small() -> None:
    folder = Path(labels.__file__).parent
    assert sum(file.stat().st_size for file in folder.glob("*.npz")) <= 3_000_000
