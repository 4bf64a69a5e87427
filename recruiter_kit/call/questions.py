"""What this candidate may well ask, and the honest answer from the same sources.

In: a feedback. Out: questions with answers. Keeps R5: an answer is a statement of the feedback or one of
the house's own sentences; where the notes hold nothing, the answer says so.
"""

from recruiter_kit.call.reasons import name_inside, on, told_gaps
from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.model import Record


class Question(Record):
    """A question that is likely from this candidate, and the answer that the sources bear."""

    asked: str
    answer: str


def likely_questions(feedback: Feedback) -> tuple[Question, ...]:
    """Return the likely questions, on the heaviest gap first."""
    gaps = told_gaps(feedback)
    found = [each for criterion in gaps for each in _on_gap(feedback, criterion)]
    decided = phrasing.joined([name_inside(feedback, each) for each in gaps])
    if gaps:
        found += [
            _question(feedback, "did_well", each, phrasing.say("call.answer.did_well", criteria=decided))
            for each in feedback.strengths()[:1]
        ]
        found += [
            _question(feedback, "what_first", gaps[0], each.text)
            for each in on(feedback, gaps[0], Part.ADVICE)[:1]
        ]
    else:
        found += [
            _question(feedback, "why_then", "", " ".join(each.text for each in feedback.said(part)))
            for part in (Part.OUTCOME, Part.UNSEEN)
            if feedback.said(part)
        ]
    return tuple(found)


def _on_gap(feedback: Feedback, criterion: str) -> list[Question]:
    seen = " ".join(each.text for each in on(feedback, criterion, Part.SEEN))
    found = [_question(feedback, "what_seen", criterion, seen)]
    found += [
        _question(feedback, "what_enough", criterion, each.text)
        for each in on(feedback, criterion, Part.NEEDS)
    ]
    if on(feedback, criterion, Part.DIFFERING):
        found.append(_question(feedback, "agreed", criterion, phrasing.say("call.answer.differing")))
    return found


def _question(feedback: Feedback, key: str, criterion: str, answer: str) -> Question:
    asked = phrasing.say(f"call.question.{key}", criterion=name_inside(feedback, criterion))
    return Question(asked=asked, answer=answer)
