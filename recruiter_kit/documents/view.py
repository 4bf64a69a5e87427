"""A feedback as a letter and an e-mail show it: the same statements, grouped for reading.

In: a Feedback. Out: the values of the templates. Nothing is added here that is not a statement (R5).
"""

from dataclasses import dataclass
from datetime import date

from recruiter_kit.composing import phrasing
from recruiter_kit.composing.families import is_requirement
from recruiter_kit.composing.policy import written
from recruiter_kit.composing.promises import sender_name
from recruiter_kit.feedback import BELOW_BAR, REASONS_WITH_GAPS, Feedback, Part, Statement, criterion_name
from recruiter_kit.standard import Policy

HEADINGS = ("needs", "noted", "next_step", "strengths")
MOST_NAMED = 3
CLOSING = (Part.DISPUTE, Part.RETENTION, Part.REAPPLY)


@dataclass(frozen=True)
class SeenView:
    """What one interviewer wrote, behind the name of the interview where that may be said."""

    interview: str | None
    text: str


@dataclass(frozen=True)
class GapView:
    """One gap: its heading and its three parts; `waiting` is the blank that a person must fill.

    `told` are sentences of our own on what was seen, `seen` the interviewers' words under their own heading.
    """

    name: str
    band: str
    level: str | None
    level_words: str
    needs: tuple[str, ...]
    differing: tuple[str, ...]
    told: tuple[str, ...]
    seen: tuple[SeenView, ...]
    waiting: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True)
class StrengthView:
    """One strength: its criterion and what was seen."""

    name: str
    level: str | None
    level_words: str
    seen: tuple[str, ...]


def letter_values(feedback: Feedback) -> dict[str, object]:
    """Return the values that the letter and the e-mail templates are filled with (R22: what is allowed)."""
    feedback = feedback.model_copy(update={"statements": written(feedback)})
    # In a close call what was below is told in one list, without headings of its own.
    told_as_gaps = feedback.decision.reason in REASONS_WITH_GAPS
    gaps = [_gap(feedback, criterion) for criterion in feedback.gaps()]
    sender = feedback.standard.sender
    titles = [
        sender_name(feedback.standard),
        sender.title if sender else None,
        feedback.organisation,
    ]
    return {
        "candidate": feedback.candidate.address_name,
        "organisation": feedback.organisation,
        "draft": feedback.state == "draft",
        "language": feedback.standard.spelling,
        "date": _full_date(feedback, dated(feedback)),
        "subject": _subject(feedback),
        "correction": _correction(feedback),
        "opening": _said(feedback, Part.DECISION, Part.PROCESS),
        "outcome": _said(feedback, Part.OUTCOME),
        "below": [] if told_as_gaps else gaps,
        "gaps": gaps if told_as_gaps else [],
        "heading": {name: phrasing.say(f"letter.heading.{name}") for name in HEADINGS},
        "unseen": _said(feedback, Part.UNSEEN),
        "strengths": [_strength(feedback, criterion) for criterion in feedback.strengths()],
        "closing": _said(feedback, *CLOSING),
        "sign_off": (feedback.standard.sign_off or "").rstrip(","),
        "signature": [title for title in titles if title],
        "legend": phrasing.say("letter.chart.legend") if _charted(feedback) else None,
        "letterhead": feedback.standard.look.letterhead,
        "footer": feedback.standard.look.footer,
        "accent": feedback.standard.look.accent,
    }


def dated(feedback: Feedback) -> date:
    """Return the day that the letter bears: of its approval, else of its draft, else of the decision."""
    return feedback.approved_on or feedback.drafted_on or feedback.decision.decided_on


def _full_date(feedback: Feedback, day: date) -> str:
    # Beside a day of another year the year is named: at the top of a letter it always is.
    return phrasing.day(day, feedback.standard, date.min)


