"""What this candidate may well ask, and the honest answer from the same sources.

In: a feedback. Out: questions with answers. Keeps R5: an answer is a statement of the feedback or one of
our own sentences; where the notes hold nothing, the answer says so.
"""

from recruiter_kit.call.reasons import decisive, gaps_on_call, name_inside, on
from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.model import Record


class Question(Record):
    """A question that is likely from this candidate, and the answer that the sources support."""

    asked: str
    answer: str


def likely_questions(feedback: Feedback) -> tuple[Question, ...]:
    """Return the likely questions, on the heaviest gap first."""
    gaps = gaps_on_call(feedback)
    questions = [question for gap in gaps for question in _on_gap(feedback, gap)]
    decided = phrasing.joined([name_inside(feedback, criterion) for criterion in decisive(feedback)])
    if gaps and decided:
        questions += [
            _question(feedback, "did_well", strength, phrasing.say("call.answer.did_well", criteria=decided))
            for strength in feedback.strengths()[:1]
        ]
        questions += [
            _question(feedback, "what_first", gap, advice.text)
            for gap in gaps
            for advice in on(feedback, gap, Part.ADVICE)
        ][:1]
    else:
        questions += [
            _question(feedback, "why_then", "", " ".join(statement.text for statement in statements))
            for statements in (feedback.said(Part.OUTCOME), feedback.said(Part.UNSEEN))
            if statements
        ]
    return tuple(questions)


def _on_gap(feedback: Feedback, criterion: str) -> list[Question]:
    seen = " ".join(statement.text for statement in on(feedback, criterion, Part.SEEN))
    questions = [_question(feedback, "what_seen", criterion, seen)] if seen else []
    questions += [
        _question(feedback, "what_enough", criterion, needs.text)
        for needs in on(feedback, criterion, Part.NEEDS)
    ]
    if on(feedback, criterion, Part.DIFFERING):
        questions.append(_question(feedback, "agreed", criterion, phrasing.say("call.answer.differing")))
    return questions


def _question(feedback: Feedback, key: str, criterion: str, answer: str) -> Question:
    asked = phrasing.say(f"call.question.{key}", criterion=name_inside(feedback, criterion))
    return Question(asked=asked, answer=answer)
