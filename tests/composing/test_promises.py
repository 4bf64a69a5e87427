"""What is promised by a day: counted so that the candidate can keep to it, and read back from the text."""

from datetime import date, timedelta

import pytest

from recruiter_kit.composing.promises import over
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Sender, Standard
from tests.build import application, decision, rating, role, scorecard

DECIDED = date(2026, 11, 12)


def drafted(on: date | None = None, spelling: str = "en-GB") -> Feedback:
    standard = Standard(sender=Sender(name="Dana Okafor"), spelling=spelling)  # type: ignore[arg-type]
    about = application(
        scorecard(rating(2, "Jumped to tables before asking what the reports were for.")),
        decided=decision().model_copy(update={"decided_on": DECIDED}),
    )
    return compose(about, role(), standard, drafted_on=on)


def dispute(feedback: Feedback) -> str:
    (statement,) = feedback.said(Part.DISPUTE)
    return statement.text


def worded(text: str) -> Feedback:
    feedback = drafted()
    statements = [
        said.model_copy(update={"text": text}) if said.part is Part.DISPUTE else said
        for said in feedback.statements
    ]
    return feedback.model_copy(update={"statements": tuple(statements)})


@pytest.mark.parametrize("on", [None, DECIDED, DECIDED - timedelta(days=3)])
def test_days_count_from_the_decision(on: date | None) -> None:
    assert "by 26 November." in dispute(drafted(on))
    assert "by 3 December." in dispute(drafted(on))


def test_a_letter_that_is_drafted_late_leaves_as_many_days() -> None:
    late = drafted(date(2026, 12, 20))
    assert "by 3 January 2027." in dispute(late)
    assert "by 10 January 2027." in dispute(late)
    assert "until 12 November 2027" in late.said(Part.RETENTION)[0].text


@pytest.mark.parametrize("spelling", ["en-GB", "en-US"])
@pytest.mark.parametrize("on", [DECIDED, date(2026, 12, 20)])
def test_the_day_is_read_back_from_the_letter(spelling: str, on: date) -> None:
    feedback = drafted(on, spelling)
    last = on + timedelta(days=14)
    assert over(feedback, last) is None
    assert over(feedback, last + timedelta(days=1)) == last


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Write to Dana by 2 January.", date(2027, 1, 2)),
        ("Write to Dana by November 30, 2026.", date(2026, 11, 30)),
        ("Write to Dana by 31 February, or by 1 March 2027.", date(2027, 3, 1)),
        ("Write to Dana within two weeks.", None),
        ("Write to Dana by 0 November.", None),
    ],
)
def test_a_day_that_a_person_wrote_is_read_too(text: str, day: date | None) -> None:
    assert over(worded(text), date(2028, 1, 1)) == day
