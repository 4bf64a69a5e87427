"""No rule takes more than its share of time, whatever a text holds.

Wall time depends on the machine, so growth is asserted: four times the text may take little more than four
times as long. The worst input of a rule is built from the rule itself: the words its patterns begin
with and hang on, its own examples without an end, one letter without a space.
"""

import time

import pytest

from recruiter_kit.language.checking.engine.ruleset import Ruleset
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.examples import MARK
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.checking.packs.rule import Rule

SMALL = 12_000
TIMES = 4
SLACK = 2.5
FLOOR = 0.004


def hostile(rule: Rule) -> list[str]:
    """Return seeds that keep the patterns of `rule` busy."""
    words = sorted({text for each in rule.finders for way in each.ways for piece in way for text in piece})
    own = " ".join(MARK.sub(r"\1", each).translate({ord(mark): None for mark in ".!?"}) for each in rule.flag)
    return [" ".join(words)[:4000] + " ", own + " ", "a", "you very ", "' "]


def seconds(ruleset: Ruleset, seed: str, size: int) -> float:
    text = (seed * (size // len(seed) + 1))[:size]
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        run(text, ruleset)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("rule", packs().rules, ids=lambda rule: rule.id)
def test_the_time_of_a_rule_grows_with_the_text_and_no_faster(rule: Rule) -> None:
    ruleset = Ruleset(((rule, None),))
    for seed in filter(None, map(str.lstrip, hostile(rule))):
        run(seed[:2000], ruleset)
        small = max(seconds(ruleset, seed, SMALL), FLOOR)
        assert seconds(ruleset, seed, TIMES * SMALL) < SLACK * TIMES * small, seed[:60]
