"""What this candidate may well ask, and the honest answer from the same sources.

In: a feedback. Out: questions with answers. Keeps R5: an answer is a statement of the feedback or one of
our own sentences; where the notes hold nothing, the answer says so.
"""

import re

from recruiter_kit.call.reasons import decisive, differing_key, gaps_on_call, name_inside, on
from recruiter_kit.call.spoken import sentences
from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.model import Record

# What was met is no answer to what went wrong, and a list of what was below ends where its points follow.
_NOT_AN_ANSWER = re.compile(r"you were at or above\b|.*:$", re.IGNORECASE)


class Question(Record):
    """A question that is likely from this candidate, and the answer that the sources support."""

    asked: str
    answer: str


def likely_questions(feedback: Feedback) -> tuple[Question, ...]:
    """Return the likely questions, on the heaviest gap first, each once."""
    gaps = gaps_on_call(feedback)
    questions = [question for gap in gaps for question in _on_gap(feedback, gap)]
    decided = _names(feedback, decisive(feedback))
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
    elif wrong := _what_was_wrong(feedback):
        questions.append(_question(feedback, "why_then", "", wrong))
    return _once(questions)


def _once(questions: list[Question]) -> tuple[Question, ...]:
    """Return each question once, with all that answers it."""
    answers: dict[str, dict[str, None]] = {}
    for question in questions:
        answers.setdefault(question.asked, {})[question.answer] = None
    return tuple(Question(asked=asked, answer=" ".join(said)) for asked, said in answers.items())


def _what_was_wrong(feedback: Feedback) -> str:
    """Return what decided it where no gap is told for it, or what was below in a close call."""
    told = [sentence for came in feedback.said(Part.OUTCOME) for sentence in sentences(came.text)]
    said = [sentence for sentence in told if not _NOT_AN_ANSWER.match(sentence)]
    for key, criteria in (("decided", decisive(feedback)), ("below", feedback.gaps())):
        if criteria:
            said.append(phrasing.say(f"call.answer.{key}", criteria=_names(feedback, criteria)))
    return " ".join([*said, *(unseen.text for unseen in feedback.said(Part.UNSEEN))])


def _names(feedback: Feedback, criteria: tuple[str, ...]) -> str:
    return phrasing.joined([name_inside(feedback, criterion) for criterion in criteria])


def _on_gap(feedback: Feedback, criterion: str) -> list[Question]:
    seen = " ".join(statement.text for statement in on(feedback, criterion, Part.SEEN))
    questions = [_question(feedback, "what_seen", criterion, seen)] if seen else []
    questions += [
        _question(feedback, "what_enough", criterion, needs.text)
        for needs in on(feedback, criterion, Part.NEEDS)
    ]
    if on(feedback, criterion, Part.DIFFERING):
        questions.append(
            _question(
                feedback,
                "agreed",
                criterion,
                phrasing.say(f"call.answer.{differing_key(feedback, criterion)}"),
            )
        )
    return questions


def _question(feedback: Feedback, key: str, criterion: str, answer: str) -> Question:
    asked = phrasing.say(f"call.question.{key}", criterion=name_inside(feedback, criterion))
    return Question(asked=asked, answer=answer)
