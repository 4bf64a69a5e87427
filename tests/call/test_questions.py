"""What this candidate may well ask, each question once, and an answer that answers it."""

import pytest

from recruiter_kit.call.questions import likely_questions
from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Feedback, Part, Statement
from recruiter_kit.model import Reason
from tests.gold import gold
from tests.samples.made import feedbacks

WRONG = "“So what did I do wrong?”"
UNSEEN = "On SQL, your interviewers did not write down an example we can share."
MET = [
    phrasing.say("letter.outcome.met", names="working with others"),
    phrasing.say("letter.outcome.met_all", count="all four criteria"),
    phrasing.say("letter.outcome.met_some", met="three", criteria="four criteria"),
]


def answers(feedback: Feedback) -> dict[str, str]:
    return {question.asked: question.answer for question in likely_questions(feedback)}


def own(part: Part, text: str, criterion: str | None = None) -> Statement:
    return gold().statements[0].model_copy(
        update={"id": f"own-{part}", "part": part, "text": text, "criterion": criterion}
    )  # fmt: skip


def ended(reason: Reason, *said: Statement, decisive: tuple[str, ...] = ()) -> Feedback:
    """The gold feedback with another reason, and these statements beside the opening."""
    decision = gold().decision.model_copy(update={"reason": reason, "decisive": decisive})
    return gold(decision=decision, statements=(*gold().statements[:2], *said))


def test_a_question_that_two_statements_answer_comes_once_with_both() -> None:
    more = own(Part.NEEDS, "The role needs tests.", "sql")
    questions = likely_questions(gold(statements=(*gold().statements, more)))
    asked = [question.asked for question in questions]
    assert len(asked) == len(set(asked))
    enough = answers(gold(statements=(*gold().statements, more)))["“What would have been enough on SQL?”"]
    assert enough == "Joins and window functions written without help. The role needs tests."


@pytest.mark.parametrize("met", MET)
def test_what_was_met_is_no_answer_to_what_went_wrong(met: str) -> None:
    untold = ended(
        Reason.BELOW_BAR, own(Part.OUTCOME, met), own(Part.UNSEEN, UNSEEN), decisive=("modelling", "sql")
    )
    assert answers(untold) == {WRONG: f"What decided it was data modelling and SQL. {UNSEEN}"}
    close = ended(
        Reason.CLOSE_CALL, own(Part.OUTCOME, f"It was close. {met} No criterion decided against you.")
    )
    assert answers(close) == {WRONG: "It was close. No criterion decided against you."}


def test_where_all_that_came_of_it_is_what_was_met_nothing_is_answered() -> None:
    assert answers(ended(Reason.CLOSE_CALL, own(Part.OUTCOME, MET[2]))) == {}


def test_in_a_close_call_the_answer_is_what_was_below() -> None:
    came = own(Part.OUTCOME, f"It was close. {MET[2]} The fourth, SQL, was below it:")
    seen = next(each for each in gold().said(Part.SEEN) if each.criterion == "sql")
    found = answers(ended(Reason.CLOSE_CALL, came, seen))
    assert found[WRONG] == "It was close. The level we need was not met on SQL."


def test_a_role_that_closed_is_what_is_answered() -> None:
    came = own(Part.OUTCOME, phrasing.say("letter.outcome.not_your_interviews"))
    assert answers(ended(Reason.ROLE_CLOSED, came)) == {WRONG: came.text}


@pytest.mark.parametrize("name", sorted(feedbacks()))
def test_no_sample_asks_twice_or_answers_what_went_wrong_with_what_was_met(name: str) -> None:
    questions = likely_questions(feedbacks()[name])
    asked = [question.asked for question in questions]
    assert len(asked) == len(set(asked))
    assert not any("at or above" in question.answer for question in questions if question.asked == WRONG)