def _subject(feedback: Feedback) -> str:
    if feedback.corrects:
        day = _full_date(feedback, feedback.corrects)
        return phrasing.say("letter.correction.subject", date=day, role=feedback.role)
    kind = "line" if feedback.policy is Policy.CALL_AND_WRITTEN else "outcome"
    return phrasing.say(f"letter.subject.{kind}", role=feedback.role)


def _correction(feedback: Feedback) -> str:
    """Return what the letter corrects, "" where it corrects none; it names no more than may be written (R22).

    Many criteria are only counted, so that the decision still comes within the first forty words (R10).
    """
    if feedback.corrects is None:
        return ""
    day = _full_date(feedback, feedback.corrects)
    names = [
        phrasing.inside_sentence(criterion_name(feedback, criterion)) for criterion in feedback.corrected
    ]
    if not names or feedback.policy is not Policy.CALL_AND_WRITTEN:
        return phrasing.say("letter.correction.line", date=day)
    on = phrasing.joined(names) if len(names) <= MOST_NAMED else phrasing.criteria(len(names))
    return phrasing.say("letter.correction.line_on", date=day, criteria=on)


def _charted(feedback: Feedback) -> bool:
    return any(_level(feedback, criterion) for criterion in (*feedback.gaps(), *feedback.strengths()))


def _said(feedback: Feedback, *parts: Part) -> tuple[str, ...]:
    """Return texts alone: a template gets nothing that could say more than the statements."""
    return tuple(statement.text for statement in feedback.said(*parts))


def _gap(feedback: Feedback, criterion: str) -> GapView:
    return GapView(
        name=criterion_name(feedback, criterion),
        band=_band(feedback, criterion),
        level=_level(feedback, criterion),
        level_words=_level_words(feedback, criterion),
        needs=_texts(feedback, criterion, Part.NEEDS),
        differing=_texts(feedback, criterion, Part.DIFFERING),
        told=tuple(each.text for each in _on(feedback, criterion) if not _is_noted(each)),
        seen=tuple(
            SeenView(each.interview, each.text) for each in _on(feedback, criterion) if _is_noted(each)
        ),
        waiting=_texts(feedback, criterion, Part.WAITING),
        advice=_texts(feedback, criterion, Part.ADVICE),
    )


def _on(feedback: Feedback, criterion: str) -> list[Statement]:
    return [statement for statement in feedback.said(Part.SEEN) if statement.criterion == criterion]


def _is_noted(statement: Statement) -> bool:
    """Whether it is told as what the interviewers noted (R5): neither proposed, nor without a note."""
    return statement.proposal is None and bool(statement.sources)


def _strength(feedback: Feedback, criterion: str) -> StrengthView:
    return StrengthView(
        name=criterion_name(feedback, criterion),
        level=_level(feedback, criterion),
        level_words=_level_words(feedback, criterion),
        seen=_texts(feedback, criterion, Part.STRENGTH),
    )


def _texts(feedback: Feedback, criterion: str, *parts: Part) -> tuple[str, ...]:
    return tuple(statement.text for statement in feedback.said(*parts) if statement.criterion == criterion)


def _band(feedback: Feedback, criterion: str) -> str:
    """Return the band's words, also where the panel differed: a split is never averaged into a mild word."""
    standing = feedback.standing(criterion)
    if not feedback.standard.bands_shown or standing is None:
        return ""
    if is_requirement(standing.name) and standing.band in BELOW_BAR:
        return phrasing.say("letter.band.requirement")
    return phrasing.say(f"letter.band.{standing.band.value}")


def _level(feedback: Feedback, criterion: str) -> str | None:
    """Return the band that the chart marks, or None where none may be shown or the panel differed."""
    standing = feedback.standing(criterion)
    shown = feedback.standard.bands_shown and feedback.standard.look.chart
    differing = bool(_texts(feedback, criterion, Part.DIFFERING))
    return standing.band.value if shown and standing and not differing else None


def _level_words(feedback: Feedback, criterion: str) -> str:
    """Return what the chart shows in words, for those who hear it."""
    level = _level(feedback, criterion)
    return phrasing.say(f"letter.band.{level}") if level else ""
