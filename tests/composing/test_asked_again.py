"""An interviewer who was asked again: what is told rests on the answer, and the panel is no larger."""

from recruiter_kit import compose
from recruiter_kit.feedback import Part
from recruiter_kit.model import Application
from tests import build

VERDICT = build.scorecard(build.rating(2, "Weak."), id="s1", interviewer="Sam Reyes")
SEEN = "The candidate left out the index on the order table."


def answered(level: float | None = 2) -> Application:
    answer = build.scorecard(
        build.rating(level, SEEN), id="written-1", interviewer="Sam Reyes", adds_to="s1", occasion="s1"
    )
    return build.application(VERDICT, answer)


def test_a_verdict_alone_tells_nothing_and_the_answer_fills_the_gap() -> None:
    role = build.role()
    before = compose(build.application(VERDICT), role)
    assert before.said(Part.SEEN) == ()
    assert any("Sam Reyes" in finding.message for finding in before.findings)
    (told,) = compose(answered(), role).said(Part.SEEN)
    assert told.text == "You left out the index on the order table."
    assert {source.scorecard for source in told.sources} == {"written-1"}


def test_the_letter_counts_one_interviewer_and_one_interview() -> None:
    role = build.role()
    alone, asked = compose(build.application(VERDICT), role), compose(answered(), role)
    for part in (Part.DECISION, Part.PROCESS):
        assert [each.text for each in asked.said(part)] == [each.text for each in alone.said(part)]


def test_a_level_that_was_put_right_is_the_one_that_counts() -> None:
    feedback = compose(answered(level=1), build.role())
    assert [standing.levels for standing in feedback.standings] == [(1.0,)]
    assert len(feedback.said(Part.SEEN)) == 1


def test_a_note_without_a_level_explains_the_level_that_was_given() -> None:
    feedback = compose(answered(level=None), build.role())
    assert [standing.levels for standing in feedback.standings] == [(2.0,)]
    assert len(feedback.said(Part.SEEN)) == 1
