"""What the prover reaches on whole sets of texts does not fall (benchmarks/README.md has all figures).

All of these sets were learned from; what it reaches on a hand at first sight is lower.
"""

from collections import Counter

import pytest

from tests.language.proving.sets import texts


@pytest.mark.parametrize(
    ("names", "proved", "refused", "stopped"),
    [
        (("letters",), 0.61, 0.11, 0.97),
        (("author_p", "author_q", "author_r"), 0.69, 0.06, 0.92),
        (("author_s", "author_t", "author_u"), 0.53, 0.14, 0.91),
    ],
)
def test_faithful_texts_are_proved_and_faults_are_stopped(
    names: tuple[str, ...], proved: float, refused: float, stopped: float
) -> None:
    faithful: Counter[str] = Counter()
    faulty: Counter[str] = Counter()
    for name in names:
        for labelled in texts(name):
            (faulty if labelled.fault else faithful)[labelled.proof().verdict] += 1
    assert faithful["proved"] >= proved * faithful.total()
    assert faithful["refused"] <= refused * faithful.total()
    assert faulty["proved"] <= (1 - stopped) * faulty.total()
