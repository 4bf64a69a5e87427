"""A sentence in doubt is asked about: yes tells it, no withholds it, and nobody is asked in vain."""

import pytest

from recruiter_kit.composing.sifting import sift_asked
from recruiter_kit.feedback import LeftToRecruiter, Question, Source
from recruiter_kit.language.observing import Observed, observe
from recruiter_kit.language.rewriting import rewrite
from recruiter_kit.language.screening import screen
from tests import build

DOUBTFUL = "Her boss signed the sheet for her."
PRONOUN_TOO = "Her old boss told the mum she was wrong."
WITHHELD = "Lean no after the join."


def read(note: str, answers: dict[str, str] | None = None, released: tuple[str, ...] = ()) -> Observed:
    application = build.application(build.scorecard(build.rating(2, note)))
    return observe(application, build.role(), answers=answers, released=released)


def question(found: Observed) -> Question:
    (left,) = found.left
    assert left.question is not None
    return left.question


def test_the_recruiter_sees_the_reason_and_says_yes_or_no() -> None:
    found = screen(DOUBTFUL)
    assert found is not None
    assert found.asked
    asked = question(read(DOUBTFUL))
    assert asked.text == found.reason
    assert asked.text.startswith("May the candidate read this?")
    assert [choice.label for choice in asked.choices] == ["yes, tell it", "no"]


def test_yes_tells_it_and_no_withholds_it() -> None:
    asked = question(read(DOUBTFUL))
    told = read(DOUBTFUL, {asked.id: "tell"})
    assert (len(told.observations), told.left, told.withheld) == (1, (), ())
    kept = read(DOUBTFUL, {asked.id: "keep"})
    assert (kept.observations, kept.left) == ((), ())
    assert [each.source.text for each in kept.withheld] == [DOUBTFUL]


def test_whose_pronoun_it_is_is_asked_only_once_it_may_leave() -> None:
    first = question(read(PRONOUN_TOO))
    assert first.text.startswith("May the candidate read this?")
    second = question(read(PRONOUN_TOO, {first.id: "tell"}))
    assert second.text.startswith("Who is")
    assert second.id != first.id


def test_rewrite_asks_too() -> None:
    found = rewrite(DOUBTFUL)
    assert (found.text, found.withheld) == (None, None)
    assert found.questions[0].text.startswith("May the candidate read this?")


def test_only_what_has_an_id_can_be_released() -> None:
    (withheld,) = read(WITHHELD).withheld
    assert withheld.id
    assert read(WITHHELD, released=(withheld.id,)).withheld == ()
    (protected,) = read("Has two small kids at home.").withheld
    assert protected.id is None


@pytest.mark.parametrize("note", ["n/a", "Clear.", "Would not hire."])
def test_nobody_is_asked_about_what_says_nothing_or_is_an_opinion(note: str) -> None:
    assert not [left for left in read(note).left if left.question]


def test_nobody_is_asked_whether_a_bare_claim_may_leave() -> None:
    asked = question(read(DOUBTFUL))
    source = Source(scorecard="s1", place="note", start=0, end=24, text="You were not great with customers.")
    left = LeftToRecruiter(source=source, criterion=None, direction="gap", reason=asked.text, question=asked)
    (sifted,) = sift_asked([left])
    assert sifted.question is None
    assert not sifted.observed
    seen = source.model_copy(update={"text": DOUBTFUL})
    assert sift_asked([left.model_copy(update={"source": seen})])[0].question
